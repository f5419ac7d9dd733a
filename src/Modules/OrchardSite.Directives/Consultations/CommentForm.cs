using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Theming;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Directives.Consultations;

/// <summary>
/// The form by which readers comment on a draft, and the page that thanks them. It is a page of its own, kept in no cache, so that the
/// page of the draft itself can be; no reader gets a cookie for it. Scoped.
/// </summary>
internal sealed class CommentForm(PageRenderer renderer, ContentReader content, CommentReader reader, SubmitComment submit, FormStamp stamps, CommentLimits limits, IStringLocalizer localizer)
{
    // Readers do not see this field; programs that fill in every field do.
    private const string Trap = "website";

    public static string PathOf(string roundId) => $"{ConsultationList.Path}/{roundId}/gop-y";

    public async Task ShowAsync(HttpContext context, string id)
    {
        var page = await renderer.BeginAsync(context);
        if (await FindAsync(id) is not { } item)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var round = Consultation.Of(item);
        if (round.StageOn(page.Today) != ConsultationStage.Open)
        {
            // Its own page says since or until when.
            context.Response.Redirect(page.Url(round.Path ?? ConsultationList.Path));
            return;
        }

        await ShowAsync(page, item, new CommentInput(), stamps.Make(page.Tenant!.Id, id), []);
    }

    public async Task TakeAsync(HttpContext context, string id)
    {
        var page = await renderer.BeginAsync(context);
        if (await FindAsync(id) is not { } item)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!SameOrigin.Sent(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await ReadAsync(context.Request) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (input, stamp, tenantId) = (CommentInput.Read(form), form["stamp"].ToString(), page.Tenant!.Id);
        if (await submit.FindSentAsync(id, input, context.RequestAborted) is { } sent)
        {
            Thank(page, sent);
            return;
        }

        IReadOnlyList<Refusal> refusals = submit.WhyClosed(Consultation.Of(item), page.Today) is { } closed ? [closed] : [.. Check(form, stamp, input, tenantId, id)];
        if (refusals.Count == 0 && limits.Take(tenantId, ClientAddress.Of(context)) is { } wait)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await ShowAsync(page, item, input, stamp, [new Refusal(RefusalKind.Invalid, localizer["Many comments have come from your network within an hour. Please wait {0} minutes and send yours again; it stays in the form.", (int)Math.Ceiling(wait.TotalMinutes)])]);
            return;
        }

        if (refusals.Count == 0)
        {
            var taken = await submit.RunAsync(id, input, context.RequestAborted);
            if (taken.Succeeded)
            {
                Thank(page, taken.Value);
                return;
            }

            refusals = taken.Refusals;
        }

        context.Response.StatusCode = (int)refusals[0].Kind;
        await ShowAsync(page, item, input, stamps.Keep(stamp, tenantId, id), refusals);
    }

    /// <summary>What is left to say after a comment was taken, under an address that nobody else knows.</summary>
    public async Task ThankAsync(HttpContext context, string id, string commentId)
    {
        var page = await renderer.BeginAsync(context);
        if (await FindAsync(id) is not { } item || await reader.FindAsync(commentId, context.RequestAborted) is not { } comment || comment.ItemId != id)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        (page.IsPrivate, page.Section) = (true, ConsultationList.Path);
        await renderer.SendAsync(page, new Shape("ConsultationThanks") { ["ContentItem"] = item, ["Receipt"] = comment.Receipt, ["ShowsComments"] = Consultation.Of(item).ShowsComments });
    }

    private async Task<ContentView?> FindAsync(string id) => await content.FindAsync(id) is { ContentType: Consultation.ContentType } item ? item : null;

    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            // More fields, or larger ones, than any form of ours has.
            return null;
        }
    }

    private IEnumerable<Refusal> Check(IFormCollection form, string stamp, CommentInput input, int tenantId, string id)
    {
        if (stamps.Check(stamp, tenantId, id) is { } refusal)
        {
            yield return refusal;
        }

        if (form[Trap].ToString().Length > 0)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["Leave the field “Leave this empty” empty: only programs fill it in."]);
        }

        foreach (var wrong in input.Check(localizer))
        {
            yield return wrong;
        }
    }

    private static void Thank(PageRendering page, ConsultationComment comment)
    {
        page.Http.Response.StatusCode = StatusCodes.Status303SeeOther;
        page.Http.Response.Headers.Location = page.Url($"{ConsultationList.Path}/{comment.ItemId}/da-nhan/{comment.Id}");
    }

    private Task ShowAsync(PageRendering page, ContentView item, CommentInput input, string stamp, IReadOnlyList<Refusal> refusals)
    {
        var round = Consultation.Of(item);
        (page.IsPrivate, page.Section) = (true, ConsultationList.Path);
        return renderer.SendAsync(page, new Shape("ConsultationForm")
        {
            ["ContentItem"] = item,
            ["Action"] = page.Url(PathOf(item.Id)),
            ["Stamp"] = stamp,
            ["IsOpen"] = round.StageOn(page.Today) == ConsultationStage.Open,
            ["ShowsComments"] = round.ShowsComments,
            ["ClosesOn"] = ConsultationTexts.DateOf(round.ClosesOn),
            ["KeepUntil"] = ConsultationTexts.DateOf(round.KeepUntil),
            ["Longest"] = ConsultationComment.LongestText,
            ["Input"] = new Shape { ["Name"] = input.Name, ["Organisation"] = input.Organisation, ["Email"] = input.Email, ["Phone"] = input.Phone, ["Text"] = input.Text, ["Consents"] = input.Consents },
            ["Refusals"] = refusals.Select(refusal => new Shape { ["Field"] = refusal.Field, ["Message"] = refusal.Message }).ToArray(),
            ["Wrong"] = ShapeOf(refusals),
        });
    }

    private static Shape ShapeOf(IReadOnlyList<Refusal> refusals)
    {
        var wrong = new Shape();
        foreach (var refusal in refusals.Where(refusal => refusal.Field is not null))
        {
            wrong[refusal.Field!] = refusal.Message;
        }

        return wrong;
    }
}
