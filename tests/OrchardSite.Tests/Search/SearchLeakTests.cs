using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search;

/// <summary>Asks everything that readers can ask for words that no reader may see.</summary>
public sealed class SearchLeakTests
{
    private static readonly string[] Sites = ["", "/xttm-lang-son", "/xttm-vinh-long"];

    [Fact]
    public async Task No_draft_no_internal_document_and_no_recalled_text_shows_in_results_counts_suggestions_or_snippets()
    {
        await using var portal = await PortalApp.StartAsync();
        var secrets = new List<string>();
        foreach (var tenant in new[] { PortalApp.LangSon, PortalApp.VinhLong })
        {
            await portal.SaveAsync(tenant, Article(secrets, "nhap"));
            await portal.SaveAsync(tenant, Internal(secrets, "30" + secrets.Count, "NoiBo"));
            await portal.AddAsync(tenant, Internal(secrets, "30" + secrets.Count, "NoiBo"));
            await portal.AddAsync(tenant, Internal(secrets, "30" + secrets.Count, "DonViNhan"));
            var recalled = await portal.AddAsync(tenant, Article(secrets, "thuhoi"));
            (await portal.UnpublishAsync(tenant, recalled)).Succeeded.ShouldBeTrue();
            var expiring = Article(secrets, "hethan");
            expiring["Article"]!["ExpiresAt"] = new JsonObject { ["Value"] = "2026-11-24T23:00:00Z" };
            await portal.AddAsync(tenant, expiring);
            var changed = await portal.AddAsync(tenant, Samples.Article("Bài công khai của Quaxilo"));
            var (version, item) = await portal.OpenAsync(tenant, changed.ContentItemId);
            var secret = NewSecret(secrets, "banmoi");
            item["TitlePart"]!["Title"] = $"Bài công khai của Quaxilo {secret}";
            item["HtmlBodyPart"]!["Html"] = $"<p>Bản sửa chưa đăng: {secret}.</p>";
            await portal.SaveAsync(tenant, item, version.VersionId);
        }

        // Two are still to expire.
        await portal.FindAsync("quaxilo", titles => titles.Count == 4, "");
        portal.Clock.Advance(TimeSpan.FromDays(2));

        secrets.Count.ShouldBe(14);
        foreach (var site in Sites)
        {
            foreach (var secret in secrets)
            {
                foreach (var typed in new[] { secret, $"\"{secret}\"", secret[..^1], $"quaxilo {secret}", $"quaxilo -{secret}" })
                {
                    await ShouldNotShowAsync(portal, $"{site}/tim-kiem?units=all&q={Uri.EscapeDataString(typed)}", typed, secret);
                    await ShouldNotShowAsync(portal, $"{site}/tim-kiem/goi-y?q={Uri.EscapeDataString(typed)}", typed, secret);
                }
            }

            // Words that both public and hidden texts have: pages and counts are those of the public ones.
            var all = await portal.Http.GetPageAsync($"{site}/tim-kiem?units=all&q=quaxilo");
            all.TextOf(".total").ShouldBe("2 kết quả");
            all.TextsOf(".filters .count").Select(int.Parse).ShouldAllBe(count => count <= 2);
        }
    }

    // What somebody typed is on the page again; apart from that nothing is.
    private static async Task ShouldNotShowAsync(PortalApp portal, string address, string typed, string secret)
    {
        var page = await portal.Http.GetPageAsync(address);
        var main = page.Document.QuerySelector("main")?.InnerHtml ?? page.Body;
        main = main.Replace(System.Net.WebUtility.HtmlEncode(typed), "", StringComparison.OrdinalIgnoreCase).Replace(typed, "", StringComparison.OrdinalIgnoreCase)
            .Replace(Uri.EscapeDataString(typed), "", StringComparison.OrdinalIgnoreCase);
        main.ShouldNotContain(secret, Case.Insensitive, address);
        if (!typed.Contains('-', StringComparison.Ordinal))
        {
            page.Found().ShouldBeEmpty(address);
            page.TextsOf(".filters .count").ShouldBeEmpty(address);
        }
    }

    private static JsonObject Article(List<string> secrets, string kind)
    {
        var secret = NewSecret(secrets, kind);
        var item = Samples.Article($"Quaxilo {secret}");
        item["HtmlBodyPart"]!["Html"] = $"<p>Nội dung Quaxilo có chữ {secret}.</p>";
        return item;
    }

    private static JsonObject Internal(List<string> secrets, string number, string visibility)
    {
        var secret = NewSecret(secrets, "noibo");
        var item = Samples.Directive(number);
        item["TitlePart"]!["Title"] = $"Quyết định {number}/QĐ-SCT về Quaxilo {secret}";
        item["Directive"]!["Visibility"]!["Text"] = visibility;
        return item;
    }

    // No word of any language, and none is near another.
    private static string NewSecret(List<string> secrets, string kind)
    {
        var secret = new StringBuilder("zk").Append(kind).Append("ax").Append((char)('a' + secrets.Count)).Append("qw").Append((char)('a' + secrets.Count)).ToString();
        secrets.Add(secret);
        return secret;
    }
}
