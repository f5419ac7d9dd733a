using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Directives.Units;
using OrchardSite.Theming;

namespace OrchardSite.Directives.Consultations;

/// <summary>A round in a list with how long it is open, and on its own page with its files, what was said and what came of it.</summary>
internal sealed class ConsultationDisplay(CommentReader reader, ContentReader content, DirectiveFiles files, ConsultationTexts texts) : IContentDisplay
{
    public string ContentType => Consultation.ContentType;

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        var round = Consultation.Of(item);
        shape["Stage"] = texts.ShapeOf(round, page.Today);
        page.ChangesAt(page.EndOfToday);
        if (displayType == DisplayTypes.Detail)
        {
            await SetDetailsAsync(shape, item, round, page);
        }
    }

    private async Task SetDetailsAsync(Shape shape, ContentView item, Consultation round, PageRendering page)
    {
        page.Section = ConsultationList.Path;
        shape["Files"] = await files.BuildAsync(item, ContentType, page);
        shape["Unit"] = await FindAsync(item, "Unit", page) is { } unit
            ? new Shape { ["Name"] = unit.DisplayText, ["Phone"] = unit.Text(Unit.ContentType, "Phone"), ["Email"] = unit.Text(Unit.ContentType, "Email"), ["Address"] = unit.Text(Unit.ContentType, "Address") }
            : null;
        shape["Directive"] = await FindAsync(item, "Directive", page);
        shape["FormUrl"] = round.StageOn(page.Today) == ConsultationStage.Open ? page.Url(CommentForm.PathOf(round.Id)) : null;
        shape["Received"] = await reader.CountAsync(item.Id, page.Http.RequestAborted);
        if (round.ShowsComments)
        {
            await SetCommentsAsync(shape, round, page);
        }
    }

    private async Task SetCommentsAsync(Shape shape, Consultation round, PageRendering page)
    {
        if (Pager.Read(page) is not { } pager)
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (rows, total) = await reader.ShownAsync(round.Id, pager.Skip, pager.Size, page.Http.RequestAborted);
        if (!pager.Exists(total))
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        shape["Comments"] = rows.Select(row => ShapeOf(row, page)).ToArray();
        shape["Pager"] = pager.Build(total, page.Url(round.Path ?? ""));
    }

    // Name and words alone: how to reach somebody is nobody else's affair.
    private Shape ShapeOf(ConsultationComment comment, PageRendering page) => new()
    {
        ["Receipt"] = comment.Receipt,
        ["Sender"] = texts.SenderOf(comment),
        ["Organisation"] = comment.Organisation,
        ["SentOn"] = DayOf(comment.SentUtc, page),
        ["Text"] = comment.Text,
        ["Answer"] = comment.Answer,
        ["AnswerKind"] = comment.AnswerKind is { } kind ? texts.NameOf(kind) : null,
        ["AnsweredOn"] = comment.AnsweredUtc is { } answered ? DayOf(answered, page) : null,
    };

    private static string DayOf(DateTime utc, PageRendering page) => TimeZoneInfo.ConvertTimeFromUtc(utc, page.Settings.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<ContentView?> FindAsync(ContentView item, string field, PageRendering page)
    {
        if (item.Texts(ContentType, field, "ContentItemIds").FirstOrDefault() is not { } id)
        {
            return null;
        }

        page.Shows(CacheTag.Item(id));
        return await content.FindAsync(id);
    }
}
