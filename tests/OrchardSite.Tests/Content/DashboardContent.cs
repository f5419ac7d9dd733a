using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

/// <summary>Pages of the dashboard about content, on the site of Lạng Sơn.</summary>
internal static class DashboardContent
{
    public const string ArticleList = "/xttm-lang-son/Admin/Contents/ContentItems/Article";

    public const string NewArticle = "/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create";

    public const string SaveButton = "button[value=Save]";

    public const string PublishButton = "button[value=Publish]";

    public static string AddressOf(SavedContent item, string page = "Edit") => $"/xttm-lang-son/Admin/Contents/ContentItems/{item.ContentItemId}/{page}";

    /// <summary>Fills in the form of a new article and presses a button.</summary>
    public static async Task<Page> WriteAsync(this HttpClient browser, string title, string button = SaveButton, params (string Name, string Value)[] fields)
    {
        var form = await browser.GetPageAsync(NewArticle);
        form.Status.ShouldBe(HttpStatusCode.OK);
        return await browser.PressAsync(
            form,
            button,
            [
                ("TitlePart.Title", title), ("Article.Sapo.Text", "Chợ phiên họp ba ngày."), ("Article.Category.TermContentItemIds", Samples.Notices),
                ("Article.Author.Text", "Phòng Nghiệp vụ"), ("HtmlBodyPart.Html", "<p>Chợ phiên họp sáng nay.</p>"), .. fields,
            ]);
    }

    /// <summary>The item that a page of the editor is about.</summary>
    public static SavedContent ItemOf(this Page page) => new(
        page.Response.RequestMessage!.RequestUri!.Segments[^2].TrimEnd('/'),
        page.ValueOf("BaseVersionId").ShouldNotBeNull());
}
