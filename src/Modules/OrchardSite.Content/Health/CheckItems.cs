using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Content.Health;

/// <summary>Checks items of a site anew and keeps what it has found, and where their links lead. Doing it twice changes nothing.</summary>
internal sealed partial class CheckItems(
    IDbContextFactory<SiteDbContext> contexts, TenantCache<ContentDefinitions> definitions, PortalHosts hosts, PortalTargets targets, PageAnchors anchors, ILogger<CheckItems> logger)
{
    // All that is read of so many is in memory at once.
    private const int Batch = 50;

    // Whoever mends the first of these finds the others at the next check.
    private const int MostCases = 100;
    private const int MostLinks = 1000;

    /// <summary>Checks these items; of those that readers no longer see, nothing is kept.</summary>
    public async Task RunAsync(Tenant site, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(site.Id);
        var pace = new BackgroundPace();
        foreach (var (number, some) in ids.Chunk(Batch).Index())
        {
            if (number > 0)
            {
                await pace.RestAsync(cancellationToken);
            }

            await using var db = contexts.CreateForTenant(site.Id);
            await CheckAsync(db, site, some, () => CheckedItem.ReadAsync(db, some, known, cancellationToken), known, cancellationToken);
        }
    }

    /// <summary>Checks the custom settings of a site.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> RunOnSettingsAsync(Tenant site, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(site.Id);
        await using var db = contexts.CreateForTenant(site.Id);
        var settings = await CheckedItem.ReadSettingsAsync(db, known, cancellationToken);
        string[] ids = [.. settings.Select(item => item.Id)];
        await CheckAsync(db, site, ids, () => CheckedItem.ReadSettingsAsync(db, known, cancellationToken), known, cancellationToken);
        return ids;
    }

    private async Task CheckAsync(SiteDbContext db, Tenant site, string[] ids, Func<Task<IReadOnlyList<CheckedItem>>> read, ContentDefinitions known, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(db, ids, cancellationToken);
        // Most is as it was: nobody waits for a turn to write nothing.
        if (LinesOf(await FindAsync(site, await read(), known, cancellationToken)).SetEquals(LinesOf(kept)))
        {
            return;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (!await db.Set<TenantRecord>().AnyAsync(tenant => tenant.Id == db.TenantId, cancellationToken))
        {
            return;
        }

        // Looked at once more while nobody else writes: what another node has found since is not overwritten by what was true before.
        var (cases, links) = await FindAsync(site, await read(), known, cancellationToken);
        await db.Set<HealthCase>().Where(row => ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SiteLink>().Where(row => row.TenantId == db.TenantId && ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync(cases, cancellationToken);
        await db.InsertAsync(links, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private static async Task<(List<HealthCase> Cases, List<SiteLink> Links)> KeptAsync(SiteDbContext db, string[] ids, CancellationToken cancellationToken) => (
        await db.Set<HealthCase>().AsNoTracking().Where(row => ids.Contains(row.ItemId)).ToListAsync(cancellationToken),
        await db.Set<SiteLink>().AsNoTracking().Where(row => row.TenantId == db.TenantId && ids.Contains(row.ItemId)).ToListAsync(cancellationToken));

    private static HashSet<object> LinesOf((List<HealthCase> Cases, List<SiteLink> Links) found) =>
    [
        .. found.Cases.Select(one => (one.ItemId, one.Number, one.Problem, one.ContentType, one.Title, (one.Owner, one.OwnerId), (one.Place, one.Label, one.Inside, one.Text, one.Address, one.Detail))),
        .. found.Links.Select(link => (link.ItemId, link.TargetTenantId, link.Target)),
    ];

    private async Task<(List<HealthCase> Cases, List<SiteLink> Links)> FindAsync(Tenant site, IReadOnlyList<CheckedItem> items, ContentDefinitions known, CancellationToken cancellationToken)
    {
        var addresses = await hosts.OfAsync(site);
        var read = items.Select(item => (Item: item, Found: Find(site, item, known))).ToArray();
        var links = read.ToDictionary(pair => pair.Item.Id, pair => pair.Found.Links.Take(MostLinks).Select(link => (Link: link, Read: addresses.Read(link.Address, link.Use, pair.Item.Path))).ToArray(), StringComparer.Ordinal);
        var missing = await targets.FindMissingAsync(links.Values.SelectMany(all => all).SelectMany(pair => pair.Read.Targets), cancellationToken);
        var (cases, ways) = (new List<HealthCase>(), new List<SiteLink>());
        foreach (var (item, found) in read)
        {
            var problems = new List<(FoundPlace Place, HealthProblem Problem, string Text, string Address, string Detail)>();
            foreach (var (link, address) in links[item.Id])
            {
                if (await ProblemOfAsync(item, found, address, missing, cancellationToken) is { } problem)
                {
                    problems.Add((link.Place, problem, link.Text, link.Use == LinkUse.Item ? "" : link.Address.Trim(), ""));
                }
            }

            problems.AddRange(found.Problems.Select(one => (one.Place, one.Problem, one.Text, "", one.Detail)));
            cases.AddRange(problems.Take(MostCases).Select((one, index) => CaseOf(item, index + 1, one.Place, one.Problem, one.Text, one.Address, one.Detail)));
            ways.AddRange(links[item.Id].SelectMany(pair => pair.Read.Targets).Distinct().Where(target => target.Path.Length <= ContentModel.LongestPath)
                .Select(target => new SiteLink { TenantId = site.Id, ItemId = item.Id, TargetTenantId = target.TenantId, Target = target.Path }));
        }

        return (cases, ways);
    }

    // Whatever stands in one item, the others are checked.
    private FoundContent Find(Tenant site, CheckedItem item, ContentDefinitions known)
    {
        try
        {
            return FoundContent.Read(JsonNode.Parse(item.Json)!.AsObject(), item.Type, known, item.Path is not null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnreadable(logger, item.Id, site.Name, exception);
            return FoundContent.Unreadable(known);
        }
    }

    private async Task<HealthProblem?> ProblemOfAsync(CheckedItem item, FoundContent found, ReadAddress address, IReadOnlyDictionary<LinkTarget, HealthProblem> missing, CancellationToken cancellationToken)
    {
        if (address.Problem is not null)
        {
            return address.Problem;
        }

        if (address.IsOwnPage)
        {
            // Where a widget or a menu stands, and what else is there, is not said.
            return item.Path is null || anchors.IsEverywhere(address.Anchor) || found.Anchors.Contains(address.Anchor) ? null : HealthProblem.NoAnchor;
        }

        if (address.Targets.Count == 0)
        {
            return null;
        }

        var there = address.Targets.Where(target => !missing.ContainsKey(target)).Take(1).ToArray();
        return there is [var reached]
            ? await anchors.HasAsync(reached, address.Anchor, cancellationToken) ? null : HealthProblem.NoAnchor
            : missing[address.Targets[^1]];
    }

    private static HealthCase CaseOf(CheckedItem item, int number, FoundPlace place, HealthProblem problem, string text, string address, string detail) => new()
    {
        ItemId = item.Id,
        Number = number,
        Kind = problem switch
        {
            HealthProblem.NoDescription or HealthProblem.FileName => HealthKind.Pictures,
            HealthProblem.SkippedHeading or HealthProblem.EmptyHeading or HealthProblem.SecondTitle or HealthProblem.LowContrast or HealthProblem.Unreadable => HealthKind.Texts,
            _ => HealthKind.Links,
        },
        Problem = problem,
        ContentType = item.Type.Name,
        Title = item.Title,
        TitleKey = VietnameseText.Fold(item.Title),
        Owner = item.Owner,
        OwnerId = item.OwnerId,
        Place = Cut(place.Path, ContentModel.LongestPath),
        Label = Cut(place.Label, HealthCase.LongestText),
        Inside = Cut(place.Inside, HealthCase.LongestText),
        Text = Cut(text, HealthCase.LongestText),
        Address = Cut(address, HealthCase.LongestAddress),
        Detail = detail,
    };

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half a letter is none.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Item {Item} of {Site} could not be checked for what is broken")]
    private static partial void LogUnreadable(ILogger logger, string item, string site, Exception exception);
}
