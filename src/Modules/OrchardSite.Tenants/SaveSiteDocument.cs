using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Replaces a document of the current tenant; a document that already says the same stays untouched.</summary>
public sealed class SaveSiteDocument(SiteDbContext db, TimeProvider time)
{
    /// <param name="operation">What the audit log calls it; null: the name of this operation.</param>
    /// <param name="detail">What the audit log says was changed; null: what differs in the document.</param>
    /// <returns>True when the document changed.</returns>
    public async Task<bool> RunAsync(
        string name, JsonNode content, Actor actor, ChangeKind kind = ChangeKind.SiteChanged, CancellationToken cancellationToken = default, string? operation = null, string? detail = null)
    {
        var json = content.ToJsonString(CompactJson.Options);
        JsonNode? former = null;
        var document = await db.Set<SiteDocument>().FindAsync([db.TenantId, name], cancellationToken);
        if (document is null)
        {
            db.Add(new SiteDocument { Name = name, Json = json });
        }
        else if (document.Json == json)
        {
            return false;
        }
        else
        {
            former = JsonNode.Parse(document.Json);
            document.Json = json;
            document.Revision++;
        }

        var now = time.GetUtcNow().UtcDateTime;
        db.Add(new Change { TenantId = db.TenantId, Kind = kind, OccurredUtc = now });
        db.Add(AuditEntry.Of(actor, operation ?? nameof(SaveSiteDocument), now, detail: detail ?? $"{name}\n{AuditText.Difference(former, content)}".TrimEnd()));
        await db.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The document as it is in this scope, with what the scope has not committed yet; null where there is none.</summary>
    public async Task<JsonNode?> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        await db.Set<SiteDocument>().FindAsync([db.TenantId, name], cancellationToken) is { } document ? JsonNode.Parse(document.Json) : null;
}
