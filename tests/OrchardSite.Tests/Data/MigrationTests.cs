using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Web;

namespace OrchardSite.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_left_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await using (var db = portal.OpenContext())
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FromTheFuture', '99.0')""",
                TestContext.Current.CancellationToken);
        }

        (await Should.ThrowAsync<DatabaseNewerException>(() => PortalHost.OpenDatabaseAsync(portal.Services, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("29990101000000_FromTheFuture");
    }

    [Fact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var db = portal.OpenContext();

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
