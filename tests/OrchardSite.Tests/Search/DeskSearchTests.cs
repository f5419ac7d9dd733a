using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Search;

public sealed class DeskSearchTests
{
    private const string Rows = ".row-title";

    [Fact]
    public async Task Editors_find_drafts_by_their_words_the_moment_they_are_saved_and_nobody_of_another_site_does()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Editor);
        await portal.FindAsync("hội chợ", titles => titles.Count > 0);
        for (var number = 1; number <= 3; number++)
        {
            var item = Samples.Article($"Bản nháp số {number}");
            item["HtmlBodyPart"]!["Html"] = $"<p>Khoai lang tím Lộc Bình vụ {number}.</p>";
            await portal.SaveAsync(PortalApp.LangSon, item);

            await browser.GetUntilAsync($"{ArticleList}?q=khoai%20lang%20tim%20loc%20binh", page => page.TextsOf(Rows).Count == number);
            (await browser.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim%20loc%20binh%20vu%20{number}")).TextsOf(Rows)[0].ShouldBe($"Bản nháp số {number}");
        }

        (await other.GetPageAsync("/xttm-vinh-long/Admin/Contents/ContentItems/Article?q=khoai%20lang%20tim%20loc%20binh")).TextsOf(Rows).ShouldBeEmpty();
        (await portal.SearchAsync("khoai lang tím lộc bình")).Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_version_is_found_by_editors_and_the_published_one_by_readers()
    {
        await using var portal = await PortalApp.StartAsync();
        var added = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Hồng vành khuyên Văn Lãng"));
        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, added.ContentItemId);
        item.SetTitle("Hồng không hạt Bảo Lâm");
        await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId);
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        (await browser.GetPageAsync($"{ArticleList}?q=hong%20khong%20hat%20bao%20lam&state=Changed")).TextsOf(Rows).ShouldBe(["Hồng không hạt Bảo Lâm"]);
        (await browser.GetPageAsync($"{ArticleList}?q=hong%20vanh%20khuyen")).TextsOf(Rows).ShouldBeEmpty();
        await portal.FindAsync("hồng vành khuyên", titles => titles.Count == 1);
        (await portal.SearchAsync("\"hồng không hạt bảo lâm\"")).Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_only_write_finds_their_own_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SetRoleAsync("Người viết", "AccessAdminPanel", "EditOwn_Article");
        using var contributor = await portal.SignedInAsync(PortalApp.LangSon, "Người viết");
        await contributor.WriteAsync("Khoai lang tím của tôi");
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Khoai lang tím của người khác"));

        (await contributor.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim")).TextsOf(Rows).ShouldBe(["Khoai lang tím của tôi"]);
        (await contributor.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems?q=khoai%20lang%20tim")).TextsOf(Rows).ShouldBe(["Khoai lang tím của tôi"]);
    }

    [Theory]
    [InlineData("sort=Title", "A", "B", "C")]
    [InlineData("sort=Edited", "C", "B", "A")]
    [InlineData("sort=Published", "C", "B", "A")]
    public async Task What_was_found_comes_in_the_order_asked_for(string order, params string[] expected)
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var name in new[] { "A", "B", "C" })
        {
            await portal.AddAsync(PortalApp.LangSon, Samples.Article($"{name} khoai lang tím"));
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        (await browser.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim&{order}")).TextsOf(Rows).Select(title => title[..1]).ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_in_the_bin_is_found_there_alone_and_the_list_works_without_an_index()
    {
        await using var portal = await PortalApp.StartAsync();
        var saved = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Khoai lang tím bỏ đi"))).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<DeleteContent>().RunAsync(saved.ContentItemId, saved.VersionId, Editing.Editor))).Succeeded.ShouldBeTrue();

        (await browser.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim")).TextsOf(Rows).ShouldBeEmpty();
        (await browser.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim&state=Deleted")).TextsOf(Rows).ShouldBe(["Khoai lang tím bỏ đi"]);

        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Khoai lang tím còn đây"));
        await portal.StopIndexAsync();
        (await browser.GetPageAsync($"{ArticleList}?q=khoai%20lang%20tim")).TextsOf(Rows).ShouldBe(["Khoai lang tím còn đây"]);
    }
}
