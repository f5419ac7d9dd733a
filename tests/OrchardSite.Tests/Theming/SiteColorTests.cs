using System.Globalization;
using OrchardSite.Theming;

namespace OrchardSite.Tests.Theming;

public sealed class SiteColorTests
{
    // WCAG 2: normal text has at least this contrast.
    private const double Readable = 4.5;

    [Fact]
    public void Text_on_any_colour_can_be_read()
    {
        var unreadable = new List<string>();
        for (var red = 0; red < 256; red += 5)
        {
            for (var green = 0; green < 256; green += 5)
            {
                for (var blue = 0; blue < 256; blue += 5)
                {
                    var color = $"#{red:x2}{green:x2}{blue:x2}";
                    if (Contrast(color, SiteColor.ReadableOn(color)) < Readable)
                    {
                        unreadable.Add(color);
                    }
                }
            }
        }

        unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#0b5d3b", "#ffffff")]
    [InlineData("#FFD100", "#000000")]
    [InlineData("#ffffff", "#000000")]
    [InlineData("#000000", "#ffffff")]
    public void The_text_is_the_one_with_the_higher_contrast(string color, string text) => SiteColor.ReadableOn(color).ShouldBe(text);

    [Theory]
    [InlineData("#0b5d3b", true)]
    [InlineData("#0B5D3B", true)]
    [InlineData("0b5d3b", false)]
    [InlineData("#0b5d3", false)]
    [InlineData("#0b5d3b;}", false)]
    [InlineData("#0b5d3b\n", false)]
    [InlineData("red", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_six_figures_are_a_colour(string? text, bool isColor) => SiteColor.IsColor(text).ShouldBe(isColor);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var channels = new[] { 1, 3, 5 }
            .Select(start => int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
