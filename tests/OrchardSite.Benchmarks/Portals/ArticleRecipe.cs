using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>Recipes of made-up articles for a site, as long as real ones and spread over its categories and four years.</summary>
internal static class ArticleRecipe
{
    private const string Taxonomy = "portalcategories0000000000";

    // Letters stay as they are, as in a file that people write.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // With the newest and the most of them in what the home page shows.
    private static readonly string[] Terms =
    [
        "termcongnghiep000000000000", "termthuongmai0000000000000", "termnangluong0000000000000", "termkhuyencong000000000000",
        "termxuctienthuongmai000000", "termcongtacdang00000000000", "termphobienphapluat0000000", "termthongbao00000000000000",
    ];

    // The category that every site has.
    private static readonly string[] UnitTerms = ["termthongbao00000000000000"];

    private static readonly string[] Sentences =
    [
        "Sở Công Thương phối hợp với các địa phương rà soát tiến độ đầu tư hạ tầng các cụm công nghiệp trên địa bàn.",
        "Các doanh nghiệp đề nghị tiếp tục được hỗ trợ xúc tiến thương mại và kết nối với các kênh phân phối lớn.",
        "Chỉ số sản xuất công nghiệp tháng này tăng so với cùng kỳ năm trước, trong đó ngành chế biến, chế tạo giữ vai trò chủ lực.",
        "Lực lượng quản lý thị trường tăng cường kiểm tra, kịp thời xử lý hành vi vi phạm về giá và nhãn hàng hóa.",
        "Chương trình khuyến công hỗ trợ các cơ sở công nghiệp nông thôn ứng dụng máy móc tiên tiến vào sản xuất.",
        "Việc cung ứng điện trong mùa nắng nóng được bảo đảm, không để xảy ra thiếu điện cho sản xuất và sinh hoạt.",
    ];

    /// <param name="start">Number of the first article; articles of other numbers are other ones.</param>
    /// <param name="isUnit">True for the categories of a partner unit.</param>
    public static async Task WriteAsync(string file, int start, int count, TimeProvider time, CancellationToken cancellationToken, bool isUnit = false)
    {
        var terms = isUnit ? UnitTerms : Terms;
        var newest = time.GetUtcNow().AddHours(-1);
        var recipe = new
        {
            name = $"articles-from-{start}",
            displayName = "Bài viết",
            version = "1.0",
            issetuprecipe = false,
            steps = new[] { new { name = "content", data = Enumerable.Range(start, count).Select(number => Article(number, newest, terms)) } },
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, recipe, Json, cancellationToken);
    }

    private static object Article(int number, DateTimeOffset newest, string[] terms)
    {
        var at = newest.AddMinutes(-20.0 * number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var title = $"Bản tin số {number}: tình hình sản xuất công nghiệp và thương mại trên địa bàn";
        return new
        {
            ContentItemId = $"made{number:D22}",
            ContentType = "Article",
            DisplayText = title,
            Latest = true,
            Published = true,
            CreatedUtc = at,
            ModifiedUtc = at,
            PublishedUtc = at,
            Owner = "",
            Author = "",
            TitlePart = new { Title = title },
            Article = new
            {
                Sapo = new { Text = Sentences[number % Sentences.Length] },
                Category = new { TaxonomyContentItemId = Taxonomy, TermContentItemIds = new[] { terms[number % terms.Length] } },
                Author = new { Text = "Văn phòng Sở" },
                SourceKind = new { Text = "TuViet" },
                IsFeatured = new { Value = number % 50 == 0 },
            },
            HtmlBodyPart = new { Html = Body(number) },
        };
    }

    private static string Body(int number) =>
        string.Concat(Enumerable.Range(number, 12).Select(index => $"<p>{Sentences[index % Sentences.Length]} {Sentences[(index + 2) % Sentences.Length]}</p>"));
}
