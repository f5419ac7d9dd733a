using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Articles.OldSite;

public enum OldPageEffect
{
    Created,

    /// <summary>The article was known from a neighbour's page by title and time alone.</summary>
    Completed,

    Unchanged,
    Refused,
}

/// <param name="Title">Null when the file is no page of the old site.</param>
/// <param name="Stubs">How many articles that the page lists were not known before.</param>
/// <param name="Reason">Why it was refused, or which of the articles it lists could not be taken in; else null.</param>
public sealed record OldPageOutcome(string File, OldPageEffect Effect, string? Title = null, int Stubs = 0, string? Reason = null);

/// <summary>
/// Takes in saved pages of the department's old site, one by one. An article that the site has with its text is left as
/// it is, so that what editors changed since stays.
/// </summary>
public sealed class ImportOldPages(
    SiteDbContext db, OldPageFile files, ImportContent import, TermStore terms, TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    private static readonly ImportOptions Incomplete = new(PublishIncomplete: true);

    /// <param name="paths">Files saved by a browser, as text or HTML.</param>
    /// <returns>What became of each file, in order; a refused one does not keep the others out.</returns>
    public async Task<IReadOnlyList<OldPageOutcome>> RunAsync(IReadOnlyList<string> paths, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = new List<OldPageOutcome>(paths.Count);
        foreach (var path in paths)
        {
            outcomes.Add(await ImportAsync(path, actor, cancellationToken));
            // Thousands of pages may come in one scope, and none needs the rows of another.
            db.ChangeTracker.Clear();
        }

        return outcomes;
    }

    private async Task<OldPageOutcome> ImportAsync(string path, Actor actor, CancellationToken cancellationToken)
    {
        var read = await files.ReadAsync(path, cancellationToken);
        if (!read.Succeeded)
        {
            return new OldPageOutcome(path, OldPageEffect.Refused, Reason: Sentences(read.Refusals));
        }

        var page = read.Value;
        if (await FindCategoryAsync(page.Category) is not { } category)
        {
            var reason = localizer["The site has no category named “{0}”; create it, then import the page again.", page.Category];
            return new OldPageOutcome(path, OldPageEffect.Refused, page.Title, Reason: reason);
        }

        var items = new OldPageItems(category, (await settings.GetAsync(db.TenantId)).SiteName);
        var stored = await FindStoredAsync(page, cancellationToken);
        var effect = EffectOn(stored, page);
        if (effect != OldPageEffect.Unchanged)
        {
            var imported = await import.RunAsync([items.Complete(page)], new ImportOptions(), actor, cancellationToken);
            if (!imported.Succeeded)
            {
                return new OldPageOutcome(path, OldPageEffect.Refused, page.Title, Reason: Sentences(imported.Refusals));
            }
        }

        var (stubs, missed) = await ImportStubsAsync(page, items, stored, actor, cancellationToken);
        return new OldPageOutcome(path, effect, page.Title, stubs, missed);
    }

    private async Task<Term?> FindCategoryAsync(string name)
    {
        var key = LooseKey.Of(name);
        return (await terms.GetAsync()).Categories.SelectMany(root => root.Subtree()).FirstOrDefault(term => LooseKey.Of(term.DisplayText) == key);
    }

    /// <summary>The ids of those that the site has, each with whether it has the text as well.</summary>
    private async Task<Dictionary<string, bool>> FindStoredAsync(OldPage page, CancellationToken cancellationToken)
    {
        var ids = page.Neighbours.Select(OldPageItems.IdOf).Append(OldPageItems.IdOf(page)).Distinct().ToArray();
        var found = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where ids.Contains(item.Id)
            join version in db.Set<ContentVersion>().AsNoTracking() on item.LatestVersionId equals version.Id
            select new { item.Id, version.Json }).ToListAsync(cancellationToken);
        return found.ToDictionary(row => row.Id, row => HasText(row.Json));
    }

    private static bool HasText(string json) =>
        JsonElement.Parse(json).TryGetProperty(Article.BodyPart, out var body) && body.TryGetProperty("Html", out var html) && !string.IsNullOrWhiteSpace(html.GetString());

    private static OldPageEffect EffectOn(Dictionary<string, bool> stored, OldPage page) =>
        !stored.TryGetValue(OldPageItems.IdOf(page), out var hasText) ? OldPageEffect.Created
        : hasText ? OldPageEffect.Unchanged
        : OldPageEffect.Completed;

    private async Task<(int Stubs, string? Missed)> ImportStubsAsync(
        OldPage page, OldPageItems items, Dictionary<string, bool> stored, Actor actor, CancellationToken cancellationToken)
    {
        var unknown = page.Neighbours
            .DistinctBy(OldPageItems.IdOf)
            .Where(neighbour => OldPageItems.IdOf(neighbour) is var id && !stored.ContainsKey(id) && id != OldPageItems.IdOf(page))
            .ToArray();
        var missed = new List<string>();
        // One by one: a title that the site does not take must not keep the others out.
        foreach (var neighbour in unknown)
        {
            var imported = await import.RunAsync([items.Stub(neighbour)], Incomplete, actor, cancellationToken);
            if (!imported.Succeeded)
            {
                missed.Add(localizer["“{0}” was left out: {1}", neighbour.Title, Sentences(imported.Refusals)]);
            }
        }

        return (unknown.Length - missed.Count, missed.Count == 0 ? null : string.Join(' ', missed));
    }

    private static string Sentences(IReadOnlyList<Refusal> refusals) => string.Join(' ', refusals.Select(refusal => refusal.Message));
}
