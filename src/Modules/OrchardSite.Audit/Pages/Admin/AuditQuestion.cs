using Microsoft.AspNetCore.Mvc;

namespace OrchardSite.Audit.Pages.Admin;

/// <summary>The filters of the log, as an address has them.</summary>
public sealed class AuditQuestion
{
    /// <summary>Name of a site, or a star for all; for who runs the installation.</summary>
    [FromQuery(Name = "site")]
    public string? Site { get; set; }

    [FromQuery(Name = "person")]
    public int? Person { get; set; }

    [FromQuery(Name = "operation")]
    public string? Operation { get; set; }

    [FromQuery(Name = "item")]
    public string? Item { get; set; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    [FromQuery(Name = "words")]
    public string? Words { get; set; }

    /// <summary>See <see cref="AuditPlace"/>.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }
}
