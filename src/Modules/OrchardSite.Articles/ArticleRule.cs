using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;

namespace OrchardSite.Articles;

/// <summary>What an article needs beyond what its definition says: above all, what it needs before readers get it.</summary>
public sealed class ArticleRule(IStringLocalizer localizer) : IContentRule
{
    private static readonly HtmlParser Parser = new();

    public string ContentType => Article.ContentType;

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing)
    {
        draft.ExpiresUtc = draft.Time(Article.Part, "ExpiresAt");
        var refusals = CheckAlways(draft);
        return publishing ? refusals.Concat(CheckSource(draft)).Concat(CheckTexts(draft)) : refusals;
    }

    private IEnumerable<Refusal> CheckAlways(ContentDraft draft)
    {
        if (draft.CategoryIds().Take(2).Count() != 1)
        {
            yield return Invalid("Article.Category", "An article belongs to exactly one category.");
        }

        if (draft.ExpiresUtc <= draft.PublishedUtc)
        {
            yield return Invalid("Article.ExpiresAt", "The article must expire after it is published.");
        }
    }

    private IEnumerable<Refusal> CheckSource(ContentDraft draft)
    {
        var kind = draft.Text(Article.Part, "SourceKind");
        if (kind != Article.OwnWork && IsBlank(draft.Text(Article.Part, "Source")))
        {
            yield return Invalid("Article.Source", "Name the source of an article that is not the site's own.");
        }

        if (kind == Article.Quoted && IsBlank(draft.Text(Article.Part, "SourceUrl", "Url")))
        {
            yield return Invalid("Article.SourceUrl", "Give the address of the page that the article quotes.");
        }
    }

    private IEnumerable<Refusal> CheckTexts(ContentDraft draft)
    {
        if (IsBlank(draft.Text(Article.Part, "Author")))
        {
            yield return Invalid("Article.Author", "Name the author of the article.");
        }

        if (HasPictureWithoutText(draft))
        {
            yield return Invalid("Article.Image", "Describe the article's picture for readers who cannot see it.");
        }

        var html = (draft.Content[Article.BodyPart] as JsonObject)?["Html"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
        if (IsBlank(html))
        {
            yield return Invalid("HtmlBodyPart.Html", "An article needs a text before it is published.");
        }
        else if (html.Contains("<img", StringComparison.OrdinalIgnoreCase) && HasImageWithoutText(html))
        {
            yield return Invalid("HtmlBodyPart.Html", "Describe each picture in the text for readers who cannot see it.");
        }
    }

    private static bool HasPictureWithoutText(ContentDraft draft) =>
        draft.Texts(Article.Part, "Image", "Paths").Any() && IsBlank(draft.Texts(Article.Part, "Image", "MediaTexts").FirstOrDefault());

    private static bool HasImageWithoutText(string html)
    {
        using var document = Parser.ParseDocument(html);
        return document.Images.Any(image => IsBlank(image.AlternativeText));
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, localizer[message], field);
}
