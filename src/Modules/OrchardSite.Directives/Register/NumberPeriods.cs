using OrchardSite.Content.Settings;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <summary>How long numbers run before they begin anew: a year for the state's documents, the term of a congress for the Party's.</summary>
public sealed class NumberPeriods
{
    /// <summary>Name of the custom settings, and of their part.</summary>
    public const string Settings = "DirectiveNumbers";

    private readonly DateOnly[] _terms;

    private NumberPeriods(IEnumerable<DateOnly> terms) => _terms = [.. terms.Order()];

    public static NumberPeriods Of(SiteSettings site) => new(DayLines.PartOf(site, Settings) is { } part ? DayLines.Of(part, "PartyTerms") : []);

    /// <summary>The period to which a day belongs. The Party's documents of a time whose terms nobody has entered run by years as well.</summary>
    public NumberPeriod Of(string system, DateOnly day)
    {
        var term = system == DirectiveNumber.PartySystem ? Array.FindLastIndex(_terms, start => start <= day) : -1;
        return term < 0
            ? new NumberPeriod(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year + 1, 1, 1), false)
            : new NumberPeriod(_terms[term], term + 1 < _terms.Length ? _terms[term + 1] : DateOnly.MaxValue, true);
    }
}

/// <param name="Until">The day on which the next one begins.</param>
public readonly record struct NumberPeriod(DateOnly From, DateOnly Until, bool IsTerm);
