using System.Globalization;
using OrchardSite.Data;

namespace OrchardSite.Audit;

/// <summary>Which entries somebody asks for; null: whatever there is.</summary>
/// <param name="FromUtc">The first moment.</param>
/// <param name="UntilUtc">The first moment after the last.</param>
/// <param name="Words">In the name of the person or the detail.</param>
public sealed record AuditFilter(int? Person = null, string? Operation = null, string? Item = null, DateTime? FromUtc = null, DateTime? UntilUtc = null, string? Words = null)
{
    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        entries = Person is { } person ? entries.Where(entry => entry.AccountId == person) : entries;
        entries = Operation is { } operation ? entries.Where(entry => entry.Operation == operation) : entries;
        entries = Item is { } item ? entries.Where(entry => entry.ItemId == item) : entries;
        entries = FromUtc is { } from ? entries.Where(entry => entry.OccurredUtc >= from) : entries;
        entries = UntilUtc is { } until ? entries.Where(entry => entry.OccurredUtc < until) : entries;
        if (Words is not { Length: > 0 } words)
        {
            return entries;
        }

        // SQLite folds the case of ASCII letters only: what is typed as it was written is found in any case.
        var lower = words.ToLower(CultureInfo.InvariantCulture);
        return entries.Where(entry => entry.Actor.Contains(words) || entry.Detail!.Contains(words) || entry.Actor.ToLower().Contains(lower) || entry.Detail!.ToLower().Contains(lower));
    }
}

/// <summary>The entry after which a page of the log begins.</summary>
public sealed record AuditPlace(DateTime OccurredUtc, string Id)
{
    public static AuditPlace? Read(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && UniqueId.IsValid(id)
            ? new AuditPlace(new DateTime(time, DateTimeKind.Utc), id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OccurredUtc.Ticks}-{Id}");
}
