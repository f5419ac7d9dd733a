namespace OrchardSite.Admin.Home;

/// <summary>Something at the top of every page of the dashboard. Scoped: it works for the current tenant.</summary>
public interface ITopbarPart
{
    /// <summary>Path of the Razor view that shows it.</summary>
    string Partial { get; }

    /// <returns>The view's model; null when there is nothing for this person.</returns>
    Task<object?> ForAsync(Actor actor, CancellationToken cancellationToken);
}
