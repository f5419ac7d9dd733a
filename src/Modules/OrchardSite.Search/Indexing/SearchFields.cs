namespace OrchardSite.Search.Indexing;

/// <summary>Fields of the index.</summary>
internal static class SearchFields
{
    /// <summary>Tenant and item together: what a change replaces.</summary>
    public const string Key = "key";

    public const string Tenant = "tenant";

    public const string Item = "item";

    public const string Type = "type";

    public const string Title = "title";

    /// <summary>What lists show of the item: its lead.</summary>
    public const string Lead = "lead";

    public const string Body = "body";

    /// <summary>Numbers of documents in the title, as <see cref="Text.VietnameseText.NumberKey"/> writes them.</summary>
    public const string Number = "number";

    /// <summary>Ticks, UTC.</summary>
    public const string Published = "published";

    /// <summary>Ticks, UTC, from which on it is not found; the largest there are where it has no end.</summary>
    public const string Expires = "expires";
}
