using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Theming;

/// <summary>The theme's style sheets, scripts, fonts and pictures: few and small, so they are kept in memory, compressed.</summary>
public sealed class ThemeFiles(PortalPaths paths)
{
    public const string PathStart = "_theme";

    private readonly string _folder = Path.Combine(paths.Themes, PortalTheme.Name, "wwwroot");
    private readonly FileExtensionContentTypeProvider _contentTypes = new();
    private readonly ConcurrentDictionary<string, StoredPage?> _files = new(StringComparer.Ordinal);

    /// <summary>The address of a file with its fingerprint, so that browsers may keep it for good.</summary>
    public string Url(PageRendering page, string file)
    {
        var fingerprint = Find(file)?.ETag.Trim('"');
        return page.Url($"{PathStart}/{file}{(fingerprint is null ? "" : $"?v={fingerprint}")}");
    }

    public StoredPage? Find(string file) => _files.TryGetValue(file, out var known) ? known : Load(file);

    internal Task SendAsync(HttpContext context, string file)
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
        var full = Path.GetFullPath(Path.Combine(_folder, file));
        if (!full.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(full))
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
