using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class RemoveTenantTests
{
    [Fact]
    public async Task A_removed_site_leaves_no_row_behind_and_takes_none_of_another()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        var removed = portal.Site(PortalApp.VinhLong)!.Id;
        (await RowCounts.ReadAsync(portal, removed)).Count(count => count.Rows > 0).ShouldBeGreaterThan(8);
        var others = await RowsOfOthersAsync(portal, removed);

        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Value.Id.ShouldBe(removed);

        // The change feed goes on telling other nodes of the removal.
        (await RowCounts.ReadAsync(portal, removed)).ShouldAllBe(count => count.Rows == 0 || count.Table == "Changes");
        (await RowsOfOthersAsync(portal, removed)).ShouldBe(others);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(RemoveTenant))).ShouldHaveSingleItem().Detail!.ShouldStartWith(PortalApp.VinhLong + "; audit ");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_removed_sites_files_are_deleted_but_for_those_that_another_site_shows()
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var name in new[] { PortalApp.VinhLong, PortalApp.LangSon })
        {
            (await portal.InTenantAsync(name, services => services.GetRequiredService<SaveMediaFile>()
                .RunAsync(new MediaUpload("chung.txt", new MemoryStream("Dùng chung"u8.ToArray())), Sites.Administrator))).Succeeded.ShouldBeTrue();
        }

        await portal.DisableSiteAsync(PortalApp.VinhLong);
        var own = await HashesAsync(portal, PortalApp.VinhLong);
        var ofOthers = (await HashesAsync(portal, PortalApp.Department)).Union(await HashesAsync(portal, PortalApp.LangSon)).ToHashSet();
        own.Except(ofOthers).ShouldNotBeEmpty();
        own.Intersect(ofOthers).ShouldNotBeEmpty();

        await portal.RemoveSiteAsync(PortalApp.VinhLong);

        var store = portal.Services.GetRequiredService<MediaStore>();
        own.Except(ofOthers).ShouldAllBe(hash => !File.Exists(store.FileOf(hash)));
        ofOthers.ShouldAllBe(hash => File.Exists(store.FileOf(hash)));
    }

    [Fact]
    public async Task A_new_site_of_the_same_name_has_nothing_of_the_one_before()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = portal.Site(PortalApp.VinhLong)!.Id;
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        await portal.RemoveSiteAsync(PortalApp.VinhLong);

        var site = await portal.AddSiteAsync(PortalApp.VinhLong, PortalApp.VinhLong);

        site.Id.ShouldNotBe(before);
        var page = await portal.Http.GetPageAsync("/xttm-vinh-long/");
        page.TextOf("title").ShouldNotBeNull().ShouldContain("Trang xttm-vinh-long");
        page.Body.ShouldNotContain("Trung tâm Xúc tiến thương mại Vĩnh Long");
    }

    [Fact]
    public async Task A_running_site_is_not_removed()
    {
        await using var portal = await PortalApp.StartAsync();
        await ShouldBeRefusedAsync(portal, PortalApp.VinhLong, "The site xttm-vinh-long is running; disable it before you remove it.");
    }

    [Fact]
    public async Task The_first_site_is_removed_as_the_last()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.DisableSiteAsync(PortalApp.Department);
        await ShouldBeRefusedAsync(portal, PortalApp.Department, "The site Default is the first of this installation and can only be removed as the last.");

        foreach (var name in new[] { PortalApp.LangSon, PortalApp.VinhLong, PortalApp.Department })
        {
            await portal.DisableSiteAsync(name);
            (await portal.RemoveSiteAsync(name)).Succeeded.ShouldBeTrue();
        }

        (await portal.Http.GetPageAsync("/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_removal_that_cannot_delete_the_files_removes_no_row_and_can_be_tried_again()
    {
        var files = new StubbornFiles();
        await using var portal = await PortalApp.StartAsync(services: services => services.AddSingleton<ITenantFiles>(files));
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        var before = await RowCounts.ReadAsync(portal);

        await Should.ThrowAsync<IOException>(() => portal.RemoveSiteAsync(PortalApp.VinhLong));

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        files.Yield = true;
        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
    }

    private static async Task ShouldBeRefusedAsync(PortalApp portal, string name, string reason)
    {
        var before = await RowCounts.ReadAsync(portal);

        (await portal.RemoveSiteAsync(name)).Refusals.ShouldBe([new Refusal(RefusalKind.Conflict, reason)]);

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    // All but the one entry that the department's log gets of the removal.
    private static async Task<IReadOnlyList<RowCount>> RowsOfOthersAsync(PortalApp portal, int removed)
    {
        var department = portal.Site(PortalApp.Department)!.Id;
        return [.. (await RowCounts.ReadAsync(portal)).Where(count =>
            count.Tenant != removed && (count.Tenant, count.Table) != (department, "AuditEntries") && count.Table != "Tenants")];
    }

    private static Task<List<string>> HashesAsync(PortalApp portal, string tenant) => portal.InTenantAsync(tenant, services => services
        .GetRequiredService<SiteDbContext>().Set<MediaFile>().Select(file => file.Sha256).Distinct().ToListAsync());

    private sealed class StubbornFiles : ITenantFiles
    {
        public bool Yield { get; set; }

        public Task RemoveAsync(TenantIdentity tenant, CancellationToken cancellationToken) =>
            Yield ? Task.CompletedTask : throw new IOException("The file is in use.");
    }
}
