using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using OrchardSite.Media;

namespace OrchardSite.Search.Files;

/// <summary>
/// The texts of the files of all libraries, each made once per node and kept under the hash of the file's bytes, in
/// <c>search/</c> of the data folder; what has no text is remembered as well. Files are read one at a time.
/// </summary>
public sealed partial class FileTexts(MediaStore store, PortalPaths paths, ILogger<FileTexts> logger) : IDisposable
{
    /// <summary>Of several documents together.</summary>
    public const int MostCharacters = 1_000_000;

    private const string Folders = "texts-v";

    private readonly string _folder = Path.Combine(paths.Data, "search", string.Create(CultureInfo.InvariantCulture, $"{Folders}{FileText.Version}"));
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <returns>The text, read from the file now if it has not been yet, which may take half a minute; empty where there is none.</returns>
    /// <param name="sha256">Of the file's bytes, in lower-case hexadecimal figures.</param>
    public async Task<string> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        if (await FindAsync(sha256, cancellationToken) is { } kept)
        {
            return kept;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited here may have waited for just this text.
            return await FindAsync(sha256, cancellationToken) ?? await MakeAsync(sha256, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>The texts of several files as one, up to <see cref="MostCharacters"/>.</returns>
    public async Task<string> ReadAsync(IEnumerable<string> sha256s, CancellationToken cancellationToken)
    {
        var all = new StringBuilder();
        foreach (var sha256 in sha256s)
        {
            var text = await ReadAsync(sha256, cancellationToken);
            if (all.Length + text.Length >= MostCharacters)
            {
                break;
            }

            all.Append(text).Append(text.Length > 0 ? "\n" : "");
        }

        return all.ToString();
    }

    /// <returns>The text if it is known without reading the file; null where it is not.</returns>
    public async Task<string?> FindAsync(string sha256, CancellationToken cancellationToken) => (await FindResultAsync(sha256, cancellationToken))?.Text;

    /// <returns>The text, or why there is none, if it is known without reading the file; null where it is not.</returns>
    public async Task<FileTextResult?> FindResultAsync(string sha256, CancellationToken cancellationToken)
    {
        var file = FileOf(sha256);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return KeptText.Unpack(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (IOException)
        {
            // As good as damaged: it is made again.
            return null;
        }
    }

    /// <summary>Forgets the texts of files that the store no longer has.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (var text in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var sha256 = Path.GetFileName(text).Split('.')[0];
            if (!File.Exists(store.FileOf(sha256)))
            {
                File.Delete(text);
            }
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> MakeAsync(string sha256, CancellationToken cancellationToken)
    {
        FileTextResult result;
        try
        {
            await using var content = File.OpenRead(store.FileOf(sha256));
            result = await FileText.ReadAsync(content, FileTextLimits.Default, cancellationToken);
        }
        catch (IOException exception)
        {
            // Not remembered: the file may come back.
            LogUnread(logger, sha256, exception);
            return "";
        }

        if (result.Reason != NoTextReason.None)
        {
            LogNoText(logger, sha256, result.Reason);
        }

        await KeepAsync(sha256, result, cancellationToken);
        return result.Text;
    }

    private async Task KeepAsync(string sha256, FileTextResult result, CancellationToken cancellationToken)
    {
        var file = FileOf(sha256);
        var temporary = $"{file}.{UniqueId.New()}";
        try
        {
            ForgetOtherVersions();
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(temporary, KeptText.Pack(result), cancellationToken);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The text is there all the same; it will have to be made again.
            LogNotKept(logger, sha256, exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void ForgetOtherVersions()
    {
        if (Directory.Exists(_folder))
        {
            return;
        }

        var search = Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        foreach (var other in search.EnumerateDirectories($"{Folders}*"))
        {
            other.Delete(recursive: true);
        }
    }

    private string FileOf(string sha256) => Path.Combine(_folder, sha256[..2], $"{sha256}.txt.br");

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing to search in the file {Sha256}: {Reason}")]
    private static partial void LogNoText(ILogger logger, string sha256, NoTextReason reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {Sha256} could not be read for the search")]
    private static partial void LogUnread(ILogger logger, string sha256, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of the file {Sha256} could not be kept")]
    private static partial void LogNotKept(ILogger logger, string sha256, Exception exception);
}
