using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Consultations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

/// <summary>Drafts that are open for comments, and readers who comment on them.</summary>
internal static class Commenting
{
    public const string Words = "Đề nghị bổ sung quy định về lối thoát nạn tại Điều 15.";

    /// <summary>The morning of the tests is the 24th of November 2026.</summary>
    public static JsonObject Round(string title = "Dự thảo Quy chế tiếp công dân", string opensOn = "2026-11-20", string closesOn = "2026-11-25") => new JsonObject
    {
        ["ContentType"] = "Consultation",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
    }
        .Set("Consultation", "Draft", new { Html = "<p>Điều 1. Phạm vi điều chỉnh.</p>" })
        .Set("Consultation", "Lead", new { Text = "Quy chế quy định việc tiếp công dân tại trụ sở." })
        .Set("Consultation", "OpensOn", new { Value = opensOn })
        .Set("Consultation", "ClosesOn", new { Value = closesOn });

    public static string FormOf(SavedContent round, string site = "") => $"{site}/lay-y-kien/{round.ContentItemId}/gop-y";

    public static string PageOf(SavedContent round, string site = "") => $"{site}/Admin/Directives/Consultations/{round.ContentItemId}";

    /// <summary>Opens the form, takes the time that a person takes, and sends it.</summary>
    public static async Task<Page> CommentAsync(this PortalApp portal, SavedContent round, string site = "", params (string Name, string Value)[] fields)
    {
        var form = await portal.Http.GetPageAsync(FormOf(round, site));
        form.Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        return await portal.SendAsync(form, fields);
    }

    public static Task<Page> SendAsync(this PortalApp portal, Page form, params (string Name, string Value)[] fields) => portal.Http.SubmitAsync(
        form, "form.form", [("name", "Trần Thị Bình"), ("organisation", "Hợp tác xã Rau sạch"), ("email", "binh@example.vn"), ("phone", ""), ("text", Words), .. fields]);

    public static Task<List<ConsultationComment>> CommentsAsync(this PortalApp portal, string tenant, SavedContent round) => portal.ReadAsync(
        tenant, db => db.Set<ConsultationComment>().AsNoTracking().Where(row => row.ItemId == round.ContentItemId).OrderBy(row => row.Number).ToListAsync());

    /// <summary>Presses a button of the comment's page.</summary>
    public static Task<Page> DoAsync(this Colleague person, ConsultationComment comment, string handler, params (string Name, string Value)[] fields) =>
        person.PostAsync($"Admin/Directives/Comments/{comment.Id}?handler={handler}", [("revision", $"{comment.Revision}"), .. fields]);
}
