using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Settings;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Deadlines;

/// <summary>A section of the site with its deadline for publishing.</summary>
/// <param name="OwnDays">Working days that the section itself allows; null: those of the section above it.</param>
/// <param name="Days">Working days that hold for it; null: it has no deadline.</param>
/// <param name="NewestUtc">When something in it or below it was last published.</param>
/// <param name="Late">What waits for publication longer than that, the longest first.</param>
public sealed record SectionState(Term Section, int? OwnDays, int? Days, DateTime? NewestUtc, IReadOnlyList<LateItem> Late);

/// <param name="ReceivedOn">The day on which it was entered.</param>
/// <param name="DueOn">The last day on which it was to be published.</param>
public sealed record LateItem(string Id, string Title, DateOnly ReceivedOn, DateOnly DueOn);

/// <summary>
/// Which sections are past their deadline for publishing: something entered for them has never been published, and more working
/// days have gone since than the section allows. Scoped.
/// </summary>
public sealed class SectionDeadlines(SiteDbContext db, DefinitionStore definitions, TermStore terms, TenantCache<SiteSettings> settings, TimeProvider time)
{
    /// <summary>The sections whose kind of term has a deadline: each tree after the other, by their names.</summary>
    public async Task<IReadOnlyList<SectionState>> AllAsync(CancellationToken cancellationToken)
    {
        var types = await definitions.GetAsync();
        var sections = (await terms.GetAsync()).All
            .Where(term => term.Parent is null && types.Find(term.ContentType)?.FindPart(term.ContentType)?.FindField(Term.DeadlineField) is not null)
            .OrderBy(term => term.TaxonomyId, StringComparer.Ordinal).ThenBy(term => term.DisplayText, StringComparer.CurrentCulture).SelectMany(root => root.Subtree()).ToArray();
        var ids = sections.Select(term => term.Id).ToArray();
        var newest = await db.Set<ContentTerm>().Where(row => ids.Contains(row.TermId)).GroupBy(row => row.TermId)
            .Select(group => new { group.Key, Newest = group.Max(row => row.PublishedUtc) }).ToDictionaryAsync(row => row.Key, row => row.Newest, cancellationToken);
        var late = await LateAsync(sections, cancellationToken);
        return [.. sections.Select(term => new SectionState(term, term.DeadlineDays, DaysOf(term), newest.TryGetValue(term.Id, out var utc) ? utc : null, [.. late[term.Id]]))];
    }

    private static int? DaysOf(Term term) => term.DeadlineDays ?? (term.Parent is { } parent ? DaysOf(parent) : null);

    private async Task<ILookup<string, LateItem>> LateAsync(IEnumerable<Term> sections, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(db.TenantId);
        var calendar = WorkCalendar.Of(site);
        var today = DayOf(time.GetUtcNow().UtcDateTime);
        var days = sections.Where(term => DaysOf(term) is not null).ToDictionary(term => term.Id, term => DaysOf(term)!.Value);
        var ids = days.Keys.ToArray();
        // What was taken down has been published before.
        var waiting = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where item.PublishedVersionId == null && item.DeletedUtc == null
            join term in db.Set<LatestTerm>().AsNoTracking() on item.Id equals term.ItemId
            where ids.Contains(term.TermId)
            where !db.Set<AuditEntry>().Any(entry => entry.ItemId == item.Id && entry.Operation == nameof(UnpublishContent))
            orderby item.CreatedUtc
            select new { item.Id, item.LatestText, item.CreatedUtc, term.TermId }).ToListAsync(cancellationToken);
        return waiting
            .Select(row => (row.TermId, Item: new LateItem(row.Id, row.LatestText, DayOf(row.CreatedUtc), calendar.AddWorkdays(DayOf(row.CreatedUtc), days[row.TermId]))))
            .Where(row => row.Item.DueOn < today)
            .ToLookup(row => row.TermId, row => row.Item);

        DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, site.TimeZone));
    }
}
