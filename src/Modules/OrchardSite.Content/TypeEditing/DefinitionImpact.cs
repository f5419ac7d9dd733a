using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Fields;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Says what a change of definitions means for the items of the current site. Scoped.</summary>
public sealed class DefinitionImpact(StoredInstances instances, TermStore termStore, HtmlCleaner html, LiquidEngine liquid, IStringLocalizer localizer)
{
    /// <summary>What keeps types from being removed: items of them, and other types that take them.</summary>
    public async Task<IReadOnlyList<Refusal>> FindUsesAsync(ContentDefinitions before, ContentDefinitions after, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        foreach (var gone in before.Types.Where(type => after.Find(type.Name) is null))
        {
            var items = new HashSet<string>();
            await foreach (var instance in instances.ReadAsync(gone, before, cancellationToken))
            {
                items.Add(instance.ItemId);
            }

            if (items.Count > 0)
            {
                refusals.Add(new Refusal(RefusalKind.Conflict, localizer["“{0}” has {1} items, those in the bin counted, so it cannot be removed.", gone.DisplayName, items.Count]));
            }

            refusals.AddRange(after.Types.Where(type => type.Takes(gone.Name))
                .Select(type => new Refusal(RefusalKind.Conflict, localizer["“{0}” takes items of the type “{1}”, so it cannot be removed.", type.DisplayName, gone.DisplayName])));
        }

        return refusals;
    }

    public async Task<IReadOnlyList<DefinitionEffect>> FindAsync(ContentDefinitions before, ContentDefinitions after, CancellationToken cancellationToken)
    {
        var effects = new List<DefinitionEffect>();
        foreach (var type in before.Types)
        {
            if (after.Find(type.Name) is { } next && TypeChanges.Between(type, next).ToArray() is { Length: > 0 } changes)
            {
                effects.AddRange(await CountAsync(type, changes, before, cancellationToken));
            }
        }

        return effects;
    }

    /// <summary>The theme's templates that name a field which goes.</summary>
    public IReadOnlyList<string> TemplatesNaming(ContentDefinitions before, ContentDefinitions after)
    {
        var gone = before.Types
            .SelectMany(type => after.Find(type.Name) is { } next ? TypeChanges.Between(type, next).Where(change => change.IsLost).Select(change => change.Path) : [])
            .Distinct().ToArray();
        return gone.Length == 0 ? [] : [.. liquid.ViewsNaming(gone).Order(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<DefinitionEffect>> CountAsync(ContentType type, TypeChange[] changes, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var counts = changes.ToDictionary(change => change, _ => new ItemCounts(0, 0, 0));
        var terms = await termStore.GetAsync();
        var counted = new HashSet<(TypeChange, string, StoredState)>();
        await foreach (var instance in instances.ReadAsync(type, definitions, cancellationToken))
        {
            foreach (var change in changes)
            {
                var check = () => new ContentCheck(definitions, terms, html, localizer, instance.State == StoredState.Published);
                if (change.Concerns(instance.Content, check) && counted.Add((change, instance.ItemId, instance.State)))
                {
                    counts[change] = counts[change].Plus(instance.State);
                }
            }
        }

        // What demands more of nobody is no loss to anybody.
        return changes.Where(change => change.IsLost || counts[change].Any).Select(change => new DefinitionEffect(change.Name, change.IsLost, counts[change]));
    }
}
