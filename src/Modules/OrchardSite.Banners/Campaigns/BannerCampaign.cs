using OrchardSite.Data;

namespace OrchardSite.Banners.Campaigns;

/// <summary>
/// Banners of the department's site that units' sites show in a position for a time. They are read where they are, on the
/// department's site, so that a correction or the end reaches everyone at once.
/// </summary>
[GlobalEntity("The department makes it and the sites of units show it, through operations alone.")]
public sealed class BannerCampaign
{
    public const int LongestName = 100;
    public const int LongestList = 8000;

    public string Id { get; init; } = UniqueId.New();

    /// <summary>The department's site, whose banners they are.</summary>
    public required int TenantId { get; init; }

    public required string Name { get; set; }

    /// <summary>As banners have it, whatever position the banners themselves are for.</summary>
    public required string Position { get; set; }

    /// <summary>Ids of the banners in their order, with blanks between them.</summary>
    public required string Banners { get; set; }

    /// <summary>Technical names of the sites with blanks between them; null: all sites of units, also those to come.</summary>
    public string? Sites { get; set; }

    public required DateTime StartUtc { get; set; }

    public required DateTime EndUtc { get; set; }

    /// <summary>False where a unit may switch it off.</summary>
    public bool IsMandatory { get; set; }

    public int Revision { get; internal set; }

    public IReadOnlyList<string> BannerIds => Banners.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null: all.</summary>
    public IReadOnlyList<string>? SiteNames => Sites?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsShownAt(DateTime utc) => StartUtc <= utc && utc < EndUtc;

    /// <param name="siteId">Of the unit.</param>
    public bool IsFor(int siteId, string siteName) => siteId != TenantId && (SiteNames is not { } names || names.Contains(siteName, StringComparer.OrdinalIgnoreCase));
}

/// <summary>A unit's site does not show a campaign that it may switch off.</summary>
[GlobalEntity("The unit decides it and the department sees it, through operations alone.")]
public sealed class CampaignRefusal
{
    /// <summary>The unit's site.</summary>
    public required int TenantId { get; init; }

    public required string CampaignId { get; init; }

    public required DateTime SinceUtc { get; init; }

    /// <summary>Who switched it off.</summary>
    public required string Person { get; init; }
}
