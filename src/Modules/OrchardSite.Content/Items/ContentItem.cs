using OrchardSite.Data;

namespace OrchardSite.Content;

/// <summary>One row per item: what lists and addresses need of its published version, and which versions are current.</summary>
public sealed class ContentItem : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Id { get; init; }

    public required string ContentType { get; init; }

    public required string DisplayText { get; set; }

    /// <summary>Address inside the site without a slash at either end; null where the item has none.</summary>
    public string? Path { get; set; }

    /// <summary>A name by which templates find it, such as <c>main-menu</c>.</summary>
    public string? Alias { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ModifiedUtc { get; set; }

    /// <summary>Null while no version is published.</summary>
    public DateTime? PublishedUtc { get; set; }

    /// <summary>From then on lists leave it out.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>True when it has a published version that every reader may see.</summary>
    public bool IsPublic { get; set; }

    public required string Owner { get; set; }

    public required string Author { get; set; }

    /// <summary>Account of the owner; null for what no person has made.</summary>
    public int? OwnerId { get; init; }

    /// <summary>Title of the newest version, which readers may not have seen yet.</summary>
    public required string LatestText { get; set; }

    /// <summary>The same, folded for searches.</summary>
    public required string LatestKey { get; set; }

    /// <summary>When it was last saved, published or taken down.</summary>
    public required DateTime EditedUtc { get; set; }

    /// <summary>Since when it has been in the bin; null for what is not there.</summary>
    public DateTime? DeletedUtc { get; set; }

    public required string LatestVersionId { get; set; }

    public string? PublishedVersionId { get; set; }

    /// <summary>JSON of the fields that lists show.</summary>
    public required string Summary { get; set; }

    /// <summary>When and how the published version was updated, for readers; null where they are not told of it.</summary>
    public string? UpdateNote { get; set; }

    public DateTime? UpdatedUtc { get; set; }

    /// <summary>What readers are told at the address of an item that was taken down; null: that there is nothing.</summary>
    public string? Notice { get; set; }

    public int Revision { get; set; }
}

/// <summary>One row per saved version; never changed afterwards.</summary>
public sealed class ContentVersion : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Id { get; init; }

    public required string ItemId { get; init; }

    /// <summary>1 for an item's first version.</summary>
    public required int Number { get; init; }

    public required string DisplayText { get; init; }

    /// <summary>The item's parts in Orchard Core's form.</summary>
    public required string Json { get; init; }

    /// <summary>JSON of the fields that readers never see, in the same form; null where there are none.</summary>
    public string? PrivateJson { get; init; }

    public required string Author { get; init; }

    /// <summary>Account of the author; null for what no person has made.</summary>
    public int? AuthorId { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public string? ChangeNote { get; init; }
}

/// <summary>A term that the newest version of an item names; editors' lists are filtered by it, drafts included.</summary>
public sealed class LatestTerm : ITenantOwned
{
    public int TenantId { get; set; }

    public required string TermId { get; init; }

    public required string ItemId { get; init; }
}

/// <summary>An address of the site. One that is no longer current answers with the item's new address.</summary>
public sealed class ContentRoute : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>Without a slash at either end, lower case.</summary>
    public required string Path { get; init; }

    public required string ItemId { get; set; }

    /// <summary>The term inside the taxonomy <see cref="ItemId"/>; null for an item's own address.</summary>
    public string? TermId { get; set; }

    public bool IsCurrent { get; set; } = true;
}

/// <summary>A public item under a term, and under each of the term's ancestors.</summary>
public sealed class ContentTerm : ITenantOwned
{
    public int TenantId { get; set; }

    public required string TermId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>False for the ancestors of the term that the item names.</summary>
    public required bool IsDirect { get; init; }

    public required string ContentType { get; init; }

    public required DateTime PublishedUtc { get; init; }

    public DateTime? ExpiresUtc { get; init; }
}

/// <summary>A file of the library that an item shows, in the version that readers see or in the latest.</summary>
public sealed class ContentMedia : ITenantOwned
{
    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    /// <summary>As the item has it; the file may have moved since.</summary>
    public required string Path { get; init; }
}
