using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrchardSite.Audit;
using OrchardSite.Content.Health;
using OrchardSite.Data;
using OrchardSite.Search.Indexing;
using OrchardSite.Tenants.Figures;
using OrchardSite.Tests.Hosting;
using OrchardSite.Web;

[assembly: AssemblyFixture(typeof(TemplateDatabase))]

namespace OrchardSite.Tests.Hosting;

/// <summary>The database and the search index that all others are copied from: set up once in each run of the tests, by the first start's own code.</summary>
public sealed class TemplateDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> Template = new(SetUpAsync);

    public static Task<TestDatabase> GetAsync() => Template.Value;

    public async ValueTask DisposeAsync()
    {
        if (Template.IsValueCreated)
        {
            await (await Template.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> SetUpAsync()
    {
        var database = await TestDatabase.CreateEmptyAsync();
        await using (var app = PortalHost.Build(new PortalOptions
        {
            DataFolder = database.Folder,
            Settings = database.Settings,
            Time = new FakeTimeProvider(PortalApp.Morning),
        }))
        {
            await PortalHost.OpenDatabaseAsync(app.Services, CancellationToken.None);
            var actor = Actor.Host("test");
            var firstRun = app.Services.GetRequiredService<FirstRun>();
            var missing = firstRun.Missing;
            (await firstRun.CreateAsync(actor, CancellationToken.None)).Succeeded.ShouldBeTrue();
            foreach (var tenant in missing)
            {
                await firstRun.SetUpAsync(tenant, progress: null, actor, CancellationToken.None);
            }

            await app.Services.GetRequiredService<SealAudit>().RunAsync(CancellationToken.None);
            await app.Services.GetRequiredService<KeepTenantFigures>().RunAsync(CancellationToken.None);
            await app.Services.GetRequiredService<RebuildIndex>().RunAsync(CancellationToken.None);
            await FollowAllAsync(app.Services);
        }

        database.LetGo();
        return database;
    }

    // What the sites come with is checked by the test that asks for it, and not at the start of each.
    private static async Task FollowAllAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateDbContextAsync();
        var last = await db.Changes.MaxAsync(change => change.Sequence);
        await db.Set<FeedPosition>().Where(row => row.Name == KeepHealth.Position).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, last));
    }
}
