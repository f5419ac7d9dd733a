namespace OrchardSite.Search.Indexing;

/// <summary>Fields of the index.</summary>
internal static class SearchFields
{
    /// <summary>Tenant and item together: what a change replaces.</summary>
    public const string Key = "key";

    public const string Tenant = "tenant";

    public const string Item = "item";

    /// <summary>The version whose words these are.</summary>
    public const string Version = "version";

    /// <summary>Who may find it: <see cref="Public"/>, <see cref="Desk"/>, or both where readers and editors see the same version.</summary>
    public const string Scope = "scope";

    /// <summary>Every reader.</summary>
    public const string Public = "public";

    /// <summary>People of the dashboard, as far as their rights go: the newest version, whatever its state.</summary>
    public const string Desk = "desk";

    public const string Type = "type";

    public const string Title = "title";

    /// <summary>What lists show of the item: its lead.</summary>
    public const string Lead = "lead";

    public const string Body = "body";

    /// <summary>Text of the files that belong to it.</summary>
    public const string Files = "files";

    /// <summary>There where the text of some of its files is still to be read.</summary>
    public const string Unread = "unread";

    /// <summary>Numbers of documents in the title, as <see cref="Text.VietnameseText.NumberKey"/> writes them.</summary>
    public const string Number = "number";

    /// <summary>Numbers of documents and of telephones in the text, in the same form.</summary>
    public const string Mention = "mention";

    /// <summary>Ticks, UTC.</summary>
    public const string Published = "published";

    /// <summary>Ticks, UTC, from which on it is not found; the largest there are where it has no end.</summary>
    public const string Expires = "expires";

    /// <summary>Ticks, UTC: last edited.</summary>
    public const string Edited = "edited";

    /// <summary>Name of the person who saved it last.</summary>
    public const string Author = "author";

    /// <summary>Account of the owner.</summary>
    public const string Owner = "owner";

    /// <summary>State of the item as editors' lists name it; an item may be in several.</summary>
    public const string State = "state";

    /// <summary>Terms that the published version names.</summary>
    public const string Term = "term";

    /// <summary>Terms that the newest version names.</summary>
    public const string LatestTerm = "latestterm";

    /// <summary>The title, folded, to sort by.</summary>
    public const string SortTitle = "sorttitle";

    /// <summary>Where the values of a facet are.</summary>
    public static string Facet(string name) => "facet." + name;
}
