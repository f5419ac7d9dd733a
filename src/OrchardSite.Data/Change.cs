namespace OrchardSite.Data;

public enum ChangeKind
{
    /// <summary>The list of tenants, or a tenant's state, hosts, prefix or features.</summary>
    TenantChanged,

    /// <summary>Settings, theme, layers or another document of the site.</summary>
    SiteChanged,

    DefinitionsChanged,

    /// <summary>The public version of an item appeared, was replaced or disappeared.</summary>
    ContentPublished,

    /// <summary>A draft that readers do not see.</summary>
    ContentDrafted,

    MediaChanged,

    /// <summary>Something was done with an item on its way to readers, or said about it. The item id is that of the entry in its thread.</summary>
    EditorialNews,

    /// <summary>Something was done with a directive that the site has sent or got. The item id is that of the entry in its record.</summary>
    DirectiveNews,

    /// <summary>What readers have said about a draft was sent, shown, hidden or answered. The item id is that of the comment.</summary>
    CommentNews,

    /// <summary>What the department shows on the site has changed.</summary>
    CampaignChanged,

    /// <summary>Somebody wants the whole site checked for what is broken.</summary>
    HealthAsked,

    /// <summary>There is something new for a person. The item id is that of their account.</summary>
    PersonNotified,
}

/// <summary>One entry of the change feed, written in the same transaction as what it tells of.</summary>
[GlobalEntity("The feed is read across tenants by the caches and indexes of each node.")]
public sealed class Change
{
    public long Sequence { get; private set; }

    public required int TenantId { get; init; }

    public required ChangeKind Kind { get; init; }

    public string? ItemId { get; init; }

    /// <summary>What was shown of it before and after, separated by spaces: see <see cref="CacheTag"/>. Null: the whole site.</summary>
    public string? Tags { get; init; }

    public required DateTime OccurredUtc { get; init; }
}

/// <summary>Names what a rendered page or fragment shows, so that a change evicts just that.</summary>
public static class CacheTag
{
    public static string Item(string contentItemId) => "item:" + contentItemId;

    public static string ListOf(string contentType) => "list:" + contentType;

    public static string Term(string termId) => "term:" + termId;

    public static string Media(string path) => "media:" + Uri.EscapeDataString(path);
}
