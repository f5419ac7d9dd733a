using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Web;

/// <summary>A site that a new installation starts with; settings <c>FirstRun:Tenants</c>.</summary>
public sealed class FirstTenant
{
    public required string Name { get; init; }

    public string Prefix { get; init; } = "";

    public string[] Hosts { get; init; } = [];

    public required string Recipe { get; init; }

    public required string SiteName { get; init; }

    /// <summary>Further parameters of the recipe.</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];
}

/// <summary>
/// Sets up the sites of a new installation. The first of the list is set up last, and its being set up says that all are:
/// a start that was killed in between goes on with what is missing, and a site that was removed later does not come back.
/// </summary>
public sealed class FirstRun(IConfiguration configuration, TenantDirectory tenants, IServiceScopeFactory scopes)
{
    private readonly FirstTenant[] _list = configuration.GetSection("FirstRun:Tenants").Get<FirstTenant[]>() ?? [];

    /// <summary>What is still to be set up, in order; empty from the second start on.</summary>
    public IReadOnlyList<FirstTenant> Missing => _list.Length > 0 && IsMissing(_list[0])
        ? [.. _list.Skip(1).Append(_list[0]).Where(IsMissing)]
        : [];

    /// <summary>Adds those that are not there yet, so that each has its place before any is set up.</summary>
    public async Task<OperationResult<int>> CreateAsync(Actor actor, CancellationToken cancellationToken)
    {
        var absent = _list.Where(tenant => tenants.Find(tenant.Name) is null).ToArray();
        await using var scope = scopes.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateTenant>();
        foreach (var tenant in absent)
        {
            var created = await create.RunAsync(new NewTenant(tenant.Name, tenant.Prefix, tenant.Hosts, tenant.Recipe), actor, cancellationToken);
            if (!created.Succeeded)
            {
                return OperationResult<int>.Refused(created.Refusals);
            }
        }

        return absent.Length;
    }

    /// <exception cref="RecipeException">The site cannot be set up; nothing of it is left.</exception>
    public async Task<RecipeOutcome> SetUpAsync(FirstTenant tenant, IProgress<string>? progress, Actor actor, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(tenant.Parameters) { [SetUpTenant.SiteName] = tenant.SiteName };
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SetUpTenant>().RunAsync(tenant.Name, parameters, progress, actor, cancellationToken);
    }

    private bool IsMissing(FirstTenant tenant) => tenants.Find(tenant.Name) is null or { State: TenantState.Uninitialized };
}
