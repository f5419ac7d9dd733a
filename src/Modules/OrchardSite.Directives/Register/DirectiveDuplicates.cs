using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives;

/// <summary>An issuer gives a number once in its period: a second directive of the same number is the first one, entered again.</summary>
internal sealed class DirectiveDuplicates(TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    private const int Batch = 500;

    public async Task<IReadOnlyList<ContentConflict>> FindAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, CancellationToken cancellationToken)
    {
        var wanted = drafts.Select(draft => (Draft: draft, Data: DirectiveData.Of(draft))).ToArray();
        var periods = NumberPeriods.Of(await settings.GetAsync(db.TenantId));
        var owners = await ReadAsync(db, periods, wanted.Select(pair => pair.Data.NumberKey).Distinct(), cancellationToken);
        var conflicts = new List<ContentConflict>();
        foreach (var (draft, data) in wanted)
        {
            var key = Key.Of(data, periods);
            if (!owners.TryAdd(key, draft.ContentItemId) && owners[key] != draft.ContentItemId)
            {
                var message = key.Period.IsTerm
                    ? localizer["The number {0} of {1} is registered already in the term that began on {2}.", data.Number, data.Issuer, key.Period.From.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)]
                    : localizer["The number {0} of {1} from {2} is registered already.", data.Number, data.Issuer, key.Period.From.Year];
                conflicts.Add(new ContentConflict(draft, message, "Directive.Number.Text"));
            }
        }

        return conflicts;
    }

    private static async Task<Dictionary<Key, string>> ReadAsync(SiteDbContext db, NumberPeriods periods, IEnumerable<string> numberKeys, CancellationToken cancellationToken)
    {
        var owners = new Dictionary<Key, string>();
        foreach (var keys in numberKeys.Chunk(Batch))
        {
            var rows =
                from row in db.Set<DirectiveRow>().AsNoTracking()
                where keys.Contains(row.NumberKey)
                join item in db.Set<ContentItem>().AsNoTracking() on row.ItemId equals item.Id
                select item;
            await foreach (var item in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                owners[Key.Of(DirectiveData.Of(new ContentView(item)), periods)] = item.Id;
            }
        }

        return owners;
    }

    private readonly record struct Key(string NumberKey, string Issuer, NumberPeriod Period)
    {
        public static Key Of(DirectiveData data, NumberPeriods periods) => new(data.NumberKey, VietnameseText.Fold(data.Issuer), periods.Of(data.System, data.IssuedOn!.Value));
    }
}
