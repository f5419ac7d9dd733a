using Microsoft.AspNetCore.Http;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Directives.Consultations;

/// <summary>The drafts on which a site asks its readers: those first on which they can say something now. Scoped.</summary>
internal sealed class ConsultationList(PageRenderer renderer, CommentReader reader, ConsultationTexts texts)
{
    public const string Path = "lay-y-kien";

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        page.Section = Path;
        page.Shows(CacheTag.ListOf(Consultation.ContentType));
        page.ChangesAt(page.EndOfToday);
        var rounds = await reader.PublicRoundsAsync(context.RequestAborted);
        if (Pager.Read(page) is not { } pager || !pager.Exists(rounds.Count))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await renderer.SendAsync(page, new Shape("ConsultationList")
        {
            ["Groups"] = Ordered(rounds, page.Today).Skip(pager.Skip).Take(pager.Size)
                .GroupBy(pair => pair.Stage, pair => pair.Item)
                .Select(group => new Shape { ["Name"] = texts.NameOf(group.Key), ["Items"] = group.ToArray() })
                .ToArray(),
            ["Pager"] = pager.Build(rounds.Count, page.Url(Path)),
        });
    }

    // What closes or opens soonest comes first; of what is over, the latest.
    private static IEnumerable<(ConsultationStage Stage, ContentView Item)> Ordered(IEnumerable<ContentView> items, DateOnly today) =>
        from item in items
        let round = Consultation.Of(item)
        let stage = round.StageOn(today)
        orderby stage, stage switch { ConsultationStage.Open => round.ClosesOn.DayNumber, ConsultationStage.Upcoming => round.OpensOn.DayNumber, _ => -round.ClosesOn.DayNumber }, round.Id
        select (stage, item);
}
