using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Says why a tenant cannot live at some hosts and prefix.</summary>
public sealed class TenantPlaces(
    ReservedPaths reserved,
    IEnumerable<ITenantAddresses> addresses,
    IDbContextFactory<SiteDbContext> contexts,
    IStringLocalizer localizer)
{
    private const int LongestHosts = 1000;

    /// <summary>Hosts as they are stored: lower case, sorted, each once, so that equal lists are equal texts.</summary>
    public static string[] Normalize(IEnumerable<string> hosts) =>
        [.. hosts.Select(host => host.Trim().ToLowerInvariant()).Where(host => host.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="others">All other tenants, read in the transaction that will give the place away.</param>
    /// <param name="own">The tenant that is to move there; null for a new one, which has no pages yet.</param>
    public async Task<List<Refusal>> CheckAsync(
        IReadOnlyList<TenantRecord> others, string prefix, string[] hosts, CancellationToken cancellationToken, TenantRecord? own = null)
    {
        var refusals = CheckForm(prefix, hosts).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var neighbours = others.Where(other => ShareHost(other, hosts)).ToList();
        if (neighbours.Find(other => other.Prefix == prefix) is { } holder)
        {
            refusals.Add(new Refusal(RefusalKind.Conflict, TakenBy(holder, prefix), "Prefix"));
        }
        else if (prefix.Length > 0 && await FindPageAsync(neighbours, prefix, cancellationToken) is { } owner)
        {
            refusals.Add(new Refusal(RefusalKind.Conflict, localizer["The site {0} has a page at the address /{1}, which the prefix would hide.", owner, prefix], "Prefix"));
        }
        else if (prefix.Length == 0 && own is not null && await FindHidingAsync(neighbours, own, cancellationToken) is { } hiding)
        {
            refusals.Add(new Refusal(RefusalKind.Conflict, localizer["The site {0} has a page at the address /{1}, which the prefix of the site {2} would hide.", own.Name, hiding.Prefix, hiding.Name], "Hosts"));
        }

        return refusals;
    }

    private IEnumerable<Refusal> CheckForm(string prefix, string[] hosts)
    {
        if (prefix.Length > 0 && !TenantNames.IsPrefix(prefix))
        {
            yield return Invalid("Prefix", localizer["The prefix {0} may have lower-case letters without accents, digits and single hyphens only, at most {1}.", prefix, TenantNames.Longest]);
        }

        if (reserved.Contains(prefix))
        {
            yield return Invalid("Prefix", localizer["The prefix {0} is reserved: every site has its own pages there.", prefix]);
        }

        foreach (var host in hosts.Where(host => !TenantNames.IsHost(host)))
        {
            yield return Invalid("Hosts", localizer["{0} is no host name; write it like portal.example.vn or localhost:5080.", host]);
        }

        if (string.Join(' ', hosts).Length > LongestHosts)
        {
            yield return Invalid("Hosts", localizer["There are too many host names: together they may have {0} characters.", LongestHosts]);
        }
    }

    private static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, message, field);

    // A tenant of every host gives way to one of a certain host, so those two never collide.
    private static bool ShareHost(TenantRecord other, string[] hosts)
    {
        var otherHosts = other.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return hosts.Length == 0 ? otherHosts.Length == 0 : otherHosts.Intersect(hosts).Any();
    }

    private string TakenBy(TenantRecord holder, string prefix) => prefix.Length == 0
        ? localizer["The site {0} is already at the root of that host.", holder.Name]
        : localizer["The prefix {0} is already in use by the site {1}.", prefix, holder.Name];

    private async Task<string?> FindPageAsync(List<TenantRecord> neighbours, string prefix, CancellationToken cancellationToken)
    {
        foreach (var neighbour in neighbours.Where(neighbour => neighbour.Prefix.Length == 0))
        {
            if (await HasPageAsync(neighbour, prefix, cancellationToken))
            {
                return neighbour.Name;
            }
        }

        return null;
    }

    private async Task<TenantRecord?> FindHidingAsync(List<TenantRecord> neighbours, TenantRecord own, CancellationToken cancellationToken)
    {
        foreach (var neighbour in neighbours.Where(neighbour => neighbour.Prefix.Length > 0))
        {
            if (await HasPageAsync(own, neighbour.Prefix, cancellationToken))
            {
                return neighbour;
            }
        }

        return null;
    }

    private async Task<bool> HasPageAsync(TenantRecord tenant, string segment, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenant.Id);
        foreach (var known in addresses)
        {
            if (await known.ContainAsync(db, segment, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
