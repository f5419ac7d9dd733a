namespace OrchardSite.Content.Listing;

/// <summary>Finds items by their words for the people of the dashboard, drafts included. Singleton; called from several threads.</summary>
public interface IContentFinder
{
    /// <param name="most">How many ids are wanted at most.</param>
    /// <returns>
    /// Ids in the order that was asked for, of everything that was committed before the call. Null while it cannot answer:
    /// titles are then searched in the database.
    /// </returns>
    Task<IReadOnlyList<string>?> FindAsync(ContentWanted wanted, int most, CancellationToken cancellationToken);
}

/// <summary>What is looked for, and how far the person's rights go.</summary>
public sealed record ContentWanted
{
    public required int TenantId { get; init; }

    /// <summary>As somebody typed them; the last may be the start of a longer one.</summary>
    public required string Words { get; init; }

    /// <summary>True: only what has the words in its title, or is the document of that number, as for somebody who knows what they look for.</summary>
    public bool InTitles { get; init; }

    /// <summary>Types of which the person sees all items.</summary>
    public required IReadOnlyList<string> ListedTypes { get; init; }

    /// <summary>Types of which the person sees their own items.</summary>
    public required IReadOnlyList<string> OwnTypes { get; init; }

    /// <summary>Null for who has no account: nothing is their own.</summary>
    public required int? AccountId { get; init; }

    public ContentState State { get; init; }

    /// <summary>Null: of every category.</summary>
    public IReadOnlyList<string>? TermIds { get; init; }

    /// <summary>Null: of everybody.</summary>
    public string? Author { get; init; }

    /// <summary>Last edited then or later.</summary>
    public DateTime? FromUtc { get; init; }

    /// <summary>Last edited before then.</summary>
    public DateTime? UntilUtc { get; init; }

    public ContentOrder Order { get; init; }
}
