using System.Text.Json.Nodes;
using OrchardSite.Content;

namespace OrchardSite.Articles;

/// <summary>An article that a unit has sent says so beside its text, with a link to the original.</summary>
internal sealed class ArticleOrigin : IContentOrigin
{
    public string ContentType => Article.ContentType;

    public void Set(JsonObject content, string site, string address, string categoryId)
    {
        var part = content[Article.Part] as JsonObject ?? (JsonObject)(content[Article.Part] = new JsonObject());
        part["SourceKind"] = new JsonObject { ["Text"] = Article.SentByUnit };
        part["Source"] = new JsonObject { ["Text"] = site };
        part["SourceUrl"] = address.Length > 0 ? new JsonObject { ["Url"] = address, ["Text"] = site } : null;
        if (part["Category"] is JsonObject category)
        {
            category["TermContentItemIds"] = new JsonArray(categoryId);
        }

        // What belongs to the other site's own pages.
        part.Remove("IsFeatured");
        part.Remove("RelatedDirectives");
    }
}
