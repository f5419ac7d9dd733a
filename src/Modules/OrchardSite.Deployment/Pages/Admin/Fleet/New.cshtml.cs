using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Tenants;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Pages.Admin.Fleet;

/// <summary>Chooses a recipe and the sites to plan or run it on.</summary>
public sealed class NewModel(SiteSearch search, RecipeCatalog catalog, StartFleetRun start) : HostPage
{
    [BindProperty(SupportsGet = true)]
    public string? Recipe { get; set; }

    /// <summary>Part of a name, a prefix or a host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The recipe that the sites were set up with; empty: any.</summary>
    [BindProperty(SupportsGet = true)]
    public string? SetUpWith { get; set; }

    /// <summary>True: only the sites of <see cref="Chosen"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ticked { get; set; }

    /// <summary>Technical names of those ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "site")]
    public string[] Chosen { get; set; } = [];

    [BindProperty]
    public FleetKind Kind { get; set; }

    public IReadOnlyList<RecipeDescriptor> Recipes => catalog.All;

    public IReadOnlyList<string> SetupRecipes => catalog.SetupRecipeNames;

    public IReadOnlyList<SiteRow> Sites { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var chosen = Ticked ? Chosen : Sites.Select(site => site.Tenant.Name).ToArray();
        var started = await start.RunAsync(new NewFleetRun(Recipe ?? "", chosen, Kind), Actor, cancellationToken);
        return started.Succeeded
            ? LocalRedirect(Url.Content("~/Admin/Fleet/Run") + QueryString.Create("id", $"{started.Value}"))
            : Refused(started.Refusals);
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Sites = await search.FindAsync(new SiteFilter(Q, TenantState.Running, SetUpWith), cancellationToken);
}
