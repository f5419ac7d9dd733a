using System.Globalization;
using System.Text.RegularExpressions;
using OrchardSite.Text;

namespace OrchardSite.Directives;

/// <summary>
/// How documents are numbered: <c>123/QĐ-SCT</c>, <c>456/SCT-QLTM</c> and <c>42/2022/NĐ-CP</c> by the state,
/// <c>138-CV/ĐUK</c> by the Party. Below 10 the number has a leading zero.
/// </summary>
public static partial class DirectiveNumber
{
    /// <summary>Code of the Party's system; every other is the state's.</summary>
    public const string PartySystem = "Dang";

    // An official letter is numbered by its issuer alone.
    private const string OfficialLetter = "CV";

    /// <summary>The number as people write it.</summary>
    public static string Format(string system, string number, string symbol) => system == PartySystem ? $"{number}-{symbol}" : $"{number}/{symbol}";

    public static bool IsWellFormed(string system, string number, string symbol) =>
        IsNumber(number)
        && !symbol.AsSpan().ContainsAny('Ð', 'ð')
        && (system == PartySystem ? PartyPattern() : StatePattern()).IsMatch(Format(system, number, symbol));

    public static bool IsNumber(string number) => NumberPattern().IsMatch(number);

    /// <summary>The part of a number that is counted; 0 where there is none.</summary>
    public static int OrdinalOf(string number) => int.TryParse(number.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 0;

    /// <summary>A number as it is written: below 10 with a leading zero.</summary>
    public static string Written(int ordinal) => ordinal.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The right form nearest to what was entered, or an example of it where nothing near can be made out.</summary>
    /// <param name="documentType">Abbreviation of the type, such as <c>QĐ</c>.</param>
    public static string Propose(string system, string documentType, string number, string symbol)
    {
        var (digits, cleaned) = ProposeParts(system, documentType, number, symbol);
        return Format(system, digits, cleaned);
    }

    /// <inheritdoc cref="Propose"/>
    public static (string Number, string Symbol) ProposeParts(string system, string documentType, string number, string symbol)
    {
        var digits = CleanNumber(system, number);
        var cleaned = CleanSymbol(system, number, symbol);
        return (digits, IsWellFormed(system, digits, cleaned) ? cleaned : Example(system, documentType));
    }

    private static string CleanNumber(string system, string number)
    {
        var (digits, letter) = NumberParts().Match(number.Trim().ToLowerInvariant()) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : ("", "");
        var cleaned = digits.PadLeft(2, '0') + (system == PartySystem ? "" : letter);
        return IsNumber(cleaned) ? cleaned : "01";
    }

    private static string CleanSymbol(string system, string number, string symbol)
    {
        var cleaned = WhiteSpace().Replace(VietnameseText.ToNfc(symbol), "").Replace('Ð', 'Đ').Replace('ð', 'đ').Replace('–', '-').Trim('-', '/', '.');
        if (cleaned.StartsWith(number + "/", StringComparison.Ordinal) || cleaned.StartsWith(number + "-", StringComparison.Ordinal))
        {
            cleaned = cleaned[(number.Length + 1)..];
        }

        if (!cleaned.Any(char.IsUpper))
        {
            cleaned = cleaned.ToUpperInvariant();
        }

        if (system == PartySystem)
        {
            return cleaned.Contains('/') ? cleaned : FirstHyphen().Replace(cleaned, "/", 1);
        }

        var year = YearStart().Match(cleaned).Value;
        return year + cleaned[year.Length..].Replace('/', '-');
    }

    private static string Example(string system, string documentType) => system switch
    {
        // The code of a type without an abbreviation has a hyphen, which the Party's numbers have before it alone.
        PartySystem => $"{documentType.Split('-')[0]}/ĐU",
        _ when documentType == OfficialLetter => "SCT-VP",
        _ => $"{documentType}-SCT",
    };

    [GeneratedRegex(@"^(?=[0-9]*[1-9])[0-9]{2,10}[a-z]?\z")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^([0-9]{1,10})([a-z]?)\z")]
    private static partial Regex NumberParts();

    [GeneratedRegex(@"^[0-9]{1,10}[a-z]?/([0-9]{4}/)?[A-ZĐ][\p{L}0-9.&]*(-[\p{L}0-9.&]+)*\z")]
    private static partial Regex StatePattern();

    [GeneratedRegex(@"^[0-9]{1,10}-[A-ZĐ][\p{L}]*/[A-ZĐ][\p{L}0-9.]*\z")]
    private static partial Regex PartyPattern();

    [GeneratedRegex(@"^[0-9]{4}/")]
    private static partial Regex YearStart();

    [GeneratedRegex("-")]
    private static partial Regex FirstHyphen();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
