using System.Text.Json;

namespace OrchardSite.Media;

/// <summary>A file on its way: who sends it where, and how much of it is to come.</summary>
/// <param name="Length">In bytes, when it is complete.</param>
public sealed record ResumableUpload(string Key, int TenantId, int AccountId, string Path, long Length, DateTime BegunUtc);

/// <summary>
/// Files that arrive in parts, kept in <c>uploads/</c> of the data folder until they are complete. Whoever is cut off goes on
/// where they were; what is not complete a day after it was begun is thrown away.
/// </summary>
public sealed class ResumableUploads(PortalPaths paths, TimeProvider time)
{
    /// <summary>How much a person may have on the way at once.</summary>
    public const int MostOfPerson = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(paths.Data, "uploads");

    /// <returns>Null when the person has too many on the way already.</returns>
    public ResumableUpload? Begin(int tenantId, int accountId, string path, long length)
    {
        Directory.CreateDirectory(_folder);
        ThrowAwayOld();
        var upload = new ResumableUpload($"{tenantId}-{accountId}-{UniqueId.New()}", tenantId, accountId, path, length, time.GetUtcNow().UtcDateTime);
        if (Directory.EnumerateFiles(_folder, $"{tenantId}-{accountId}-*.json").Take(MostOfPerson).Count() == MostOfPerson)
        {
            return null;
        }

        File.Create(ContentOf(upload)).Dispose();
        File.WriteAllText(Path.Combine(_folder, upload.Key + ".json"), JsonSerializer.Serialize(upload));
        return upload;
    }

    /// <summary>One that this person began on this site; null for any other.</summary>
    public ResumableUpload? Find(string key, int tenantId, int accountId)
    {
        var own = $"{tenantId}-{accountId}-";
        if (!key.StartsWith(own, StringComparison.Ordinal) || !UniqueId.IsValid(key[own.Length..]))
        {
            return null;
        }

        var facts = Path.Combine(_folder, key + ".json");
        return File.Exists(facts) ? Read(facts) : null;
    }

    /// <summary>How many bytes have arrived.</summary>
    public long OffsetOf(ResumableUpload upload) => new FileInfo(ContentOf(upload)).Length;

    /// <summary>What has arrived, for one at a time.</summary>
    /// <exception cref="IOException">Another request is writing it.</exception>
    public FileStream Open(ResumableUpload upload) => new(ContentOf(upload), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    public void Remove(ResumableUpload upload)
    {
        File.Delete(Path.Combine(_folder, upload.Key + ".json"));
        File.Delete(ContentOf(upload));
    }

    private string ContentOf(ResumableUpload upload) => Path.Combine(_folder, upload.Key);

    private void ThrowAwayOld()
    {
        var old = time.GetUtcNow().UtcDateTime - Patience;
        foreach (var upload in Directory.EnumerateFiles(_folder, "*.json").Select(Read).Where(upload => upload.BegunUtc < old))
        {
            Remove(upload);
        }
    }

    private static ResumableUpload Read(string facts) => JsonSerializer.Deserialize<ResumableUpload>(File.ReadAllText(facts))!;
}
