using System.Security.Cryptography;

namespace OrchardSite.Media;

/// <summary>
/// The bytes of all libraries, each kept once under its own hash: replacing a file is one change of a row, and a
/// transaction that is rolled back leaves at most a file that no row names.
/// </summary>
public sealed class MediaStore(PortalPaths paths)
{
    /// <summary>Where the bytes with this hash are.</summary>
    public string FileOf(string sha256) => Path.Combine(paths.Media, sha256[..2], sha256);

    /// <summary>Keeps a copy, complete and on the disk when this returns; what is kept already is not written again.</summary>
    internal async Task KeepAsync(Stream content, string sha256, CancellationToken cancellationToken)
    {
        var target = FileOf(sha256);
        if (new FileInfo(target) is { Exists: true } kept && kept.Length == content.Length)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{UniqueId.New()}";
        try
        {
            await CopyAsync(content, temporary, sha256, cancellationToken);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>To be called only in a transaction, when no row of any tenant names these bytes.</summary>
    internal void Delete(string sha256)
    {
        var file = FileOf(sha256);
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private static async Task CopyAsync(Stream content, string file, string sha256, CancellationToken cancellationToken)
    {
        await using var copy = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite);
        content.Position = 0;
        await content.CopyToAsync(copy, cancellationToken);
        copy.Flush(flushToDisk: true);
        copy.Position = 0;
        // All tenants share what is kept under a hash, so the name must never lie.
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellationToken)) != sha256)
        {
            throw new IOException("The file changed while it was being read.");
        }
    }
}
