using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Consultations;
using OrchardSite.Directives.Export;
using OrchardSite.Text;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>The comments of a round: read, accepted or hidden, taken away as a file.</summary>
public sealed class CommentsModel(CommentReader reader, JudgeComments judge, CommentTable table, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public CommentChoice Choice { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public RoundRow Row { get; private set; } = null!;

    public IReadOnlyList<ConsultationComment> Comments { get; private set; } = [];

    /// <summary>What was picked, and the reason that was typed, when that was refused.</summary>
    public IReadOnlySet<string> Picked { get; private set; } = new HashSet<string>();

    public string? Reason { get; private set; }

    public int Pages => (Row.Counts.Of(Choice) + CommentReader.PageSize - 1) / CommentReader.PageSize;

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public bool MayManage => Actor.Can(ConsultationPermissions.ManageConsultations);

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => ReadAsync(id, Page, cancellationToken);

    public Task<IActionResult> OnGetCsvAsync(string id, CancellationToken cancellationToken) =>
        ExportAsync(id, file => File(file.ToCsv(), CsvText.ContentType, "gop-y.csv"), cancellationToken);

    public Task<IActionResult> OnGetXlsxAsync(string id, CancellationToken cancellationToken) =>
        ExportAsync(id, file => File(file.ToXlsx(localizer["Comments"]), TableFile.XlsxType, "gop-y.xlsx"), cancellationToken);

    /// <param name="picked">Each with its revision: see <see cref="PickedComment.Read"/>.</param>
    public async Task<IActionResult> OnPostJudgeAsync(string id, CommentState? state, string[] picked, string? reason, CancellationToken cancellationToken)
    {
        var comments = picked.Select(PickedComment.Read).OfType<PickedComment>().ToArray();
        var done = await judge.RunAsync(comments, state ?? CommentState.New, reason, Actor, cancellationToken);
        if (!done.Succeeded)
        {
            (Picked, Reason) = (comments.Select(comment => comment.Id).ToHashSet(StringComparer.Ordinal), reason);
            return await ReadAsync(id, () => Refused(done.Refusals), cancellationToken);
        }

        Notice = state == CommentState.Hidden ? localizer["{0} comments are hidden.", done.Value] : localizer["{0} comments are accepted.", done.Value];
        return LocalRedirect(Url.Content($"~/Admin/Directives/Consultations/{id}") + (Choice == CommentChoice.All ? "" : $"?choice={Choice}"));
    }

    private async Task<IActionResult> ReadAsync(string id, Func<IActionResult> answer, CancellationToken cancellationToken)
    {
        if (await MissingAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        Comments = await reader.PageAsync(id, Choice, PageNumber, cancellationToken);
        return answer();
    }

    private async Task<IActionResult> ExportAsync(string id, Func<TableFile, IActionResult> answer, CancellationToken cancellationToken) =>
        await MissingAsync(id, cancellationToken) ?? answer(table.Of(await reader.AllAsync(id, cancellationToken), MayManage, LocalTime));

    // Null when the round is there for this person.
    private async Task<IActionResult?> MissingAsync(string id, CancellationToken cancellationToken)
    {
        if (!ConsultationPermissions.MaySeeComments(Actor))
        {
            return Forbidden(ConsultationPermissions.ManageConsultations.Description);
        }

        if (!ModelState.IsValid || PageNumber < 1 || await reader.FindRoundAsync(id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        return null;
    }
}
