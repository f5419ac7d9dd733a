using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Deployment;
using OrchardSite.Directives.Delivery;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Tests.Deployment;

/// <summary>What is taken out of one site arrives whole in another.</summary>
public sealed class PackageJourneyTests
{
    private const string Copy = "ban-sao-thu";
    private const string CopyName = "Trung tâm Khuyến công";
    private const string LangSonName = "Trung tâm Xúc tiến thương mại Lạng Sơn";

    [Theory]
    [InlineData(PortalApp.LangSon, "/xttm-lang-son", LangSonName)]
    [InlineData(PortalApp.Department, "", "Sở Công Thương tỉnh Hải Dương")]
    public async Task A_site_made_from_the_package_of_another_is_the_same_to_its_readers_and_makes_the_same_package(string source, string prefix, string name)
    {
        await using var portal = await PortalApp.StartAsync();
        var draft = (await portal.SaveAsync(source, Samples.Page("Bản nháp đi cùng"))).Value;
        var (version, item) = await portal.OpenAsync(source, (await portal.AddAsync(source, Samples.Page("Trang đã đăng"))).ContentItemId);
        item.SetTitle("Trang đang sửa");
        (await portal.SaveAsync(source, item, version.VersionId)).Succeeded.ShouldBeTrue();
        (await portal.InTenantAsync(source, services => services.GetRequiredService<SaveTemplate>()
            .RunAsync(new TemplateEdit("Content-Page", "<article><h1>{{ Model.ContentItem.DisplayText }}</h1><p>Mẫu riêng của trang</p></article>", ""), 0, Sites.Administrator))).Succeeded.ShouldBeTrue();
        var package = await portal.ExportAsync(source);

        await SetUpAsync(portal, package);

        (await portal.Http.GetPageAsync($"/{Copy}/trang-da-dang")).Body.ShouldContain("Mẫu riêng của trang");
        var (original, copy) = (await SiteCrawl.RunAsync(portal.Http, prefix), await SiteCrawl.RunAsync(portal.Http, "/" + Copy));
        copy.Broken.ShouldBe(original.Broken.Select(line => Moved(line, prefix)), ignoreOrder: true);
        var pages = original.Pages.Where(page => page.Key.Length > 0 && !ShowsDeliveries(page.Key)).ToArray();
        pages.Length.ShouldBeGreaterThan(20);
        foreach (var (address, page) in pages)
        {
            var other = copy.Pages.ShouldContainKeyAndReturn(Moved(address, prefix));
            Comparable(other, "/" + Copy, name).ShouldBe(Comparable(page, prefix, name), address);
        }

        var again = await portal.ExportAsync(Copy);
        Travelling(again).ShouldBe(Travelling(package));
        Packages.NamesIn(again).ShouldBe(Packages.NamesIn(package));
        (await portal.OpenAsync(Copy, draft.ContentItemId)).Version.VersionId.ShouldBe(draft.VersionId);
        (await portal.OpenAsync(Copy, version.ContentItemId)).Item["TitlePart"]!["Title"]!.GetValue<string>().ShouldBe("Trang đang sửa");
    }

