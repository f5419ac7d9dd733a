using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tenants.Figures;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Web;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>A portal in this process, for what is asked of its operations.</summary>
internal sealed class OpenPortal : IAsyncDisposable
{
    public const string Department = "Default";

    private static readonly Actor Host = Actor.Host("benchmark");

    private readonly WebApplication _app;

    private OpenPortal(WebApplication app) => _app = app;

    /// <summary>Without a slash at the end; only once it is served.</summary>
    public string Url => _app.Urls.First();

    public static async Task<OpenPortal> OpenAsync(string dataFolder, CancellationToken cancellationToken, string connection = "")
    {
        var app = PortalHost.Build(new PortalOptions
        {
            DataFolder = dataFolder,
            Settings = new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["ConnectionStrings:Default"] = connection },
        });
        await PortalHost.OpenDatabaseAsync(app.Services, cancellationToken);
        return new OpenPortal(app);
    }

    public Task ServeAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <summary>Sets up sites of a new installation, in the order of their ids.</summary>
    public async Task SetUpFirstAsync(int count, CancellationToken cancellationToken)
    {
        var firstRun = _app.Services.GetRequiredService<FirstRun>();
        var missing = firstRun.Missing;
        await firstRun.CreateAsync(Host, cancellationToken);
        foreach (var tenant in missing.Reverse().Take(count).Reverse())
        {
            await firstRun.SetUpAsync(tenant, progress: null, Host, cancellationToken);
        }
    }

    /// <summary>Adds a partner unit below the prefix of its name and sets it up.</summary>
    public async Task AddPartnerUnitAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<CreateTenant>().RunAsync(new NewTenant(name, name, [], "partner-unit"), Host, cancellationToken);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.Refusals[0].Message);
        }

        var parameters = new Dictionary<string, string> { [SetUpTenant.SiteName] = $"Đơn vị {name}" };
        await scope.ServiceProvider.GetRequiredService<SetUpTenant>().RunAsync(name, parameters, progress: null, Host, cancellationToken);
    }

    /// <summary>Runs a recipe outside the catalog on a site.</summary>
    public async Task RunRecipeAsync(string file, CancellationToken cancellationToken, string tenant = Department)
    {
        var site = _app.Services.GetRequiredService<TenantDirectory>().Find(tenant)!;
        await using var scope = _app.Services.CreateTenantScope(site.Identity);
        var recipe = scope.ServiceProvider.GetRequiredService<RecipeCatalog>().Open(file);
        var run = new RecipeRun(Host, planOnly: false, new Dictionary<string, string>());
        await scope.ServiceProvider.GetRequiredService<RunRecipe>().RunAsync(recipe, run, cancellationToken);
    }

    /// <summary>Somebody who may do anything everywhere.</summary>
    public async Task AddAdministratorAsync(string userName, string password)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var account = new Account { UserName = userName, DisplayName = userName, IsHostAdministrator = true, CreatedUtc = TimeProvider.System.GetUtcNow().UtcDateTime };
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.Errors.First().Description);
        }
    }

    /// <summary>Counts what each site has, and gives each thirty days of readers.</summary>
    public async Task CountSitesAsync(CancellationToken cancellationToken)
    {
        await _app.Services.GetRequiredService<KeepTenantFigures>().RunAsync(cancellationToken);
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var tenant in _app.Services.GetRequiredService<TenantDirectory>().All)
        {
            db.AddRange(Enumerable.Range(0, KeepRequestCounts.KeptDays).Select(days => new RequestCount { TenantId = tenant.Id, Day = today.AddDays(-days), Times = tenant.Id + days }));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Somebody with these roles on the department's site.</summary>
    public async Task<Actor> AddMemberAsync(string userName, string password, params string[] roles)
    {
        await using var scope = _app.Services.CreateTenantScope(_app.Services.GetRequiredService<TenantDirectory>().Find(Department)!.Identity);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = userName, DisplayName = userName, CreatedUtc = now };
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.Errors.First().Description);
        }

        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        db.Add(new Membership { TenantId = db.TenantId, AccountId = account.Id, Roles = [.. roles], CreatedUtc = now });
        await db.CommitAsync();
        return (await scope.ServiceProvider.GetRequiredService<TenantMembers>().FindAsync(account.Id, default))!;
    }

    /// <summary>A person changes an item of the department's site and sends it for review.</summary>
    public async Task SubmitAsync(string itemId, string title, Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = _app.Services.CreateTenantScope(_app.Services.GetRequiredService<TenantDirectory>().Find(Department)!.Identity);
        var services = scope.ServiceProvider;
        var edition = await services.GetRequiredService<ContentEditions>().NewestAsync(itemId, cancellationToken) ?? throw new InvalidOperationException($"There is no item {itemId}.");
        var content = edition.Content();
        content["ContentItemId"] = itemId;
        content["ContentType"] = edition.Item.ContentType;
        content["TitlePart"] = new JsonObject { ["Title"] = title };
        var saved = await services.GetRequiredService<SaveContent>().RunAsync(new ContentEdit(content, edition.Version.Id, null), actor, cancellationToken);
        var moved = saved.Succeeded
            ? await services.GetRequiredService<MoveContent>().RunAsync(new MoveRequest(itemId, saved.Value.VersionId, "Submit") { ChangeNote = "Cập nhật số liệu" }, actor, cancellationToken)
            : saved;
        if (!moved.Succeeded)
        {
            throw new InvalidOperationException(moved.Refusals[0].Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        // Its file can be copied only when no connection is kept.
        SqliteConnection.ClearAllPools();
    }
}
