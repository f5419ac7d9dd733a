namespace OrchardSite.Admin.Palette;

/// <summary>Finds places to go to and things to do for the command palette. Scoped: it works for the current tenant.</summary>
public interface IPaletteSource
{
    /// <param name="query">What was typed, trimmed; empty when the palette has just been opened.</param>
    /// <returns>The best matches first, at most <paramref name="take"/>; only what the person may use.</returns>
    Task<IReadOnlyList<PaletteEntry>> FindAsync(string query, int take, Actor actor, CancellationToken cancellationToken);
}

/// <param name="Text">In the person's language.</param>
/// <param name="Kind">What sort of thing it is, in the person's language.</param>
/// <param name="Path">Inside the site, without a slash at the start.</param>
/// <param name="Icon">Name of one of the theme's icons.</param>
public sealed record PaletteEntry(string Text, string Kind, string Path, string Icon);
