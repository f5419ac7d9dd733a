using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Queries;

/// <summary>What Orchard Core calls the fields of its index, and what they are in this one.</summary>
internal static class LuceneQueryFields
{
    public const string ContentType = "Content.ContentItem.ContentType";
    public const string ContentItemId = "Content.ContentItem.ContentItemId";
    public const string DisplayText = "Content.ContentItem.DisplayText";
    public const string FullText = "Content.ContentItem.FullText";
    public const string Published = "Content.ContentItem.PublishedUtc";
    public const string Score = "_score";

    private const string DisplayTextAnalyzed = DisplayText + ".Analyzed";
    private const string DisplayTextSorted = DisplayText + ".Normalized";
    private const string Body = "Content.BodyAspect.Body";

    // A taxonomy field is asked for the terms that an item names, and with this also for those above them.
    private const string Inherited = ".Inherited";

    /// <summary>Fields of words; null for a field that is none.</summary>
    public static IReadOnlyList<string>? WordsOf(string name) => name switch
    {
        DisplayText or DisplayTextAnalyzed => [SearchFields.Title],
        Body => [SearchFields.Body],
        FullText => [SearchFields.Title, SearchFields.Lead, SearchFields.Body, SearchFields.Files],
        _ => null,
    };

    public static bool IsTitleOrder(string name) => name is DisplayText or DisplayTextSorted;

    /// <summary>Tells a taxonomy field by its name, such as <c>Article.Category</c> or <c>Article.Category.Inherited</c>.</summary>
    public static (string Part, string Field, bool IsInherited)? TaxonomyOf(string name)
    {
        var isInherited = name.EndsWith(Inherited, StringComparison.Ordinal);
        var plain = isInherited ? name[..^Inherited.Length] : name;
        return plain.Split('.') is [{ Length: > 0 } part, { Length: > 0 } field] ? (part, field, isInherited) : null;
    }
}
