using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace OrchardSite.Users.SecondFactor;

/// <summary>The codes of authenticator apps: RFC 6238 with what all of them know, SHA-1, 30 seconds and six digits.</summary>
public static class TimeCode
{
    public const int Digits = 6;

    private const int KeyBytes = 20;
    private const int SecondsOfStep = 30;
    private const int Modulus = 1_000_000;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static string At(byte[] key, DateTimeOffset time) => AtStep(key, StepOf(time));

    /// <summary>The step that a code belongs to: the current one, or for a clock that is a little off the one before or after.</summary>
    public static long? FindStep(byte[] key, string code, DateTimeOffset time)
    {
        var now = StepOf(time);
        long[] steps = [now, now - 1, now + 1];
        return steps.Cast<long?>().FirstOrDefault(step => AtStep(key, step!.Value) == code);
    }

    private static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / SecondsOfStep;

    private static string AtStep(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
