namespace OrchardSite.Directives;

/// <summary>Whether a document has force on a day.</summary>
public enum Validity
{
    NotYetInForce,
    InForce,
    PartlyInForce,
    Suspended,
    NoLongerInForce,
}

/// <summary>What a relation does to the force of its target, once its own document is in force.</summary>
public enum RelationEffect
{
    None,
    EndsForce,
    EndsForceInPart,
    SuspendsForce,
}

/// <param name="Until">The last day; null where no end is set.</param>
public readonly record struct ForcePeriod(DateOnly From, DateOnly? Until);

/// <summary>Computes validity from dates and from what other directives do: kept by hand, it goes wrong.</summary>
public static class DirectiveValidity
{
    // Directives that end each other in a circle are an error of data; it must not become one of the page.
    private const int LongestChain = 8;

    public static Validity On(DateOnly day, string itemId, ForcePeriod period, DirectiveEffects effects)
    {
        if (period.Until < day || IsUnder(RelationEffect.EndsForce, day, itemId, effects, 0))
        {
            return Validity.NoLongerInForce;
        }

        if (day < period.From)
        {
            return Validity.NotYetInForce;
        }

        if (IsUnder(RelationEffect.SuspendsForce, day, itemId, effects, 0))
        {
            return Validity.Suspended;
        }

        return IsUnder(RelationEffect.EndsForceInPart, day, itemId, effects, 0) ? Validity.PartlyInForce : Validity.InForce;
    }

    /// <summary>The days on which a document's validity changes, each with what it is from then on, in their order.</summary>
    public static IReadOnlyList<(DateOnly From, Validity Validity)> History(string itemId, ForcePeriod period, DirectiveEffects effects)
    {
        var days = new SortedSet<DateOnly>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Collect(itemId, period);
        var history = new List<(DateOnly From, Validity Validity)>();
        foreach (var day in days)
        {
            var validity = On(day, itemId, period, effects);
            if (history.Count == 0 || history[^1].Validity != validity)
            {
                history.Add((day, validity));
            }
        }

        return history;

        // Whatever ends the force of what ends this one's changes this one's, too.
        void Collect(string id, ForcePeriod force)
        {
            if (!seen.Add(id))
            {
                return;
            }

            days.Add(force.From);
            if (force.Until is { } until && until < DateOnly.MaxValue)
            {
                days.Add(until.AddDays(1));
            }

            foreach (var effect in effects.On(id))
            {
                Collect(effect.SourceId, effect.Source);
            }
        }
    }

    private static bool IsUnder(RelationEffect kind, DateOnly day, string itemId, DirectiveEffects effects, int depth)
    {
        foreach (var effect in effects.On(itemId))
        {
            // What has been replaced stays replaced whatever becomes of its successor; a suspension lasts as long as what orders it.
            var asked = kind == RelationEffect.SuspendsForce ? day : effect.Source.From;
            if (effect.Kind == kind && effect.Source.From <= day && HasForce(asked, effect.SourceId, effect.Source, effects, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasForce(DateOnly day, string itemId, ForcePeriod period, DirectiveEffects effects, int depth) =>
        day >= period.From
        && !(period.Until < day)
        && (depth >= LongestChain
            || (!IsUnder(RelationEffect.EndsForce, day, itemId, effects, depth) && !IsUnder(RelationEffect.SuspendsForce, day, itemId, effects, depth)));
}
