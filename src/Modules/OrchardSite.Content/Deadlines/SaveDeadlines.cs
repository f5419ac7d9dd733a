using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Deadlines;

/// <summary>Changes how many working days sections allow for publishing. They stand in the terms of the taxonomies. Scoped.</summary>
public sealed class SaveDeadlines(SiteDbContext db, ContentEditions editions, TermStore terms, SaveContent save, PublishContent publish, IStringLocalizer localizer)
{
    private const int MostDays = 365;

    /// <param name="typed">By the ids of the sections: a number of working days, or nothing.</param>
    /// <param name="versions">By the ids of the taxonomies: the version that the person saw.</param>
    /// <returns>How many sections were changed.</returns>
    public async Task<OperationResult<int>> RunAsync(IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> versions, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(TenantPermissions.ManageSettings))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change the deadlines of sections."]);
        }

        var tree = await terms.GetAsync();
        var wanted = typed.Where(pair => tree.Find(pair.Key) is not null).ToDictionary(pair => tree.Find(pair.Key)!, pair => pair.Value.Trim());
        if (wanted.Where(pair => !IsNumber(pair.Value)).Select(pair => Wrong(pair.Key)).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<int>.Refused(refusals);
        }

        var changed = wanted.Where(pair => Number(pair.Value) != pair.Key.DeadlineDays).ToArray();
        await using var work = await db.BeginAsync(cancellationToken);
        foreach (var taxonomy in changed.GroupBy(pair => pair.Key.TaxonomyId))
        {
            var days = taxonomy.ToDictionary(pair => pair.Key.Id, pair => Number(pair.Value));
            if (await WriteAsync(taxonomy.Key, days, versions.GetValueOrDefault(taxonomy.Key), actor, cancellationToken) is { Count: > 0 } kept)
            {
                return OperationResult<int>.Refused(kept);
            }
        }

        await work.CommitAsync(cancellationToken);
        return changed.Length;
    }

    private async Task<IReadOnlyList<Refusal>> WriteAsync(string taxonomyId, IReadOnlyDictionary<string, int?> days, string? versionId, Actor actor, CancellationToken cancellationToken)
    {
        if (await editions.NewestAsync(taxonomyId, cancellationToken) is not { } edition || edition.Version.Id != versionId)
        {
            return [new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed the sections meanwhile. What you typed is still in the form; save once more to let it stand."])];
        }

        if (!edition.IsPublished)
        {
            return [new Refusal(RefusalKind.Conflict, localizer["“{0}” has changes that are not published. Publish them first, so that they do not become public by this.", edition.Item.LatestText])];
        }

        var item = edition.Content();
        (item["ContentItemId"], item["ContentType"]) = (taxonomyId, edition.Item.ContentType);
        Set((item["TaxonomyPart"] as JsonObject)?["Terms"] as JsonArray, days);
        var saved = await save.RunAsync(new ContentEdit(item, versionId, localizer["Deadlines of sections"]), actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Refusals;
        }

        return (await publish.RunAsync(taxonomyId, saved.Value.VersionId, actor, cancellationToken: cancellationToken)).Refusals;
    }

    private static void Set(JsonArray? list, IReadOnlyDictionary<string, int?> days)
    {
        foreach (var term in (list ?? []).OfType<JsonObject>())
        {
            if (term.Text("ContentItemId") is { } id && days.TryGetValue(id, out var number) && term.Text("ContentType") is { } type)
            {
                if (term[type] is not JsonObject part)
                {
                    term[type] = part = [];
                }

                part[Term.DeadlineField] = new JsonObject { ["Value"] = number };
            }

            Set(term["Terms"] as JsonArray, days);
        }
    }

    private Refusal Wrong(Term section) =>
        new(RefusalKind.Invalid, localizer["“{0}”: write a number of working days from 0 to {1}, or nothing.", section.DisplayText, MostDays], section.Id);

    private static bool IsNumber(string text) => text.Length == 0 || Number(text) is <= MostDays;

    private static int? Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
