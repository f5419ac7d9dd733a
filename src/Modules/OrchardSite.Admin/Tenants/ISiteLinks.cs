using OrchardSite.Tenants;

namespace OrchardSite.Admin.Tenants;

/// <param name="Text">In the person's language.</param>
/// <param name="Path">Inside the first site, without a slash at the start.</param>
public sealed record SiteLink(string Text, string Path);

/// <summary>Leads from the page of one site of the installation to what a module above has to say of it.</summary>
public interface ISiteLinks
{
    /// <summary>Links for a host administrator; none where there is nothing to be said of the site.</summary>
    Task<IReadOnlyList<SiteLink>> OfAsync(Tenant tenant, CancellationToken cancellationToken);
}
