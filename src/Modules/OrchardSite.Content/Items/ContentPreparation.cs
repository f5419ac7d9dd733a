using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Fields;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Text;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content;

/// <summary>What items of a tenant are checked against.</summary>
public sealed record PreparationBasis(ContentDefinitions Definitions, TermTree Terms);

/// <summary>Turns an item's JSON into a draft that may be written, or into the reasons why not. Scoped.</summary>
public sealed class ContentPreparation(
    LiquidEngine liquid, HtmlCleaner html, IEnumerable<IContentRule> rules, IStringLocalizer localizer, DefinitionStore definitions, TermStore terms)
{
    private readonly ILookup<string, IContentRule> _rules = rules.ToLookup(rule => rule.ContentType, StringComparer.Ordinal);

    public async ValueTask<PreparationBasis> BasisAsync() => new(await definitions.GetAsync(), await terms.GetAsync());

    /// <summary>May be called from many threads at once.</summary>
    /// <param name="parts">Becomes the draft's content.</param>
    /// <param name="publishing">True when all that readers need must be there.</param>
    public async ValueTask<OperationResult<ContentDraft>> PrepareAsync(
        ContentMetadata metadata, JsonObject parts, PreparationBasis basis, bool publishing, DateTime now)
    {
        if (metadata.ContentType is null || basis.Definitions.Find(metadata.ContentType) is not { } type)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is no content type named {0}.", metadata.ContentType ?? ""], "ContentType");
        }

        var id = metadata.ContentItemId ?? UniqueId.New();
        if (!UniqueId.IsValid(id))
        {
            return new Refusal(RefusalKind.Invalid, localizer["“{0}” is not the id of a content item.", id], "ContentItemId");
        }

        var check = new ContentCheck(basis.Definitions, basis.Terms, html, localizer, publishing);
        check.Check(parts, type);
        var draft = new ContentDraft(type, id, parts)
        {
            DisplayText = (parts["TitlePart"] as JsonObject).Text("Title")?.Trim() ?? metadata.DisplayText ?? type.DisplayName,
            PublishedUtc = metadata.PublishedUtc ?? now,
            References = check.References,
        };

        // A module's own rules may rely on well-formed fields, so they come after.
        var refusals = check.Refusals.Count > 0
            ? check.Refusals
            : CheckLengths(metadata, draft).Concat(_rules[type.Name].SelectMany(rule => rule.Check(draft, publishing))).ToArray();
        if (refusals.Count > 0)
        {
            return OperationResult<ContentDraft>.Refused(refusals);
        }

        return await AddressAsync(draft);
    }

    private IEnumerable<Refusal> CheckLengths(ContentMetadata metadata, ContentDraft draft)
    {
        (string Field, string? Text, int Longest)[] limits =
        [
            ("DisplayText", draft.DisplayText, ContentModel.LongestDisplayText),
            ("Owner", metadata.Owner, ContentModel.LongestPerson),
            ("Author", metadata.Author, ContentModel.LongestPerson),
            ("AliasPart.Alias", (draft.Content["AliasPart"] as JsonObject).Text("Alias"), ContentModel.LongestAlias),
        ];
        return from limit in limits
               where limit.Text?.Length > limit.Longest
               select new Refusal(
                   RefusalKind.Invalid, localizer["{0} may have {1} characters at most; it has {2}.", limit.Field, limit.Longest, limit.Text.Length], limit.Field);
    }

    private async ValueTask<OperationResult<ContentDraft>> AddressAsync(ContentDraft draft)
    {
        if (draft.Type.HasAlias)
        {
            SetAlias(draft);
        }

        if (draft.Type.RoutePattern is not { } pattern)
        {
            return draft;
        }

        if ((draft.Content["AutoroutePart"] as JsonObject).Text("Path")?.Trim().Trim('/') is not { Length: > 0 } path)
        {
            var view = new ContentView(ViewOf(draft), draft.Content.ToJsonString(CompactJson.Options));
            draft.Path = ContentPath.Clean(await liquid.RenderPatternAsync(pattern, "ContentItem", view));
            draft.HasGeneratedPath = true;
            return draft;
        }

        draft.Path = path.ToLowerInvariant();
        return ContentPath.IsValid(draft.Path)
            ? draft
            : new Refusal(RefusalKind.Invalid, localizer["“{0}” cannot be an address: use small letters without diacritics, digits, hyphens and slashes.", path], "AutoroutePart.Path");
    }

    private static void SetAlias(ContentDraft draft)
    {
        if ((draft.Content["AliasPart"] as JsonObject).Text("Alias")?.Trim() is { Length: > 0 } alias)
        {
            draft.Alias = alias;
            return;
        }

        // Shorter than an alias may be, so that there is room for a number.
        var slug = VietnameseText.Slugify(draft.DisplayText);
        slug = slug[..Math.Min(slug.Length, ContentModel.LongestAlias - 10)].TrimEnd('-');
        draft.Alias = slug.Length > 0 ? slug : draft.ContentItemId;
        draft.HasGeneratedAlias = true;
    }

    private static ContentItem ViewOf(ContentDraft draft) => new()
    {
        Id = draft.ContentItemId,
        ContentType = draft.Type.Name,
        DisplayText = draft.DisplayText,
        CreatedUtc = draft.PublishedUtc,
        ModifiedUtc = draft.PublishedUtc,
        PublishedUtc = draft.PublishedUtc,
        Owner = "",
        Author = "",
        LatestText = draft.DisplayText,
        LatestKey = "",
        EditedUtc = draft.PublishedUtc,
        LatestVersionId = "",
        Summary = "{}",
    };
}
