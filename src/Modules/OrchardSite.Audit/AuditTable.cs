using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Audit;

/// <summary>Entries as lines of a file that people take away, and that can be held against the chain later.</summary>
public sealed class AuditTable(OperationNames names, TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    private const string Exact = "yyyy-MM-ddTHH:mm:ss.ffffffzzz";

    public IReadOnlyList<string> Heads =>
    [
        localizer["Site"], localizer["Number in the chain"], localizer["Time"], localizer["Person"], localizer["Account"], localizer["Operation"], localizer["Item"],
        localizer["Version"], localizer["Detail"], localizer["Entry"], localizer["Sealed"], localizer["Hash"], localizer["In words (not part of the proof)"],
    ];

    public async ValueTask<TimeZoneInfo> ZoneOfAsync(Tenant site) => (await settings.GetAsync(site.Id)).TimeZone;

    /// <param name="zone">In which times are written.</param>
    public IReadOnlyList<string> Line(Tenant site, AuditEntry entry, TimeZoneInfo zone) => [.. Proven(site, entry, zone), names.Of(entry.Operation)];

    /// <summary>The entry whose place a line says it has; null where it is no line of an entry that is sealed.</summary>
    public static (string Site, long Number)? PlaceOf(IReadOnlyList<string> line) =>
        line.Count >= 12 && long.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (line[0], number) : null;

    /// <summary>True when a line that was taken away says what the entry says.</summary>
    public static bool IsSame(IReadOnlyList<string> line, Tenant site, AuditEntry entry) =>
        Proven(site, entry, TimeZoneInfo.Utc).Select(CsvText.Guard).Zip(line).All(pair => pair.First == pair.Second || IsSameTime(pair.First, pair.Second));

    private static string[] Proven(Tenant site, AuditEntry entry, TimeZoneInfo zone) =>
    [
        site.Name, Text(entry.Number), Time(entry.OccurredUtc, zone), entry.Actor, Text(entry.AccountId), entry.Operation, entry.ItemId ?? "",
        Text(entry.Version), entry.Detail ?? "", entry.Id, entry.SealedUtc is { } time ? Time(time, zone) : "", entry.Hash ?? "",
    ];

    private static bool IsSameTime(string first, string second) =>
        DateTimeOffset.TryParseExact(first, Exact, CultureInfo.InvariantCulture, DateTimeStyles.None, out var one)
        && DateTimeOffset.TryParseExact(second, Exact, CultureInfo.InvariantCulture, DateTimeStyles.None, out var other)
        && one == other;

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), zone).ToString(Exact, CultureInfo.InvariantCulture);
}
