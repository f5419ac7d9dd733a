using OrchardSite.Data;

namespace OrchardSite.Content.Health;

public enum HealthKind
{
    /// <summary>A link, or a file that is shown, leads nowhere.</summary>
    Links,

    /// <summary>A picture says nothing to those who cannot see it.</summary>
    Pictures,

    /// <summary>Headings or colours of a text keep some from reading it.</summary>
    Texts,
}

public enum HealthProblem
{
    /// <summary>No page of the portal has the address.</summary>
    NoPage,

    /// <summary>The library has no such file, or keeps it from readers.</summary>
    NoFile,

    /// <summary>An entry of a menu stands for content that readers cannot see.</summary>
    NoContent,

    /// <summary>The page has no such place.</summary>
    NoAnchor,

    /// <summary>The site that it leads to is not running.</summary>
    ClosedSite,

    /// <summary>It is no address at all.</summary>
    BadAddress,

    /// <summary><c>~/</c> inside a text, where nothing turns it into the site's own address.</summary>
    HomeSign,

    NoDescription,

    /// <summary>The description is the name of the file.</summary>
    FileName,

    SkippedHeading,

    EmptyHeading,

    /// <summary>A heading of the first level, which the title of the page is already.</summary>
    SecondTitle,

    LowContrast,

    /// <summary>Too long, too deep or too damaged to be checked.</summary>
    Unreadable,
}

/// <summary>Something of the published version of an item, or of custom settings, that is to be mended.</summary>
public sealed class HealthCase : ITenantOwned
{
    public const int LongestText = 200;
    public const int LongestAddress = 500;

    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    /// <summary>From 1 in each item, in the order of its fields.</summary>
    public required int Number { get; init; }

    public required HealthKind Kind { get; init; }

    public required HealthProblem Problem { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Title of the item, as readers see it.</summary>
    public required string Title { get; init; }

    /// <summary>The same, folded for searches.</summary>
    public required string TitleKey { get; init; }

    public required string Owner { get; init; }

    /// <summary>Account of the owner; null for what no person has made.</summary>
    public int? OwnerId { get; init; }

    /// <summary>JSON path inside the item of the part, field or row of a field, such as <c>HtmlBodyPart</c> or <c>Banner.Image.0</c>.</summary>
    public required string Place { get; init; }

    /// <summary>What people call the field; empty for the text of the item, and for an entry of a menu.</summary>
    public required string Label { get; init; }

    /// <summary>Title of the entry, widget or other item inside the item; empty for the item itself.</summary>
    public required string Inside { get; init; }

    /// <summary>Words of the link, name of the picture, words of the heading; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Where the link leads, as it was written; empty where it is about no link.</summary>
    public required string Address { get; init; }

    /// <summary>The two levels of a skipped heading, or the contrast and both colours, with spaces between them.</summary>
    public required string Detail { get; init; }
}

/// <summary>When a whole site was checked.</summary>
public sealed class HealthState : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>When somebody last asked for it.</summary>
    public DateTime? AskedUtc { get; set; }

    /// <summary>When it was last done.</summary>
    public DateTime? CheckedUtc { get; set; }

    /// <summary>How many items were checked then.</summary>
    public int Items { get; set; }

    public bool IsWaiting => AskedUtc is not null && (CheckedUtc is null || CheckedUtc < AskedUtc);
}

/// <summary>An item's link into the portal, broken or not: what it leads to may change.</summary>
[GlobalEntity("When a page of one site changes, the links of the others that lead there are looked for.")]
public sealed class SiteLink
{
    /// <summary>The site of the item that has the link.</summary>
    public required int TenantId { get; init; }

    public required string ItemId { get; init; }

    public required int TargetTenantId { get; init; }

    /// <summary>As <see cref="LinkTarget.Path"/> writes it.</summary>
    public required string Target { get; init; }
}

/// <summary>Something of a site of the portal that links lead to.</summary>
/// <param name="Path">
/// A page's address in lower case without a slash at either end, a file as <c>media/path</c>, or an item as a colon and its id.
/// </param>
internal readonly record struct LinkTarget(int TenantId, string Path)
{
    public const string MediaStart = "media/";

    public static LinkTarget Item(int tenantId, string id) => new(tenantId, ":" + id);

    public bool IsFile => Path.StartsWith(MediaStart, StringComparison.Ordinal);

    /// <summary>Null for anything but an item.</summary>
    public string? ItemId => Path.StartsWith(':') ? Path[1..] : null;
}
