using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Recipes;
using OrchardSite.Search.Queries;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Search;

/// <summary>Adds named queries to a site, in the place of those that have their names.</summary>
internal sealed partial class QueriesStep(
    SaveSiteDocument saveDocument, DefinitionStore definitions, LiquidEngine liquid, TimeProvider time, IStringLocalizer localizer) : IRecipeStep
{
    private const int LongestTemplate = 20_000;
    private const int MostQueries = 200;

    public string Name => "Queries";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (step.Json["Queries"] is not JsonArray given)
        {
            throw step.Error(step.Json["Queries"], localizer["A list of queries is expected here."]);
        }

        var reader = new LuceneQuerySite(TenantId: 0, await definitions.GetAsync(), TermTree.Empty, Synonyms.None, new SiteSettings(), time.GetUtcNow());
        var read = given.Select(query => Read(step, given, query, reader)).ToArray();
        var known = NamedQueries.Read(await saveDocument.ReadAsync(NamedQuery.Document, cancellationToken));
        var merged = known.With(read);
        if (merged.All.Count() > MostQueries)
        {
            throw step.Error(given, localizer["A site has at most {0} queries.", MostQueries]);
        }

        if (!await saveDocument.RunAsync(NamedQuery.Document, merged.ToJson(), run.Actor, cancellationToken: cancellationToken))
        {
            return;
        }

        foreach (var query in read.Where(query => known.Find(query.Name) != query))
        {
            run.Report(known.Find(query.Name) is null ? RecipeEffect.Create : RecipeEffect.Update, NamedQuery.Document, query.Name);
        }
    }

    private NamedQuery Read(RecipeStep step, JsonArray list, JsonNode? node, LuceneQuerySite site)
    {
        if (node is not JsonObject query)
        {
            throw step.Error(node ?? list, localizer["An object is expected here."]);
        }

        if (TextOf(query, "Source") is var source && source != NamedQuery.Source)
        {
            throw step.Error(query["Source"] ?? query, localizer["Queries have the source “{0}” here; “{1}” is not known.", NamedQuery.Source, source ?? ""]);
        }

        if (query["ReturnContentItems"]?.GetValueKind() != JsonValueKind.True)
        {
            throw step.Error(query["ReturnContentItems"] ?? query, localizer["Queries return content items here: ReturnContentItems must be true."]);
        }

        if (TextOf(query, "Name") is not { } name || !NamePattern().IsMatch(name))
        {
            throw step.Error(query["Name"] ?? query, localizer["A name of letters, digits, hyphens and underscores is expected here."]);
        }

        if (TextOf(query, "Template") is not { Length: > 0 and <= LongestTemplate } template)
        {
            throw step.Error(query["Template"] ?? query, localizer["A template of at most {0} characters is expected here.", LongestTemplate]);
        }

        var named = new NamedQuery(name, template);
        if (liquid.FindError(template) is { } error)
        {
            throw step.Error(query["Template"], error);
        }

        try
        {
            // What its parameters will make of the others shows when they are run.
            _ = named.HasParameters ? null : new LuceneQueryReader(site, localizer).Read(template);
        }
        catch (LuceneQueryException exception)
        {
            throw step.Error(query["Template"], exception.Message);
        }

        return named;
    }

    private static string? TextOf(JsonObject query, string member) =>
        query[member] is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,100}$")]
    private static partial Regex NamePattern();
}
