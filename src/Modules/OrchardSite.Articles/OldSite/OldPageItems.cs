using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Articles.OldSite;

/// <summary>Writes a page of the old site, and the neighbours it lists, as Orchard Core items.</summary>
internal sealed class OldPageItems(Term category, string siteName)
{
    private const string IdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int LongestAuthor = 100;

    /// <summary>The same for an article's own page and for each page that lists it.</summary>
    public static string IdOf(OldPage page) => IdOf(page.Title, page.Published);

    public static string IdOf(OldNeighbour neighbour) => IdOf(neighbour.Title, neighbour.Published);

    public JsonObject Complete(OldPage page)
    {
        var item = Item(page.Title, page.Published, page.Source is null ? Article.OwnWork : Article.SentByUnit);
        var article = item[Article.Part]!.AsObject();
        article["Sapo"] = TextField(page.Sapo);
        article["Author"] = TextField(page.Source is { Length: <= LongestAuthor } source ? source : siteName);
        article["Source"] = TextField(page.Source ?? "");
        item[Article.BodyPart] = new JsonObject { ["Html"] = HtmlOf(page.Paragraphs) };
        return item;
    }

    /// <summary>Title, category and time, until the article's own page is imported.</summary>
    public JsonObject Stub(OldNeighbour neighbour) => Item(neighbour.Title, neighbour.Published, Article.OwnWork);

    private static string IdOf(string title, DateTimeOffset published)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{published:yyyy-MM-dd'T'HH:mm:ss}|{LooseKey.Of(title)}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return string.Create(UniqueId.Length, hash, static (id, bytes) =>
        {
            for (var index = 0; index < id.Length; index++)
            {
                id[index] = IdAlphabet[bytes[index] % IdAlphabet.Length];
            }
        });
    }

    private JsonObject Item(string title, DateTimeOffset published, string sourceKind)
    {
        var utc = published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["ContentItemId"] = IdOf(title, published),
            ["ContentType"] = Article.ContentType,
            ["DisplayText"] = title,
            ["Latest"] = true,
            ["Published"] = true,
            ["CreatedUtc"] = utc,
            ["ModifiedUtc"] = utc,
            ["PublishedUtc"] = utc,
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            [Article.Part] = new JsonObject
            {
                ["Category"] = new JsonObject { ["TaxonomyContentItemId"] = category.TaxonomyId, ["TermContentItemIds"] = new JsonArray(category.Id) },
                ["SourceKind"] = TextField(sourceKind),
            },
        };
    }

    private static JsonObject TextField(string text) => new() { ["Text"] = text };

    private static string HtmlOf(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs.Select(paragraph =>
        $"<p>{paragraph.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</p>"));
}
