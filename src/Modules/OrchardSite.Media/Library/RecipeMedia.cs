using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Media;

/// <summary>
/// The files that recipes bring along. Each is looked at once per process while it stays the same: a thousand sites are
/// set up from the same few.
/// </summary>
internal sealed class RecipeMedia(MediaInspector inspector, MediaStore store, IStringLocalizer localizer)
{
    private readonly ConcurrentDictionary<SourceKey, MediaFacts> _known = new();

    /// <param name="path">Where it goes in the library.</param>
    /// <param name="remember">False for a file that will soon be gone.</param>
    public OperationResult<MediaDraft> Open(string path, FileInfo file, bool planOnly, bool remember)
    {
        var key = new SourceKey(file.FullName, file.LastWriteTimeUtc.Ticks, file.Length, Path.GetExtension(path));
        if (!_known.TryGetValue(key, out var facts))
        {
            using var original = file.OpenRead();
            using var content = inspector.WithoutMetadata(path, original);
            var inspected = inspector.Inspect(path, content);
            if (!inspected.Succeeded)
            {
                return OperationResult<MediaDraft>.Refused(inspected.Refusals);
            }

            facts = inspected.Value;
            if (remember)
            {
                _known[key] = facts;
            }
        }

        return new MediaDraft(path, facts, planOnly ? KeepNothing : Keep);

        async Task Keep(CancellationToken cancellationToken)
        {
            await using var original = file.OpenRead();
            await using var content = inspector.WithoutMetadata(path, original);
            await store.KeepAsync(content, facts.Sha256, cancellationToken);
        }
    }

    public OperationResult<MediaDraft> Decode(string path, string base64, bool planOnly)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return new Refusal(RefusalKind.Invalid, localizer["This is no Base64."], nameof(MediaUpload.Content));
        }

        var content = inspector.WithoutMetadata(path, new MemoryStream(bytes, 0, length, writable: false));
        var inspected = inspector.Inspect(path, content);
        return inspected.Succeeded
            ? new MediaDraft(path, inspected.Value, planOnly ? KeepNothing : token => store.KeepAsync(content, inspected.Value.Sha256, token))
            : OperationResult<MediaDraft>.Refused(inspected.Refusals);
    }

    private static Task KeepNothing(CancellationToken cancellationToken) => Task.CompletedTask;

    private readonly record struct SourceKey(string File, long ModifiedTicks, long Size, string Extension);
}
