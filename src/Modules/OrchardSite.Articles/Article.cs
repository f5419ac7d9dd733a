using OrchardSite.Content;

namespace OrchardSite.Articles;

/// <summary>The names that the definition of the type gives its part, fields and values.</summary>
internal static class Article
{
    public const string ContentType = "Article";
    public const string Part = "Article";
    public const string BodyPart = "HtmlBodyPart";

    /// <summary>Values of the field SourceKind.</summary>
    public const string OwnWork = "TuViet";
    public const string SentByUnit = "DonViGui";
    public const string Quoted = "TrichDan";

    public static string? CategoryId(this ContentView article) => article.Texts(Part, "Category", "TermContentItemIds").FirstOrDefault();

    public static IEnumerable<string> CategoryIds(this ContentDraft article) => article.Texts(Part, "Category", "TermContentItemIds");
}
