using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Export;

/// <summary>The books that a records office keeps of a year, in the columns of Decree 30/2020: what went out, and what came in. Scoped.</summary>
public sealed class RecordBooks(SiteDbContext db, CurrentTenant current, TenantCache<ContentDefinitions> definitions, TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    /// <summary>How wide the columns of <see cref="OutgoingAsync"/> are on paper, to each other.</summary>
    public static IReadOnlyList<double> OutgoingWidths { get; } = [2, 1.5, 5, 2, 3.5, 1.7, 1, 1.3];

    /// <summary>The same of <see cref="IncomingAsync"/>.</summary>
    public static IReadOnlyList<double> IncomingWidths { get; } = [1.4, 0.9, 2.8, 1.8, 1.5, 5, 1.3, 2.2, 1.4];

    /// <summary>What an issuer has sent out, in the order of its days and numbers.</summary>
    public async Task<TableFile> OutgoingAsync(int year, string issuer, CancellationToken cancellationToken)
    {
        var vocabulary = new DirectiveVocabulary(await definitions.GetAsync(current.Id));
        var rows = await db.Set<DirectiveRow>().AsNoTracking().Where(row => row.Year == year && row.Issuer == issuer).OrderBy(row => row.IssuedOn).ThenBy(row => row.Ordinal).ThenBy(row => row.ItemId).ToListAsync(cancellationToken);
        var units = (await (
            from row in db.Set<DirectiveRow>()
            where row.Year == year && row.Issuer == issuer
            join delivery in db.Set<DirectiveDelivery>() on new { row.TenantId, row.ItemId } equals new { delivery.TenantId, delivery.ItemId }
            where delivery.SourceId == row.TenantId && delivery.State != DeliveryState.Recalled
            orderby delivery.UnitName
            select new { delivery.ItemId, delivery.UnitName }).ToListAsync(cancellationToken)).ToLookup(delivery => delivery.ItemId, delivery => delivery.UnitName);
        var table = new TableFile([localizer["Number"], localizer["Date of the document"], localizer["Type and subject"], localizer["Signed by"], localizer["Recipients"], localizer["Who keeps the filed copy"], localizer["Number of copies"], localizer["Notes"]]);
        foreach (var row in rows)
        {
            table.AddLine(row.Number, Day(row.IssuedOn), $"{vocabulary.TypeName(row.DocumentType)}: {row.Subject}", row.Signer ?? "", string.Join("; ", units[row.ItemId]), "", "", "");
        }

        return table;
    }

    /// <summary>What was sent to the current site and confirmed in a year, numbered in the order of its coming.</summary>
    public async Task<TableFile> IncomingAsync(int year, CancellationToken cancellationToken)
    {
        var vocabulary = new DirectiveVocabulary(await definitions.GetAsync(current.Id));
        var zone = (await settings.GetAsync(current.Id)).TimeZone;
        var (from, until) = (TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, 1, 1), zone), TimeZoneInfo.ConvertTimeToUtc(new DateTime(year + 1, 1, 1), zone));
        var rows = await db.Set<DirectiveDelivery>().AsNoTracking().Where(row => row.Site == current.Name && row.ReceivedUtc >= from && row.ReceivedUtc < until)
            .OrderBy(row => row.ReceivedUtc).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var receipts = rows.Select(row => row.Id).ToArray();
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ids in receipts.Chunk(500))
        {
            foreach (var entry in await db.Set<DeliveryEntry>().Where(entry => ids.Contains(entry.DeliveryId) && entry.Move == DeliveryMove.Acknowledge).OrderBy(entry => entry.Number).ToListAsync(cancellationToken))
            {
                people[entry.DeliveryId] = entry.Person;
            }
        }

        var table = new TableFile([localizer["Came on"], localizer["Number of arrival"], localizer["Issuer"], localizer["Number"], localizer["Date of the document"], localizer["Type and subject"], localizer["Role"], localizer["Received by"], localizer["Notes"]]);
        var texts = new DeliveryTexts(localizer);
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            table.AddLine(
                Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(row.ReceivedUtc!.Value, zone))),
                (place + 1).ToString("00", CultureInfo.InvariantCulture),
                row.Issuer,
                row.Number,
                Day(row.IssuedOn),
                $"{vocabulary.TypeName(row.DocumentType)}: {row.Subject}",
                texts.RoleName(row.Role),
                people.GetValueOrDefault(row.Id, ""),
                row.State == DeliveryState.Recalled ? texts.NameOf(row.State) : "");
        }

        return table;
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
