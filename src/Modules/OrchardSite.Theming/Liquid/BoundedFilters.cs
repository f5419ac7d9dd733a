using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>
/// Ends a template that makes texts or lists grow without measure: a few lines can double a text until the process has no
/// memory left. Wraps the filters of which the result can be much longer than what goes in.
/// </summary>
internal static class BoundedFilters
{
    /// <summary>Characters of one text; far above any honest template.</summary>
    public const int LongestText = 1_000_000;

    private const int MostValues = 10_000;
    private const int MostDigits = 3;

    public static void Bound(FilterCollection filters)
    {
        Before(filters, "append", Sum);
        Before(filters, "prepend", Sum);
        Before(filters, "replace", (input, arguments) =>
            input.ToStringValue().Length * (1L + arguments.At(1).ToStringValue().Length) / Math.Max(1, arguments.At(0).ToStringValue().Length));
        Before(filters, "join", (input, arguments) => input is ArrayValue list
            ? list.Values.Sum(value => (long)value.ToStringValue().Length) + (list.Values.Count * (long)arguments.At(0).ToStringValue().Length)
            : 0);
        Before(filters, "base64_encode", (input, _) => input.ToStringValue().Length * 2L);
        Before(filters, "base64_url_safe_encode", (input, _) => input.ToStringValue().Length * 2L);
        Before(filters, "url_encode", (input, _) => input.ToStringValue().Length * 3L);
        Before(filters, "concat", (input, arguments) => Count(input) + Count(arguments.At(0)) > MostValues ? long.MaxValue : 0);
        foreach (var name in new[] { "format_number", "format_date", "date" })
        {
            Before(filters, name, (_, arguments) => HasManyDigits(arguments.At(0).ToStringValue()) ? long.MaxValue : 0);
        }

        foreach (var name in new[] { "format_string", "t" })
        {
            Before(filters, name, (input, _) => HasWideHole(input.ToStringValue()) ? long.MaxValue : 0);
        }
    }

    /// <exception cref="InvalidOperationException">The text is too long.</exception>
    public static void Check(long length)
    {
        if (length > LongestText)
        {
            throw new InvalidOperationException($"A template makes a text or a list grow too long; a text may have {LongestText} characters.");
        }
    }

    private static void Before(FilterCollection filters, string name, Func<FluidValue, FilterArguments, long> length)
    {
        if (filters.TryGetValue(name, out var filter))
        {
            filters.AddFilter(name, (input, arguments, context) =>
            {
                var expected = length(input, arguments);
                Check(expected);
                if (expected > LongestText / 100)
                {
                    Templates.TemplateBudget.Of(context)?.CheckTime();
                }

                return filter(input, arguments, context);
            });
        }
    }

    private static long Sum(FluidValue input, FilterArguments arguments) => (long)input.ToStringValue().Length + arguments.At(0).ToStringValue().Length;

    private static int Count(FluidValue value) => value is ArrayValue list ? list.Values.Count : 1;

    // "D999999999" and "{0,999999}" are short to write and long to read.
    private static bool HasManyDigits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits > MostDigits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWideHole(string text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (HasManyDigits(text.AsSpan(open, (close < 0 ? text.Length : close) - open)))
            {
                return true;
            }
        }

        return false;
    }
}
