using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content;

/// <summary>Pages of the dashboard about content, on the site of Lạng Sơn.</summary>
internal static class DashboardContent
{
    public const string ArticleList = "/xttm-lang-son/Admin/Contents/ContentItems/Article";

    public const string NewArticle = "/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create";

    public const string SaveButton = "button[value=Save]";

    public const string PublishButton = "button[value=Publish]";

    public const string SubmitButton = "button[value=Submit]";

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

    /// <summary>Somebody else approves and publishes what was sent for review.</summary>
    public static async Task ApproveAsync(this PortalApp portal, string itemId)
    {
        var (item, _) = await portal.OpenAsync(PortalApp.LangSon, itemId);
        var approved = await portal.MoveAsync(PortalApp.LangSon, item, "ApproveAndPublish", Actor.Person(99, "Phó Trưởng ban biên tập", ["PublishContent"]), note: "Cập nhật");
        approved.Succeeded.ShouldBeTrue(approved.Succeeded ? null : approved.Refusals[0].Message);
    }

    /// <summary>The item that a page of the editor is about.</summary>
    public static SavedContent ItemOf(this Page page) => new(
        page.Response.RequestMessage!.RequestUri!.Segments[^2].TrimEnd('/'),
        page.ValueOf("BaseVersionId").ShouldNotBeNull());
}
