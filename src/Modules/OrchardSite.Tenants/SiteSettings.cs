using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>A tenant's site settings, in the words of Orchard Core's Settings recipe step.</summary>
public sealed class SiteSettings
{
    /// <summary>Name of the document that holds the settings.</summary>
    public const string Document = "settings";

    /// <summary>Start of the names of documents that hold custom settings (an item of a type with the stereotype CustomSettings).</summary>
    public const string CustomPrefix = "custom:";

    public string SiteName { get; init; } = "";

    /// <summary>IANA id.</summary>
    public string TimeZoneId { get; init; } = "Asia/Ho_Chi_Minh";

    /// <summary>Language of the site's own texts.</summary>
    public string Culture { get; init; } = "vi";

    /// <summary>The site's public address without a slash at the end; empty: the one the request came to.</summary>
    public string BaseUrl { get; init; } = "";

    public int PageSize { get; init; } = 10;

    /// <summary>The item shown at the root of the site.</summary>
    public string? HomeItemId { get; init; }

    public string Theme { get; init; } = "Portal";

    /// <summary>Custom settings by type name, each a content item.</summary>
    public IReadOnlyDictionary<string, JsonElement> Custom { get; init; } = new Dictionary<string, JsonElement>();

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>All members as they are stored, also those that only a module above knows.</summary>
    public JsonElement Json { get; init; }

    /// <summary>A member by its name; null where there is none.</summary>
    public JsonElement? Find(string member) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value) ? value : null;

    /// <summary>What people call the site.</summary>
    public string NameOf(Tenant tenant) => SiteName.Length > 0 ? SiteName : tenant.Name;
}

internal sealed class SiteSettingsSource : ITenantCacheSource<SiteSettings>
{
    // Orchard Core reads the members of settings without regard to case, so recipes come with either.
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public async Task<SiteSettings> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var documents = await db.Set<SiteDocument>().AsNoTracking()
            .Where(document => document.Name == SiteSettings.Document || document.Name.StartsWith(SiteSettings.CustomPrefix))
            .ToListAsync(cancellationToken);
        var settings = documents.FirstOrDefault(document => document.Name == SiteSettings.Document)?.Json;
        return Read(settings is null ? [] : JsonNode.Parse(settings, AnyCase)!.AsObject(), documents);
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;

    private static SiteSettings Read(JsonObject json, IEnumerable<SiteDocument> documents)
    {
        var defaults = new SiteSettings();
        var timeZone = Text("TimeZoneId") ?? defaults.TimeZoneId;
        return new SiteSettings
        {
            Json = JsonElement.Parse(json.ToJsonString()),
            SiteName = Text("SiteName") ?? "",
            TimeZoneId = timeZone,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(timeZone),
            Culture = Text("Culture") ?? defaults.Culture,
            BaseUrl = (Text("BaseUrl") ?? "").TrimEnd('/'),
            PageSize = json["PageSize"]?.GetValue<int>() ?? defaults.PageSize,
            HomeItemId = json["HomeRoute"]?["ContentItemId"]?.GetValue<string>(),
            Theme = Text("Theme") ?? defaults.Theme,
            Custom = documents
                .Where(document => document.Name.StartsWith(SiteSettings.CustomPrefix, StringComparison.Ordinal))
                .ToDictionary(document => document.Name[SiteSettings.CustomPrefix.Length..], document => JsonElement.Parse(document.Json)),
        };

        string? Text(string name) => json[name]?.GetValue<string>() is { Length: > 0 } text ? text : null;
    }
}
