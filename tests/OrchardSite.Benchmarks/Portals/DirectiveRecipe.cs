using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>A register of units that have sites, and directives of the department for all of them.</summary>
internal static class DirectiveRecipe
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Technical name of a unit's site.</summary>
    public static string SiteOf(int unit) => string.Create(CultureInfo.InvariantCulture, $"unit-{unit}");

    public static string IdOf(int directive) => string.Create(CultureInfo.InvariantCulture, $"sent{directive:D22}");

    /// <param name="published">How many directives are published; the others are drafts.</param>
    public static async Task WriteAsync(string file, int units, int published, int drafts, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        var recipe = new
        {
            name = "directives",
            displayName = "Văn bản",
            version = "1.0",
            issetuprecipe = false,
            steps = new[]
            {
                new { name = "content", data = Enumerable.Range(1, units).Select(Unit) },
                new { name = "content", data = Enumerable.Range(1, published + drafts).Select(number => Directive(number, number <= published, today)) },
            },
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, recipe, Json, cancellationToken);
    }

    private static object Unit(int number) => new
    {
        ContentItemId = string.Create(CultureInfo.InvariantCulture, $"unit{number:D22}"),
        ContentType = "Unit",
        Published = true,
        Latest = true,
        TitlePart = new { Title = $"Cụm công nghiệp số {number}" },
        Unit = new { Kind = new { Text = "CumCongNghiep" }, Site = new { Text = SiteOf(number) } },
    };

    private static object Directive(int number, bool isPublished, DateOnly today)
    {
        var issuedOn = today.AddDays(-number % 300);
        return new
        {
            ContentItemId = IdOf(number),
            ContentType = "Directive",
            Published = isPublished,
            Latest = true,
            TitlePart = new { Title = $"Công văn số {number + 1000}/SCT-QLCN" },
            Directive = new
            {
                System = new { Text = "NhaNuoc" },
                DocumentType = new { Text = "CV" },
                Number = new { Text = (number + 1000).ToString(CultureInfo.InvariantCulture) },
                Symbol = new { Text = "SCT-QLCN" },
                IssuedOn = new { Value = issuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
                Issuer = new { Text = "Sở Công Thương Hải Dương" },
                Subject = new { Text = $"Về việc báo cáo tình hình hoạt động của cụm công nghiệp, đợt {number}" },
                Secrecy = new { Text = "Thuong" },
                Visibility = new { Text = "DonViNhan" },
                DueDays = new { Value = 10m },
            },
            Recipients = new { ContentItems = new[] { new { ContentItemId = string.Create(CultureInfo.InvariantCulture, $"line{number:D22}"), ContentType = "DirectiveRecipient", DirectiveRecipient = new { Role = new { Text = "ChuTri" }, Group = new { Text = "CumCongNghiep" } } } } },
        };
    }
}
