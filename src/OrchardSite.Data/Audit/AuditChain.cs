using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Data;

/// <summary>
/// How the entries of a tenant hang together: each one's hash covers all its columns and the hash of the one before, so that
/// whoever keeps the last hash can tell that nothing before it was changed, removed, put in or moved.
/// </summary>
public static class AuditChain
{
    public const int HashLength = 64;

    /// <summary>What stands for the hash before the first entry.</summary>
    public static string Beginning { get; } = new('0', HashLength);

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of these values in their order, each as the number of its bytes in UTF-8, a colon,
    /// those bytes and a comma; what is null as a hyphen and a comma: the previous hash, Number, TenantId, Id, OccurredUtc,
    /// SealedUtc, Actor, AccountId, Operation, ItemId, Version, Detail. Times are like 2026-11-24T03:00:00.0000000Z.
    /// </summary>
    public static string HashOf(AuditEntry entry, string previous)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Add(bytes, previous);
        Add(bytes, Text(entry.Number));
        Add(bytes, Text(entry.TenantId));
        Add(bytes, entry.Id);
        Add(bytes, Text(entry.OccurredUtc));
        Add(bytes, Text(entry.SealedUtc));
        Add(bytes, entry.Actor);
        Add(bytes, Text(entry.AccountId));
        Add(bytes, entry.Operation);
        Add(bytes, entry.ItemId);
        Add(bytes, Text(entry.Version));
        Add(bytes, entry.Detail);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    /// <summary>The time as every database keeps it: in whole microseconds.</summary>
    internal static DateTime Storable(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateTime? time) => time?.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private static void Add(ArrayBufferWriter<byte> bytes, string? value)
    {
        if (value is not null)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:"), bytes);
            Encoding.UTF8.GetBytes(value, bytes);
        }

        bytes.Write(value is null ? "-,"u8 : ","u8);
    }
}
