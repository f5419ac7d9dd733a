using System.Drawing;
using System.Globalization;

namespace OrchardSite.Content.Health;

/// <summary>Colours as style sheets write them.</summary>
internal static class CssColor
{
    /// <returns>As <c>#rrggbb</c>, on white where it lets the ground through; null for what is no colour, or cannot be seen at all.</returns>
    public static string? Read(string? text)
    {
        var value = text?.Trim().ToLowerInvariant() ?? "";
        return value switch
        {
            ['#', .. var digits] when digits.All(char.IsAsciiHexDigit) => OfDigits(digits),
            _ when value.StartsWith("rgb", StringComparison.Ordinal) => OfNumbers(value),
            _ when value.Length is > 2 and < 24 && value.All(char.IsAsciiLetter) => OfName(value),
            _ => null,
        };
    }

    private static string? OfDigits(string digits)
    {
        var full = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        return full.Length is 6 or 8
            ? OnWhite(Byte(full, 0), Byte(full, 2), Byte(full, 4), full.Length == 8 ? Byte(full, 6) / 255.0 : 1)
            : null;
    }

    private static string? OfNumbers(string value)
    {
        var numbers = value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length is not (3 or 4))
        {
            return null;
        }

        var read = numbers.Select((number, index) => Number(number, index == 3 ? 1 : 255)).ToArray();
        return read.Any(number => number is null) ? null : OnWhite(read[0]!.Value, read[1]!.Value, read[2]!.Value, read.Length == 4 ? read[3]!.Value : 1);
    }

    private static string? OfName(string name) =>
        Color.FromName(name) is { IsKnownColor: true, IsSystemColor: false, A: > 0 } color ? OnWhite(color.R, color.G, color.B, 1) : null;

    private static double? Number(string text, double whole) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Math.Clamp(text.EndsWith('%') ? number / 100 * whole : number, 0, whole)
            : null;

    private static string? OnWhite(double red, double green, double blue, double opacity) => opacity <= 0
        ? null
        : $"#{Mixed(red, opacity):x2}{Mixed(green, opacity):x2}{Mixed(blue, opacity):x2}";

    private static int Mixed(double channel, double opacity) => (int)Math.Round((channel * opacity) + (255 * (1 - opacity)));

    private static int Byte(string digits, int start) => int.Parse(digits.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
