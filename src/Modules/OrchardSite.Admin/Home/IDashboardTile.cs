namespace OrchardSite.Admin.Home;

/// <summary>A part of the dashboard's home. Scoped: it works for the current tenant.</summary>
public interface IDashboardTile
{
    /// <summary>Tiles are shown in this order.</summary>
    int Position { get; }

    /// <returns>Null when there is nothing for this person here.</returns>
    Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken);
}

/// <param name="Title">In the person's language.</param>
/// <param name="Partial">Path of the Razor view that shows it.</param>
/// <param name="Model">The view's model.</param>
public sealed record DashboardTile(string Title, string Partial, object Model);
