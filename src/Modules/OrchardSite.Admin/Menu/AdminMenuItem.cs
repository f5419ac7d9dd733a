namespace OrchardSite.Admin.Menu;

/// <summary>An entry of the dashboard's menu.</summary>
/// <param name="Text">In the person's language.</param>
/// <param name="Path">Inside the site, without a slash at the start; null for a heading of others.</param>
/// <param name="Position">Entries are ordered by this number, then by text.</param>
/// <param name="Permissions">Any of these is enough to see it; none: everybody in the dashboard does.</param>
/// <param name="Icon">Name of one of the theme's icons.</param>
public sealed record AdminMenuItem(string Text, string? Path, int Position, string[] Permissions, string Icon = "dot")
{
    public IReadOnlyList<AdminMenuItem> Items { get; init; } = [];

    /// <summary>True when a request's path is this entry's page or one below it.</summary>
    public bool IsHere(string path) =>
        Path is not null && path.StartsWith(Path, StringComparison.OrdinalIgnoreCase) && (path.Length == Path.Length || path[Path.Length] == '/');
}

/// <summary>Adds entries to the dashboard's menu. Scoped: it works for the current tenant.</summary>
public interface IAdminMenuSource
{
    /// <returns>All entries; those that the person may not see are left out by the menu.</returns>
    ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken);
}
