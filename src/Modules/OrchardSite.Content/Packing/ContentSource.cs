using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Deployment;

namespace OrchardSite.Content.Packing;

/// <summary>
/// The items of the site: taxonomies first, then the others, then drafts of what readers see in an older version. Nothing
/// from the bin, and no names of who wrote what.
/// </summary>
internal sealed class ContentSource(SiteDbContext db, DefinitionStore definitions, OwnParts ownParts) : IDeploymentSource
{
    private const int Batch = 100;
    private const int MostOfStep = 200;

    public PackagePart Part => PackagePart.Content;

    public async ValueTask<IReadOnlyList<PackageOption>> OptionsAsync(CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync();
        var used = await db.Set<ContentItem>().Where(item => item.DeletedUtc == null).Select(item => item.ContentType).Distinct().ToListAsync(cancellationToken);
        return [.. used.Select(known.Find).OfType<ContentType>().Select(type => new PackageOption(type.Name, type.DisplayName)).OrderBy(option => option.Title, StringComparer.CurrentCulture)];
    }

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync();
        var types = known.Types.Where(type => choice.Takes(Part, type.Name)).OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();
        // What the others are in comes before them.
        foreach (var group in new[] { types.Where(IsTaxonomy), types.Where(type => !IsTaxonomy(type)) })
        {
            await recipe.StepsAsync("content", "data", ItemsAsync(group, choice.Drafts, actor, cancellationToken), MostOfStep, cancellationToken);
        }

        if (choice.Drafts)
        {
            await recipe.StepsAsync("content", "data", DraftsAsync(types, actor, cancellationToken), MostOfStep, cancellationToken);
        }
    }

    private static bool IsTaxonomy(ContentType type) => type.FindPart("TaxonomyPart") is not null;

    private async IAsyncEnumerable<JsonObject> ItemsAsync(
        IEnumerable<ContentType> types, bool withDrafts, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var rows = db.Set<ContentItem>().Where(item => item.ContentType == type.Name && item.DeletedUtc == null && (withDrafts || item.PublishedVersionId != null));
            await foreach (var json in EditionsAsync(type, rows, item => item.PublishedVersionId ?? item.LatestVersionId, actor, cancellationToken))
            {
                yield return json;
            }
        }
    }

    private async IAsyncEnumerable<JsonObject> DraftsAsync(IEnumerable<ContentType> types, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var rows = db.Set<ContentItem>().Where(item =>
                item.ContentType == type.Name && item.DeletedUtc == null && item.PublishedVersionId != null && item.PublishedVersionId != item.LatestVersionId);
            await foreach (var json in EditionsAsync(type, rows, item => item.LatestVersionId, actor, cancellationToken))
            {
                yield return json;
            }
        }
    }

    private async IAsyncEnumerable<JsonObject> EditionsAsync(
        ContentType type, IQueryable<ContentItem> rows, Func<ContentItem, string> choose, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // By id from one batch to the next, so that what is written meanwhile moves nothing out of sight.
        var last = "";
        while (true)
        {
            var after = last;
            var items = await rows.AsNoTracking().Where(item => string.Compare(item.Id, after) > 0).OrderBy(item => item.Id).Take(Batch).ToListAsync(cancellationToken);
            var readable = items.FindAll(item => IsForReaders(item, choose(item)) || actor.MayOpen(item));
            var ids = readable.ConvertAll(choose.Invoke);
            var versions = await db.Set<ContentVersion>().AsNoTracking().Where(version => ids.Contains(version.Id)).ToDictionaryAsync(version => version.Id, cancellationToken);
            foreach (var item in readable)
            {
                yield return JsonOf(type, new ContentEdition(item, versions[choose(item)]), actor);
            }

            if (items.Count < Batch)
            {
                yield break;
            }

            last = items[^1].Id;
        }
    }

    private static bool IsForReaders(ContentItem item, string versionId) => item.IsPublic && item.PublishedVersionId == versionId;

    private JsonObject JsonOf(ContentType type, ContentEdition edition, Actor actor)
    {
        var (item, version) = edition;
        var json = new JsonObject
        {
            ["ContentItemId"] = item.Id,
            ["ContentItemVersionId"] = version.Id,
            ["ContentType"] = type.Name,
            ["DisplayText"] = version.DisplayText,
            ["Latest"] = true,
            ["Published"] = edition.IsPublished,
            ["ModifiedUtc"] = Text(edition.IsPublished ? item.ModifiedUtc : version.CreatedUtc),
            ["PublishedUtc"] = item.PublishedUtc is { } published ? Text(published) : null,
            ["CreatedUtc"] = Text(item.CreatedUtc),
            ["Owner"] = "",
            ["Author"] = "",
        };
        // Who may only read an item gets what readers get.
        var parts = actor.MayEdit(type.Name) ? edition.Content() : JsonNode.Parse(version.Json)!.AsObject();
        ownParts.Remove(type, parts);
        foreach (var (name, value) in parts)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
