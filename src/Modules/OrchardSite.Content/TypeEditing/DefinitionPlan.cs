using System.Text.Json.Nodes;

namespace OrchardSite.Content.TypeEditing;

/// <summary>What a change of definitions comes to, before it is made.</summary>
/// <param name="Key">Of exactly this change of exactly these definitions: what a person confirms.</param>
/// <param name="Effects">What it means for the items that there are; empty when it takes nothing away.</param>
/// <param name="NamedBy">The theme's templates that name what is removed.</param>
public sealed record DefinitionPlan(JsonObject Before, JsonObject After, string Key, IReadOnlyList<DefinitionEffect> Effects, IReadOnlyList<string> NamedBy)
{
    /// <summary>True when values would no longer be seen, so that a name must be typed.</summary>
    public bool LosesValues => Effects.Any(effect => effect.IsLost && effect.Counts.Any);

    public bool ChangesAnything => !JsonNode.DeepEquals(Before, After);
}

/// <param name="Name">What people call the field or the part.</param>
/// <param name="IsLost">True: it goes with the values that items have in it. False: items would no longer fulfil what it demands.</param>
public sealed record DefinitionEffect(string Name, bool IsLost, ItemCounts Counts);

/// <param name="Published">Items whose published version is concerned.</param>
/// <param name="Drafts">Items whose newest version, not published, is concerned.</param>
/// <param name="Binned">Items in the bin.</param>
public sealed record ItemCounts(int Published, int Drafts, int Binned)
{
    public bool Any => Published + Drafts + Binned > 0;

    internal ItemCounts Plus(StoredState state) => state switch
    {
        StoredState.Published => this with { Published = Published + 1 },
        StoredState.Draft => this with { Drafts = Drafts + 1 },
        _ => this with { Binned = Binned + 1 },
    };
}

/// <param name="Key">Of the plan that the person has seen; null: none.</param>
/// <param name="Typed">What the person typed to confirm it.</param>
public sealed record DefinitionConsent(string? Key, string? Typed)
{
    public static DefinitionConsent None { get; } = new(null, null);
}
