using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Theming;

/// <summary>Style sheets, scripts, fonts and pictures that came with the program: few and small, so they are kept in memory, compressed.</summary>
/// <param name="folder">Holds the files.</param>
/// <param name="pathStart">First segment of their addresses.</param>
public abstract class AssetFiles(string folder, string pathStart)
{
    private readonly FileExtensionContentTypeProvider _contentTypes = new();
    private readonly ConcurrentDictionary<string, StoredPage?> _files = new(StringComparer.Ordinal);

    /// <summary>The address of a file with its fingerprint, so that browsers may keep it for good.</summary>
    /// <returns>Inside the site, without a slash at the start.</returns>
    public string PathOf(string file)
    {
        var fingerprint = Find(file)?.ETag.Trim('"');
        return $"{pathStart}/{file}{(fingerprint is null ? "" : $"?v={fingerprint}")}";
    }

    public StoredPage? Find(string file) => _files.TryGetValue(file, out var known) ? known : Load(file);

    public Task SendAsync(HttpContext context, string file)
    {
        if (Find(file) is { } found)
        {
            return found.WriteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private StoredPage? Load(string file)
    {
        var full = Path.GetFullPath(Path.Combine(folder, file));
        if (!full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(full))
        {
            return null;
        }

        // Only files that exist are remembered: made-up names must not fill the memory.
        return _files.GetOrAdd(file, _ => new StoredPage(
            File.ReadAllBytes(full),
            _contentTypes.TryGetContentType(full, out var type) ? type : "application/octet-stream",
            StoredPage.Immutable));
    }
}

/// <summary>The files of the theme that all sites share.</summary>
public sealed class ThemeFiles(PortalPaths paths) : AssetFiles(Path.Combine(paths.Themes, PortalTheme.Name, "wwwroot"), PathStart)
{
    public const string PathStart = "_theme";

    public string Url(PageRendering page, string file) => page.Url(PathOf(file));
}
