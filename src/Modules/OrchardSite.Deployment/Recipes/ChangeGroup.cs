using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <summary>Changes of one kind to one sort of things, as people look through them.</summary>
/// <param name="Names">Of at most <see cref="Most"/> of them.</param>
/// <param name="Count">Of all of them.</param>
public sealed record ChangeGroup(RecipeEffect Effect, string Subject, IReadOnlyList<string> Names, int Count)
{
    /// <summary>Nobody reads more, and a page stays a page.</summary>
    public const int Most = 500;

    /// <summary>So many are shown without being unfolded.</summary>
    public const int Few = 10;

    public static IReadOnlyList<ChangeGroup> Of(IEnumerable<RecipeChange> changes) =>
    [
        .. changes.GroupBy(change => (change.Effect, change.Subject))
            .OrderBy(group => group.Key.Effect).ThenBy(group => group.Key.Subject, StringComparer.CurrentCulture)
            .Select(group => new ChangeGroup(group.Key.Effect, group.Key.Subject, [.. group.Select(change => change.Name).Take(Most)], group.Count())),
    ];
}

/// <summary>What a list of changes is about.</summary>
/// <param name="IsPlan">True for what would be done.</param>
public sealed record ShownChanges(IReadOnlyList<RecipeChange> Changes, bool IsPlan)
{
    public IReadOnlyList<ChangeGroup> Groups { get; } = ChangeGroup.Of(Changes);

    public int Count(RecipeEffect effect) => Changes.Count(change => change.Effect == effect);
}
