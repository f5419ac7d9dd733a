using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>The widget with the directives issued last.</summary>
internal sealed class NewestDirectivesDisplay(DirectiveReader reader, DirectiveFacts facts) : IContentDisplay
{
    private const int UsualCount = 5;

    public string ContentType => "NewestDirectives";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        if (!page.Tenant!.Features.Contains(DirectivesManifest.Feature))
        {
            return;
        }

        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
        var vocabulary = await facts.VocabularyAsync(page);
        var newest = await reader.NewestAsync(item.Number(ContentType, "Count") ?? UsualCount);
        shape["Items"] = newest.Select(directive => Entry(directive, vocabulary)).ToArray();
        shape["ListUrl"] = page.Url(DirectiveList.Path);
    }

    private static Shape Entry(ContentView item, DirectiveVocabulary vocabulary)
    {
        var directive = DirectiveData.Of(item);
        return new Shape { ["ContentItem"] = item, ["TypeName"] = vocabulary.TypeName(directive.DocumentType), ["Number"] = directive.Number };
    }
}
