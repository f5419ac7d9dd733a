using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Names what a published change is shown on.</summary>
internal static class ContentTags
{
    /// <returns>Null when the whole site may show it: menus, taxonomies and widgets, and items whose address changed.</returns>
    public static string? Of(ContentWrite write, IEnumerable<string> termIds) => write.Draft.Type.ShapesWholeSite || write.HasMoved
        ? null
        : Join(write.Draft.ContentItemId, write.Draft.Type.Name, termIds);

    public static string Of(ContentItem row, IEnumerable<string> termIds) => Join(row.Id, row.ContentType, termIds);

    private static string Join(string itemId, string contentType, IEnumerable<string> termIds) => string.Join(
        ' ', termIds.Distinct().Select(CacheTag.Term).Prepend(CacheTag.ListOf(contentType)).Prepend(CacheTag.Item(itemId)));
}
