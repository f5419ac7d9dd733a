using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Media;

/// <summary>Signs the addresses of sized pictures, so that only the site's own templates choose sizes, not strangers.</summary>
internal sealed class ImageSigner(PortalPaths paths)
{
    public const string TokenKey = "token";

    private const int KeyLength = 32;
    private const int TokenLength = 16;

    private readonly Lazy<byte[]> _key = new(() => ReadOrCreateKey(paths.Keys));

    /// <summary>The query that asks for the profile of a file, signed.</summary>
    public string Sign(ReadOnlySpan<char> escapedPath, ImageProfile profile, ReadOnlySpan<char> fingerprint)
    {
        var query = $"{profile.ToQuery()}&{MediaAddress.FingerprintKey}={fingerprint}";
        return $"{query}&{TokenKey}={TokenOf(escapedPath, query)}";
    }

    public bool IsValid(string escapedPath, ImageProfile profile, string? fingerprint, string? token) =>
        token is { Length: TokenLength }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token),
            Encoding.UTF8.GetBytes(TokenOf(escapedPath, $"{profile.ToQuery()}&{MediaAddress.FingerprintKey}={fingerprint}")));

    private string TokenOf(ReadOnlySpan<char> escapedPath, string query) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{escapedPath}?{query}")))[..TokenLength];

    private static byte[] ReadOrCreateKey(string folder)
    {
        var file = Path.Combine(folder, "picture-addresses.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            Create(file);
        }

        return File.ReadAllBytes(file) is { Length: KeyLength } key
            ? key
            : throw new InvalidDataException($"{file} is damaged. Delete it, and a new one will be made.");
    }

    private static void Create(string file)
    {
        var temporary = $"{file}.{UniqueId.New()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was faster: its key counts.
            File.Delete(temporary);
        }
    }
}
