using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>A directive in a list, and on its own page with everything about it.</summary>
internal sealed class DirectiveDisplay(DirectiveFacts facts, DirectiveRelations relations, DirectiveFiles files, TenantCache<TermTree> terms) : IContentDisplay
{
    private const string AskedKey = "on";

    public string ContentType => DirectiveData.ContentType;

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        await facts.SetAsync(shape, item, page);
        if (displayType == DisplayTypes.Detail)
        {
            await SetDetailsAsync(shape, item, page);
        }
    }

    private async Task SetDetailsAsync(Shape shape, ContentView item, PageRendering page)
    {
        page.Section = DirectiveList.Path;
        var vocabulary = await facts.VocabularyAsync(page);
        var tree = await terms.GetAsync(page.Tenant!.Id);
        shape["SystemName"] = vocabulary.SystemName(item.Text(ContentType, "System"));
        shape["UrgencyName"] = vocabulary.UrgencyName(item.Text(ContentType, "Urgency"));
        shape["Fields"] = item.Texts(ContentType, "Fields", "TermContentItemIds").Select(tree.Find).OfType<Term>().ToArray();
        shape["Files"] = await files.BuildAsync(item, ContentType, page);
        shape["History"] = await facts.HistoryAsync(item.Id, DirectiveData.Of(item).Force, page);
        await SetAskedAsync(shape, item, page);
        var related = await relations.FindAsync(item, vocabulary, page);
        shape["Relations"] = related.Select(relation => new Shape { ["KindName"] = relation.KindName, ["Text"] = relation.Text, ["Url"] = relation.Url }).ToArray();
        shape["Graph"] = RelationGraph.Draw(item.DisplayText, related);
    }

    // "Was it in force on that day?"
    private async Task SetAskedAsync(Shape shape, ContentView item, PageRendering page)
    {
        if (page.Http.Request.Query[AskedKey].ToString() is not { Length: > 0 } typed)
        {
            return;
        }

        if (DirectiveData.Date(typed) is not { } day)
        {
            shape["AskedWrongly"] = true;
            page.ChosenBy($"?{AskedKey}=-");
            return;
        }

        page.ChosenBy($"?{AskedKey}={typed}");
        shape["AskedOn"] = typed;
        shape["AskedValidity"] = await facts.ValidityAsync(item.Id, DirectiveData.Of(item).Force, day, page);
    }
}
