using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Media;

/// <summary>
/// The files that recipes bring along. Each is looked at once per process while it stays the same: a thousand sites are
/// set up from the same few.
/// </summary>
internal sealed class RecipeMedia(PortalPaths paths, MediaInspector inspector, MediaStore store, IStringLocalizer localizer)
{
    private readonly ConcurrentDictionary<SourceKey, MediaFacts> _known = new();

    /// <param name="path">Where it goes in the library.</param>
    /// <param name="source">Relative to the folder.</param>
    public OperationResult<MediaDraft> Open(string path, string folder, string source, bool planOnly)
    {
        if (!TryFind(folder, source, out var file))
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is no file {0} among those of the recipe.", source], "Content");
        }

        var key = new SourceKey(file.FullName, file.LastWriteTimeUtc.Ticks, file.Length, Path.GetExtension(path));
        if (!_known.TryGetValue(key, out var facts))
        {
            using var content = file.OpenRead();
            var inspected = inspector.Inspect(path, content);
            if (!inspected.Succeeded)
            {
                return OperationResult<MediaDraft>.Refused(inspected.Refusals);
            }

            facts = _known[key] = inspected.Value;
        }

        return new MediaDraft(path, facts, planOnly ? KeepNothing : Keep);

        async Task Keep(CancellationToken cancellationToken)
        {
            await using var content = file.OpenRead();
            await store.KeepAsync(content, facts.Sha256, cancellationToken);
        }
    }

    public OperationResult<MediaDraft> Decode(string path, string base64, bool planOnly)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return new Refusal(RefusalKind.Invalid, localizer["This is no Base64."], "Content");
        }

        var content = new MemoryStream(bytes, 0, length, writable: false);
        var inspected = inspector.Inspect(path, content);
        return inspected.Succeeded
            ? new MediaDraft(path, inspected.Value, planOnly ? KeepNothing : token => store.KeepAsync(content, inspected.Value.Sha256, token))
            : OperationResult<MediaDraft>.Refused(inspected.Refusals);
    }

    // Recipes share files across their folders, but none reaches out of the folder that they are all in.
    private bool TryFind(string folder, string source, [NotNullWhen(true)] out FileInfo? file)
    {
        file = null;
        if (source.Contains('\0'))
        {
            return false;
        }

        var from = Path.GetFullPath(folder);
        var root = IsInside(from + Path.DirectorySeparatorChar, paths.Recipes) ? paths.Recipes : from;
        var full = Path.GetFullPath(Path.Combine(from, source));
        file = new FileInfo(full);
        return IsInside(full, root) && file.Exists;
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Task KeepNothing(CancellationToken cancellationToken) => Task.CompletedTask;

    private readonly record struct SourceKey(string File, long ModifiedTicks, long Size, string Extension);
}
