using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Tenants;
using OrchardSite.Deployment.Fleet;

namespace OrchardSite.Deployment.Pages.Admin.Fleet;

/// <summary>One run: how far it is, and what it came to on each site.</summary>
public sealed class RunModel(FleetRuns runs, StopFleetRun stop, RepeatFleetRun repeat) : HostPage
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Null: in any.</summary>
    [BindProperty(SupportsGet = true)]
    public FleetSiteState? State { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public FleetSummary Summary { get; private set; } = null!;

    public IReadOnlyList<FleetResult> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        ModelState.IsValid && PageNumber >= 1 && await ReadAsync(cancellationToken) && (PageNumber == 1 || Rows.Count > 0) ? Page() : NotFound();

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) => AnswerAsync(
        async () => await stop.RunAsync(Id, Actor, cancellationToken) is { Succeeded: false } refused ? OperationResult<int>.Refused(refused.Refusals) : Id, cancellationToken);

    public Task<IActionResult> OnPostRunPlanAsync(CancellationToken cancellationToken) => AnswerAsync(() => repeat.RunPlanAsync(Id, Actor, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetryAsync(CancellationToken cancellationToken) => AnswerAsync(() => repeat.RetryAsync(Id, Actor, cancellationToken), cancellationToken);

    /// <summary>This page as it is shown now, or one of its handlers.</summary>
    public string Address(string? handler = null) => AddressWith(("handler", handler), ("state", State?.ToString()), ("page", PageNumber > 1 ? $"{PageNumber}" : null));

    public string AddressOf(FleetSiteState? state) => AddressWith(("state", state?.ToString()));

    /// <summary>What is shown now, on another page; the number of that page follows.</summary>
    public string AddressOfPages() => AddressWith(("state", State?.ToString())) + "&page=";

    private async Task<IActionResult> AnswerAsync(Func<Task<OperationResult<int>>> run, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var result = await run();
        return result.Succeeded ? LocalRedirect($"{Url.Content("~/Admin/Fleet/Run")}?id={result.Value}") : Refused(result.Refusals);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(Id, cancellationToken) is not { } summary)
        {
            return false;
        }

        Summary = summary;
        var rows = await runs.ResultsAsync(Id, State, cancellationToken);
        Pages = (rows.Count + PageSize - 1) / PageSize;
        Rows = [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return true;
    }

    private string AddressWith(params (string Name, string? Value)[] query) => Url.Content("~/Admin/Fleet/Run") + new QueryBuilder(
        query.Prepend(("id", $"{Id}")).Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2!))).ToQueryString();
}
