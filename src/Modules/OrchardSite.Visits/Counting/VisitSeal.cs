using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Visits.Counting;

/// <summary>
/// Says that a site has answered an address with a page: what is counted bears it, so that nobody can make addresses up. It is
/// the same for all readers and on all nodes, and outlives a restart: its key is a file beside those of the sessions.
/// </summary>
public sealed class VisitSeal(PortalPaths paths)
{
    private const string FileName = "visits.key";
    private const int KeyBytes = 32;
    private const int SealBytes = 12;

    private readonly Lazy<byte[]> _key = new(() => ReadKey(KeyFolder.Create(paths)));

    public string Of(int tenantId, string path) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{tenantId} {path}"))).AsSpan(0, SealBytes));

    public bool IsOf(int tenantId, string path, string seal) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(tenantId, path)), Encoding.UTF8.GetBytes(seal));

    private static byte[] ReadKey(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            Write(file);
        }

        return File.ReadAllBytes(file);
    }

    // Of nodes that start at the same time, the first one's key is everybody's: it comes into being as a whole.
    private static void Write(string file)
    {
        var draft = $"{file}.{UniqueId.New()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
        }

        try
        {
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
