using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;

namespace OrchardSite.Banners.Ordering;

/// <summary>Gives a banner its number in the order of its position, as a new version, published where the former was. Scoped.</summary>
public sealed class NumberBanner(ContentEditions editions, SaveContent save, PublishContent publish, IStringLocalizer localizer)
{
    /// <returns>Empty when it is done.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(BannerRow row, int number, Actor actor, CancellationToken cancellationToken)
    {
        if (row.HasNewerDraft)
        {
            return [new Refusal(RefusalKind.Conflict, localizer["“{0}” has changes that are not published yet. Publish or discard them before you change the order.", row.Title])];
        }

        var newest = (await editions.NewestAsync(row.Id, cancellationToken))!;
        var item = newest.Content();
        (item["ContentType"], item["ContentItemId"]) = (SiteBanner.ContentType, row.Id);
        item[SiteBanner.ContentType]!["Order"] = new JsonObject { ["Value"] = number };
        var saved = await save.RunAsync(new ContentEdit(item, newest.Version.Id, localizer["Place {0}", number]) { MayLackFiles = true }, actor, cancellationToken);
        if (!saved.Succeeded || newest.Item.PublishedVersionId is null)
        {
            return saved.Refusals;
        }

        return (await publish.RunAsync(row.Id, saved.Value.VersionId, actor, cancellationToken: cancellationToken)).Refusals;
    }
}