    [Fact]
    public async Task A_package_that_is_brought_in_twice_or_back_into_its_own_site_changes_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Hội nghị kết nối cung cầu"));
        var banners = Packages.Of(PackagePart.Content) with { Options = new Dictionary<PackagePart, IReadOnlySet<string>> { [PackagePart.Content] = new HashSet<string> { "Banner" } } };
        var package = await portal.ExportAsync(PortalApp.LangSon, banners);
        (await ImportAsync(portal, PortalApp.LangSon, await portal.ExportAsync(PortalApp.LangSon))).ShouldBe(0);
        (await ImportAsync(portal, PortalApp.Department, await portal.ExportAsync(PortalApp.Department))).ShouldBe(0);
        (await ImportAsync(portal, PortalApp.VinhLong, package)).ShouldBeGreaterThan(0);
        (await ImportAsync(portal, PortalApp.VinhLong, package)).ShouldBe(0);
    }

    [Fact]
    public async Task A_person_sees_what_a_package_would_change_before_it_does_and_is_told_what_it_did()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var package = Packages.Make(Packages.Steps("""{ "name": "settings", "PageSize": 7 }, { "name": "Roles", "Roles": [ { "Name": "Người dịch", "Permissions": [] } ] }"""));
        var before = await RowCounts.ReadAsync(portal);

        var plan = await admin.UploadAsync("/xttm-vinh-long", package);

        plan.TextOf("#summary").ShouldBe("Sẽ tạo 1, sửa 1 và xóa 0 mục.", plan.Body);
        plan.TextsOf("details li").ShouldBe(["Người dịch", "PageSize"]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        // Nobody else runs it, nor does it run on another site.
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        var form = await other.UploadAsync("/xttm-vinh-long", package);
        (await other.PressAsync(form, "#run button", ("key", plan.ValueOf("key")!))).Status.ShouldBe(HttpStatusCode.NotFound);

        // The site has changed since: what is told is what was done.
        await portal.InTenantAsync(PortalApp.VinhLong, async services =>
        {
            var documents = services.GetRequiredService<SaveSiteDocument>();
            var settings = (await documents.ReadAsync(SiteSettings.Document, default))!.AsObject();
            settings["PageSize"] = 7;
            return await documents.RunAsync(SiteSettings.Document, settings, Sites.Administrator);
        });
        (await admin.PressAsync(plan, "#run button")).TextOf("#summary").ShouldBe("Đã tạo 1, sửa 0 và xóa 0 mục.");
        (await admin.UploadAsync("/xttm-vinh-long", package)).TextOf("#summary").ShouldBe("Sẽ không có gì thay đổi: trang đã đúng như công thức.");
        (await admin.GetPageAsync("/xttm-vinh-long/Admin/Recipes")).TextsOf("ol.rows .row-title").ShouldBe(["thu", "partner-unit"]);
    }

    [Fact]
    public async Task A_package_of_a_stock_Orchard_Core_is_taken_with_a_warning_that_nothing_proves_its_files()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        var picture = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>""");
        // As its deployment plans write it: names of steps in their own spelling, a recipe without a name, pictures beside it.
        var recipe = """
            {
              "name": "", "displayName": "", "description": "", "author": "", "website": "", "version": "", "issetuprecipe": false, "categories": [], "tags": [],
              "steps": [
                { "name": "media", "Files": [ { "SourcePath": "hinh-anh/cho-noi.svg", "TargetPath": "hinh-anh/cho-noi.svg" } ] },
                { "name": "Content", "data": [ {
                  "ContentItemId": "4chonoicairang000000000tra", "ContentItemVersionId": "4chonoicairang000000000ban", "ContentType": "Page", "DisplayText": "Chợ nổi", "Latest": true, "Published": false,
                  "ModifiedUtc": "2026-11-01T02:00:00Z", "PublishedUtc": null, "CreatedUtc": "2026-11-01T02:00:00Z", "Owner": "", "Author": "admin",
                  "TitlePart": { "Title": "Chợ nổi" }, "AutoroutePart": { "Path": "cho-noi" }, "HtmlBodyPart": { "Html": "<p>Họp từ sáng sớm.</p>" } } ] }
              ]
            }
            """;

        var plan = await admin.UploadAsync("/xttm-vinh-long", Packages.Zip([(Packages.Recipe, Encoding.UTF8.GetBytes(recipe)), ("hinh-anh/cho-noi.svg", picture)]));

        plan.TextOf("#summary").ShouldBe("Sẽ tạo 1, sửa 1 và xóa 0 mục.", plan.Body);
        plan.TextOf(".alert-warning")!.ShouldStartWith("Gói này không có danh sách tệp, cũng như các gói của Orchard Core");
        (await admin.PressAsync(plan, "#run button")).TextOf("#summary").ShouldBe("Đã tạo 1, sửa 1 và xóa 0 mục.");
        (await portal.OpenAsync(PortalApp.VinhLong, "4chonoicairang000000000tra")).Item["HtmlBodyPart"]!["Html"]!.ToString().ShouldBe("<p>Họp từ sáng sớm.</p>");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/hinh-anh/cho-noi.svg")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/hinh-anh/cho-noi.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.UploadAsync("/xttm-vinh-long", Packages.Make(Packages.Steps("""{ "name": "settings", "PageSize": 7 }""")))).TextOf(".alert-warning").ShouldBeNull();
    }

    [Fact]
    public async Task A_package_waits_for_a_while_and_is_gone_then_and_when_it_was_run()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        var package = Packages.Make(Packages.Steps("""{ "name": "settings", "PageSize": 7 }"""));
        var plan = await admin.UploadAsync("/xttm-vinh-long", package);
        portal.WaitingPackages().ShouldHaveSingleItem();
        // A second one takes the place of the first.
        var second = await admin.UploadAsync("/xttm-vinh-long", package);
        portal.WaitingPackages().ShouldHaveSingleItem();
        (await admin.PressAsync(plan, "#run button")).Status.ShouldBe(HttpStatusCode.NotFound);

        portal.Clock.Advance(TimeSpan.FromHours(3));
        var late = await admin.PressAsync(second, "#run button");
        late.Status.ShouldBe(HttpStatusCode.NotFound);
        late.TextOf("#refusals").ShouldBe("Gói không còn ở đây: hãy tải lên lại.");
        await portal.Services.GetRequiredService<ThrowAwayPackages>().RunAsync(TestContext.Current.CancellationToken);
        portal.WaitingPackages().ShouldBeEmpty();

        await admin.PressAsync(await admin.UploadAsync("/xttm-vinh-long", package), "#run button");
        portal.WaitingPackages().ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_keep_their_former_names_and_what_matters_in_them()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = await portal.ReadAsync(PortalApp.LangSon, db => db.Set<MediaFile>().FirstAsync(row => row.Path.StartsWith("hinh-anh/")));
        var edited = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<EditMediaFile>()
            .RunAsync(new MediaEdit(file.Path, file.Revision, "hinh-anh/ten-moi" + Path.GetExtension(file.Path), "Chợ phiên", 20, 70), Sites.Administrator));
        edited.Succeeded.ShouldBeTrue();

        await SetUpAsync(portal, await portal.ExportAsync(PortalApp.LangSon));

        var copy = await portal.ReadAsync(Copy, db => db.Set<MediaFile>().SingleAsync(row => row.Path == edited.Value.Path));
        (copy.AltText, copy.FocusX, copy.FocusY, copy.Sha256).ShouldBe(("Chợ phiên", 20, 70, file.Sha256));
        (await portal.Http.GetPageAsync($"/{Copy}/media/{file.Path}")).Status.ShouldBe((await portal.Http.GetPageAsync($"/xttm-lang-son/media/{file.Path}")).Status);
        (await portal.ReadAsync(Copy, db => db.Set<FormerMediaPath>().SingleAsync(row => row.Path == file.Path))).Target.ShouldBe(edited.Value.Path);
    }

    [Fact]
    public async Task What_was_sent_to_units_is_neither_sent_again_by_a_copy_nor_called_back_by_bringing_the_package_in_again()
    {
        await using var portal = await PortalApp.StartAsync();
        var received = await DeliveriesAsync(portal);
        received.ShouldNotBeEmpty();

        var package = await portal.ExportAsync(PortalApp.Department);
        Packages.Read(package, Packages.Recipe).ShouldNotContain("DirectiveRecipient\":");
        Packages.ItemsOf(package).ShouldNotContain(item => item.ContainsKey("Recipients"));
        await SetUpAsync(portal, package);
        (await ImportAsync(portal, PortalApp.Department, package)).ShouldBe(0);

        (await DeliveriesAsync(portal)).ShouldBe(received);
    }

    private static async Task SetUpAsync(PortalApp portal, byte[] package)
    {
        var created = await portal.CreateSiteAsync(new NewTenant(Copy, Copy, [], "partner-unit"));
        var set = await portal.AsHostAsync(services => services.GetRequiredService<SetUpFromPackage>()
            .RunAsync(new MemoryStream(package), created.Value, CopyName, Sites.Administrator, TestContext.Current.CancellationToken));
        set.Succeeded.ShouldBeTrue(string.Join(' ', set.Refusals.Select(refusal => refusal.Message)));
        portal.WaitingPackages().ShouldBeEmpty();
    }

    private static async Task<int> ImportAsync(PortalApp portal, string tenant, byte[] package) => await portal.InTenantAsync(tenant, async services =>
    {
        var planned = await services.GetRequiredService<ImportPackage>().PlanAsync(new MemoryStream(package), Sites.Administrator);
        planned.Succeeded.ShouldBeTrue(string.Join(' ', planned.Refusals.Select(refusal => refusal.Message)));
        var done = await services.GetRequiredService<ImportPackage>().RunAsync(planned.Value.Key, Sites.Administrator);
        done.Value.Changes.ShouldBe(planned.Value.Changes);
        return done.Value.Changes.Count;
    });

    private static Task<List<string>> DeliveriesAsync(PortalApp portal) => portal.ReadAsync(PortalApp.LangSon, async db =>
    {
        var rows = await db.Set<DirectiveDelivery>().IgnoreQueryFilters(["Tenant"]).AsNoTracking().ToListAsync();
        return rows.Select(row => $"{row.Id} {row.State}").Order().ToList();
    });

    // What a unit was sent is its own.
    private static bool ShowsDeliveries(string address) => address.Contains("/van-ban-den", StringComparison.Ordinal);

    private static string Moved(string address, string prefix) => prefix.Length == 0 ? $"/{Copy}{address}" : address.Replace(prefix, "/" + Copy, StringComparison.Ordinal);

    private static string Comparable(Page page, string prefix, string name)
    {
        // Nor does a copy have what the unit was sent.
        page.Document.QuerySelectorAll("a[href$='/van-ban-den']").ToList().ForEach(link => link.Remove());
        var text = page.TextOf("main") + string.Join('\n', page.Document.QuerySelectorAll("a[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")));
        text = text.Replace(name, "TÊN", StringComparison.Ordinal).Replace(CopyName, "TÊN", StringComparison.Ordinal);
        return prefix.Length == 0
            ? text.Replace("\n/", "\n~/", StringComparison.Ordinal)
            : text.Replace($"{prefix}/", "~/", StringComparison.Ordinal).Replace($"\n{prefix}\n", "\n~/\n", StringComparison.Ordinal);
    }

    private static string Travelling(byte[] package)
    {
        var recipe = Packages.RecipeOf(package);
        recipe.Remove("displayName").ShouldBeTrue();
        return recipe.ToJsonString(new() { WriteIndented = true });
    }
}

internal static class PagesByAddress
{
    public static Page ShouldContainKeyAndReturn(this IReadOnlyDictionary<string, Page> pages, string address)
    {
        pages.Keys.ShouldContain(address);
        return pages[address];
    }
}
