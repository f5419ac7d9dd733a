using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Media;

/// <summary>Pictures in the sizes that the site's templates ask for, each made once and kept as a file.</summary>
internal sealed class SizedPictures(PortalPaths paths, MediaStore store, ImageSigner signer) : IDisposable
{
    private readonly string _folder = Path.Combine(paths.Data, "media-cache");
    private readonly ConcurrentDictionary<string, Lazy<Task>> _inWork = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);

    /// <summary>The profile that an address asks for, if it has the site's own signature.</summary>
    public bool TryRead(IQueryCollection query, string path, out ImageProfile profile) =>
        ImageProfile.TryRead(query, out profile)
        && signer.IsValid(MediaAddress.Escape(path), profile, query[MediaAddress.FingerprintKey], query[ImageSigner.TokenKey]);

    /// <returns>The file, or null when the original is damaged.</returns>
    public async Task<string?> FindOrMakeAsync(MediaEntry original, ImageProfile profile)
    {
        var file = Path.Combine(FolderOf(original.Sha256), $"{original.Sha256}-{profile.FileNameWith(original.Focus)}");
        if (!File.Exists(file))
        {
            await _inWork.GetOrAdd(file, _ => new Lazy<Task>(() => MakeAsync(file, original, profile))).Value;
        }

        return new FileInfo(file).Length > 0 ? file : null;
    }

    /// <summary>Deletes every size of an original.</summary>
    public void Delete(string sha256)
    {
        var folder = FolderOf(sha256);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, sha256 + "-*"))
            {
                File.Delete(file);
            }
        }
    }

    public void Dispose() => _processors.Dispose();

    private string FolderOf(string sha256) => Path.Combine(_folder, sha256[..2]);

    // Many readers may wait for it, so it does not end with the request of one.
    private async Task MakeAsync(string file, MediaEntry original, ImageProfile profile)
    {
        await _processors.WaitAsync();
        try
        {
            await Task.Run(() => Make(file, original, profile));
        }
        finally
        {
            _processors.Release();
            _inWork.TryRemove(file, out _);
        }
    }

    private void Make(string file, MediaEntry original, ImageProfile profile)
    {
        var (width, height) = profile.BoxFor(original.Width!.Value, original.Height!.Value);
        var source = store.FileOf(original.Sha256);
        var picture = profile.Crops && original.Focus is { } focus
            ? ImageLibrary.TryCut(source, width, height, focus, profile.Format)
            : ImageLibrary.TryResize(source, width, height, profile.Crops, profile.Format);
        var temporary = $"{file}.{UniqueId.New()}";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // An empty file says that the original is damaged, so that it is not tried again at each request.
        File.WriteAllBytes(temporary, picture ?? []);
        File.Move(temporary, file, overwrite: true);
    }
}
