using System.Text.Json.Nodes;
using OrchardSite.Deployment;
using OrchardSite.Search.Queries;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;

namespace OrchardSite.Search;

/// <summary>The named queries of the site, and its own synonyms.</summary>
internal sealed class SearchSource(SaveSiteDocument documents) : IDeploymentSource
{
    public PackagePart Part => PackagePart.Search;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        if ((await documents.ReadAsync(NamedQuery.Document, cancellationToken))?["Queries"] is JsonArray { Count: > 0 } queries)
        {
            await recipe.StepAsync("Queries", new JsonObject { ["Queries"] = queries.DeepClone() });
        }

        if ((await documents.ReadAsync(SynonymsDocument.Name, cancellationToken))?["Lines"] is JsonArray lines)
        {
            await recipe.StepAsync("SearchSynonyms", new JsonObject { ["Lines"] = lines.DeepClone() });
        }
    }
}
