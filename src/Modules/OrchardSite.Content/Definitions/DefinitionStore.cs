using System.Text.Json.Nodes;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Definitions;

/// <summary>The definitions as they are in this scope: with what the scope has saved but not committed yet. Scoped.</summary>
public sealed class DefinitionStore(SiteDbContext db, TenantCache<ContentDefinitions> cache, DefinitionPool pool, SaveSiteDocument documents)
{
    private ContentDefinitions? _saved;

    public ValueTask<ContentDefinitions> GetAsync() => _saved is null ? cache.GetAsync(db.TenantId) : new(_saved);

    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken) =>
        await documents.ReadAsync(ContentDefinitions.Document, cancellationToken) as JsonObject ?? [];

    /// <param name="operation">What the audit log calls it; null: that a document was saved.</param>
    /// <param name="detail">What the audit log says was changed; null: what differs in the document.</param>
    /// <returns>True when something changed.</returns>
    public async Task<bool> SaveAsync(JsonObject json, Actor actor, CancellationToken cancellationToken, string? operation = null, string? detail = null)
    {
        _saved = pool.Get(json.ToJsonString(CompactJson.Options));
        return await documents.RunAsync(ContentDefinitions.Document, json, actor, ChangeKind.DefinitionsChanged, cancellationToken, operation, detail);
    }
}
