using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Deployment;

public sealed class PackageExportTests
{
    private const string Address = "/xttm-lang-son/Admin/Packages";

    [Fact]
    public async Task An_administrator_downloads_the_site_as_a_package_that_a_stock_Orchard_Core_reads()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var package = await DownloadAsync(admin, await admin.GetPageAsync(Address));

        var steps = Packages.RecipeOf(package)["steps"]!.AsArray().Select(step => (string)step!["name"]!).ToArray();
        steps.Distinct().ShouldBe(["feature", "settings", "Roles", "ContentDefinition", "media", "layers", "content", "custom-settings", "AdminMenu"]);
        foreach (var file in Packages.StepsOf(package, "media").SelectMany(step => step["Files"]!.AsArray()))
        {
            Packages.NamesIn(package).ShouldContain((string)file!["SourcePath"]!);
        }

        var manifest = JsonNode.Parse(Packages.Read(package, Packages.Manifest))!;
        ((int)manifest["format"]!, (string)manifest["product"]!).ShouldBe((1, PackageProduct()));
        manifest["files"]!.AsObject().Select(file => file.Key).ShouldBe(Packages.NamesIn(package).Where(name => name != Packages.Manifest), ignoreOrder: true);
        ((string)manifest["files"]![Packages.Recipe]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Packages.Read(package, Packages.Recipe)))));
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(ExportPackage))).ShouldHaveSingleItem();
        portal.WaitingPackages().ShouldBeEmpty();
        (await portal.AuditOfAsync(PortalApp.VinhLong, nameof(ExportPackage))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_is_chosen_goes_in()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);
        foreach (var box in page.Document.QuerySelectorAll("#export [name=Parts]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>())
        {
            box.IsChecked = box.Value is "Content" or "Media";
        }

        var package = await DownloadAsync(admin, page, ("Options", "Content|Page"), ("Options", "Media|nhan-dien"));

        Packages.RecipeOf(package)["steps"]!.AsArray().Select(step => (string)step!["name"]!).ShouldBe(["media", "content"]);
        Packages.ItemsOf(package).Select(item => (string)item["ContentType"]!).Distinct().ShouldBe(["Page"]);
        Packages.StepsOf(package, "media").SelectMany(step => step["Files"]!.AsArray()).ShouldAllBe(file => ((string)file!["TargetPath"]!).StartsWith("nhan-dien/"));

        foreach (var box in page.Document.QuerySelectorAll("#export [name=Parts]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>())
        {
            box.IsChecked = false;
        }

        var refused = await admin.PressAsync(page, "#export button");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldBe("Hãy chọn ít nhất một mục để xuất.");
    }

    [Fact]
    public async Task Drafts_go_in_when_asked_for_and_the_bin_never()
    {
        await using var portal = await PortalApp.StartAsync();
        var draft = (await portal.SaveAsync(PortalApp.LangSon, Samples.Page("Bản nháp"))).Value;
        var published = await portal.AddAsync(PortalApp.LangSon, Samples.Page("Đã đăng"));
        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, published.ContentItemId);
        item.SetTitle("Đang sửa");
        var edited = (await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId)).Value;

        var without = Packages.ItemsOf(await portal.ExportAsync(PortalApp.LangSon, Packages.Of(PackagePart.Content))).ToArray();
        var with = Packages.ItemsOf(await portal.ExportAsync(PortalApp.LangSon, Packages.Of(PackagePart.Content) with { Drafts = true })).ToArray();

        without.ShouldNotContain(json => (string)json["ContentItemId"]! == draft.ContentItemId);
        without.Where(json => (string)json["ContentItemId"]! == published.ContentItemId).Select(json => ((string)json["DisplayText"]!, (bool)json["Published"]!)).ShouldBe([("Đã đăng", true)]);
        with.Where(json => (string)json["ContentItemId"]! == published.ContentItemId).Select(json => ((string)json["DisplayText"]!, (bool)json["Published"]!)).ShouldBe([("Đã đăng", true), ("Đang sửa", false)]);
        with.ShouldContain(json => (string)json["ContentItemId"]! == draft.ContentItemId && !(bool)json["Published"]!);

        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<OrchardSite.Content.Operations.DeleteContent>().RunAsync(edited.ContentItemId, edited.VersionId, Editing.Editor))).Succeeded.ShouldBeTrue();
        Packages.ItemsOf(await portal.ExportAsync(PortalApp.LangSon)).ShouldNotContain(json => (string)json["ContentItemId"]! == published.ContentItemId);
    }

    [Fact]
    public async Task What_is_not_for_every_reader_goes_in_only_for_who_may_read_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var hidden = await portal.AddAsync(PortalApp.LangSon, Samples.Directive().Set("Directive", "Visibility", new { Text = "NoiBo" }));
        await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<SaveMediaFile>()
            .RunAsync(new MediaUpload("noi-bo/ghi-chep.txt", new MemoryStream("Ghi chép nội bộ"u8.ToArray())), Sites.Administrator));
        var reader = Actor.Person(1, "An", [DeploymentPermissions.Export.Name]);
        var lister = Actor.Person(1, "An", [DeploymentPermissions.Export.Name, "ListContent", "ViewMediaContent"]);

        var without = await portal.ExportAsync(PortalApp.LangSon, actor: reader);
        var with = await portal.ExportAsync(PortalApp.LangSon, actor: lister);

        Packages.ItemsOf(without).ShouldNotContain(item => (string)item["ContentItemId"]! == hidden.ContentItemId);
        Packages.ItemsOf(with).ShouldContain(item => (string)item["ContentItemId"]! == hidden.ContentItemId);
        Packages.Read(without, Packages.Recipe).ShouldNotContain("noi-bo/");
        Packages.Read(with, Packages.Recipe).ShouldContain("noi-bo/ghi-chep.txt");
    }

    [Fact]
    public async Task Secrets_people_and_what_names_the_site_stay()
    {
        await using var portal = await PortalApp.StartAsync();
        var editor = Actor.Host("Nguyễn Thị Kín");
        var saved = (await portal.SaveAsync(PortalApp.LangSon, Samples.Page("Quy chế"), actor: editor)).Value;
        (await portal.PublishAsync(PortalApp.LangSon, saved, editor)).Succeeded.ShouldBeTrue();
        await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            var documents = services.GetRequiredService<SaveSiteDocument>();
            var settings = (await documents.ReadAsync(SiteSettings.Document, default))!.AsObject();
            settings["BaseUrl"] = "https://xttm.example.vn";
            settings["SmtpSettings"] = new JsonObject { ["Host"] = "mail.example.vn", ["Password"] = "bí-mật-1", ["Deep"] = new JsonArray(new JsonObject { ["ApiKey"] = "bí-mật-2" }) };
            settings["ClientSecret"] = "bí-mật-3";
            return await documents.RunAsync(SiteSettings.Document, settings, Sites.Administrator);
        });
        await portal.AddAccountAsync("nguoi.kin.dao", "kin.dao@example.vn");

        var recipe = Packages.Read(await portal.ExportAsync(PortalApp.LangSon), Packages.Recipe);

        recipe.ShouldContain("mail.example.vn");
        foreach (var kept in new[] { "bí-mật", "https://xttm.example.vn", "nguoi.kin.dao", "kin.dao@example.vn", "SiteName", editor.Name })
        {
            recipe.ShouldNotContain(kept);
        }
    }

    [Fact]
    public async Task Nobody_without_the_permission_takes_a_package_out_or_brings_one_in()
    {
        await using var portal = await PortalApp.StartAsync();
        using var head = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        using var elsewhere = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);

        (await head.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await elsewhere.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Http.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Found);
        var refused = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<ExportPackage>()
            .RunAsync(Stream.Null, PackageChoice.Everything, Actor.Person(1, "An", ["ManageRecipes", "ListContent"])));
        refused.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        var import = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<ImportPackage>()
            .PlanAsync(new MemoryStream(Packages.Make(Packages.Steps(""))), Actor.Person(1, "An", ["ManageRecipes", "Export"])));
        import.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        var noRecipes = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<ImportPackage>()
            .PlanAsync(new MemoryStream(Packages.Make(Packages.Steps(""))), Actor.Person(1, "An", ["Import"])));
        noRecipes.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        portal.WaitingPackages().ShouldBeEmpty();
    }

    private static string PackageProduct() => $"OrchardSite {typeof(ExportPackage).Assembly.GetName().Version!.ToString(3)}";

    private static async Task<byte[]> DownloadAsync(HttpClient browser, Page page, params (string Name, string Value)[] fields)
    {
        var answer = await browser.PressAsync(page, "#export button", fields);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.TextOf("#refusals"));
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("xttm-lang-son-2026-11-24.zip");
        return await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
