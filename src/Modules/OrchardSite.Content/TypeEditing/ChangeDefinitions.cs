using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Makes a change of the current site's content types: shows first what it means for the items that there are. Scoped.</summary>
public sealed class ChangeDefinitions(SiteDbContext db, DefinitionStore store, DefinitionImpact impact, ModuleTypes modules, LiquidEngine liquid, IStringLocalizer localizer)
{
    /// <summary>The definitions as they are stored; a copy of its own.</summary>
    public async Task<DefinitionDraft> CurrentAsync(CancellationToken cancellationToken) => new(await store.ReadAsync(cancellationToken));

    /// <param name="stamp">Of the type as the person saw it (<see cref="DefinitionDraft.StampOf"/>); null for one that is not there yet.</param>
    public async Task<OperationResult<DefinitionPlan>> PlanAsync(DefinitionEdit edit, string? stamp, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(ContentPermissions.EditContentTypes))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change content types."]);
        }

        var current = await CurrentAsync(cancellationToken);
        if (stamp is not null && current.Type(edit.TypeName) is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no content type named {0}.", edit.TypeName]);
        }

        if (stamp is not null && stamp != current.StampOf(edit.TypeName))
        {
            return Stale();
        }

        var draft = new DefinitionDraft(current.Json.DeepClone().AsObject());
        if (edit.Apply(draft, localizer).Concat(Faults(draft)).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<DefinitionPlan>.Refused(refusals);
        }

        var (before, after) = (new ContentDefinitions(current.Json), new ContentDefinitions(draft.Json));
        if (modules.Check(before, after).Concat(await impact.FindUsesAsync(before, after, cancellationToken)).ToArray() is { Length: > 0 } kept)
        {
            return OperationResult<DefinitionPlan>.Refused(kept);
        }

        var effects = await impact.FindAsync(before, after, cancellationToken);
        return new DefinitionPlan(current.Json, draft.Json, draft.Hash(), effects, impact.TemplatesNaming(before, after));
    }

    /// <param name="stamp">See <see cref="PlanAsync"/>.</param>
    public async Task<OperationResult<DefinitionPlan>> RunAsync(DefinitionEdit edit, string? stamp, DefinitionConsent consent, Actor actor, CancellationToken cancellationToken)
    {
        // Items are counted before the transaction, which keeps others from writing.
        var planned = await PlanAsync(edit, stamp, actor, cancellationToken);
        if (!planned.Succeeded)
        {
            return planned;
        }

        var plan = planned.Value;
        if (plan.Effects.Count > 0 && consent.Key != plan.Key)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Look at what this change means first, and confirm it."]);
        }

        if (plan.LosesValues && consent.Typed?.Trim() != edit.ToType)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Items have values in it. Type {0} to remove it all the same.", edit.ToType], "Typed");
        }

        if (!plan.ChangesAnything)
        {
            return plan;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var stored = await db.Set<Tenants.SiteDocument>().AsNoTracking().Where(row => row.Name == ContentDefinitions.Document).Select(row => row.Json).FirstOrDefaultAsync(cancellationToken);
        if (stored is not null && !JsonNode.DeepEquals(JsonNode.Parse(stored), plan.Before))
        {
            return Stale();
        }

        try
        {
            await store.SaveAsync(plan.After, actor, cancellationToken, edit.Operation, $"{edit.TypeName}\n{DetailOf(plan)}");
            await work.CommitAsync(cancellationToken);
            return plan;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || stored is null)
        {
            return Stale();
        }
    }

    // Named by name, so that the log tells which setting of which field was changed.
    private static string DetailOf(DefinitionPlan plan) => AuditText.Difference(ByName(plan.Before), ByName(plan.After));

    private static JsonNode? ByName(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } items when items.All(item => item is JsonObject known && known.Text("Name") is not null) =>
            new JsonObject(items.DistinctBy(item => item!.AsObject().Text("Name")).Select(item => KeyValuePair.Create(item!.AsObject().Text("Name")!, ByName(item)))),
        JsonObject json => new JsonObject(json.Where(member => member.Value?.GetValueKind() != JsonValueKind.Null).Select(member => KeyValuePair.Create(member.Key, ByName(member.Value)))),
        _ => node?.DeepClone(),
    };

    private IEnumerable<Refusal> Faults(DefinitionDraft draft) =>
        from fault in new DefinitionCheck(liquid, localizer).Check(draft.Json, new ContentDefinitionNames(draft.Json))
        select new Refusal(RefusalKind.Invalid, fault.Reason, fault.Node.Parent is JsonObject ? fault.Node.GetPropertyName() : null);

    private Refusal Stale() =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed this content type meanwhile. What you typed is still in the form; what was saved stands above it."]);
}
