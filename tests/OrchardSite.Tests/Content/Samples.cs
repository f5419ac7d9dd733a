using System.Text.Json.Nodes;

namespace OrchardSite.Tests.Content;

/// <summary>Items that every site takes as they are.</summary>
internal static class Samples
{
    public const string Categories = "portalcategories0000000000";

    /// <summary>The category of notices, which every site has.</summary>
    public const string Notices = "termthongbao00000000000000";

    public static JsonObject Article(string title = "Khai mạc hội chợ hàng Việt về nông thôn", string category = Notices) => new()
    {
        ["ContentType"] = "Article",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["Article"] = new JsonObject
        {
            ["Sapo"] = Text("Hội chợ có 80 gian hàng và kéo dài ba ngày."),
            ["Category"] = new JsonObject { ["TaxonomyContentItemId"] = Categories, ["TermContentItemIds"] = new JsonArray(category) },
            ["Author"] = Text("Phòng Quản lý thương mại"),
            ["SourceKind"] = Text("TuViet"),
        },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>Hội chợ khai mạc sáng nay.</p>" },
    };

    public static JsonObject Page(string title = "Quy chế tiếp công dân") => new()
    {
        ["ContentType"] = "Page",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>Tiếp công dân vào sáng thứ năm.</p>" },
    };

    public static JsonObject Directive(string number = "301", string symbol = "QĐ-SCT", string type = "QĐ") => new()
    {
        ["ContentType"] = "Directive",
        ["TitlePart"] = new JsonObject { ["Title"] = $"Quyết định {number}/{symbol}" },
        ["Directive"] = new JsonObject
        {
            ["System"] = Text("NhaNuoc"),
            ["DocumentType"] = Text(type),
            ["Number"] = Text(number),
            ["Symbol"] = Text(symbol),
            ["IssuedOn"] = new JsonObject { ["Value"] = "2026-11-20" },
            ["Issuer"] = Text("Sở Công Thương Hải Dương"),
            ["Subject"] = Text("Về việc kiện toàn Ban Biên tập"),
            ["Secrecy"] = Text("Thuong"),
            ["Visibility"] = Text("CongKhai"),
        },
    };

    public static JsonObject Banner(string title = "Tuần lễ hàng Việt") => new()
    {
        ["ContentType"] = "Banner",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["Banner"] = new JsonObject
        {
            ["Image"] = new JsonObject { ["Paths"] = new JsonArray("nhan-dien/logo.svg"), ["MediaTexts"] = new JsonArray(title) },
            ["Link"] = new JsonObject { ["Url"] = "~/thong-bao", ["Text"] = title },
            ["Position"] = Text("Header"),
            ["Order"] = new JsonObject { ["Value"] = 1m },
        },
    };

    public static JsonObject Text(string text) => new() { ["Text"] = text };
}
