using System.Text;
using QRCoder;

namespace OrchardSite.Users.SecondFactor;

/// <summary>What an authenticator app needs to know, for the eye of the phone and for fingers.</summary>
public sealed class AuthenticatorSetup(byte[] key, string issuer, string userName)
{
    private const int BitsOfLetter = 5;
    private const int GroupLength = 4;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The key in groups of four letters and digits.</summary>
    public string TypedKey => string.Join(' ', Base32(key).Chunk(GroupLength).Select(group => new string(group)));

    public string Uri => $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(userName)}"
        + $"?secret={Base32(key)}&issuer={System.Uri.EscapeDataString(issuer)}&digits={TimeCode.Digits}";

    /// <summary>The QR code of <see cref="Uri"/>: its width in modules with the quiet zone, and the dark ones as the path of an SVG.</summary>
    public (int Size, string Path) Picture()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Uri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
                }
            }
        }

        return (code.ModuleMatrix.Count, path.ToString());
    }

    // RFC 4648; a key of 20 bytes needs no padding.
    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(value => value.ToString("B8", System.Globalization.CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(BitsOfLetter).Select(letter => Alphabet[Convert.ToInt32(new string(letter), 2)]));
    }
}
