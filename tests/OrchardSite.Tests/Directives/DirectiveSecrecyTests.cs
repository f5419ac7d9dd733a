using System.Text.Json.Nodes;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Api;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Search;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveSecrecyTests
{
    private const string Word = "xyzzyq";
    private const string Contents = "Nội dung chỉ đơn vị nhận được biết";

    private static readonly string[] Sites = ["", "/xttm-lang-son", "/xttm-vinh-long"];

    // Subject, number and file of each of the two, and what is written in the files.
    private static readonly string[] Secrets = ["phương án tiếp nhận", "phương án nội bộ", "301/QĐ-SCT", "302/QĐ-SCT", "don-vi-nhan.pdf", "noi-bo.pdf", Contents];

    [Fact]
    public async Task Whoever_neither_issues_nor_receives_it_finds_nothing_of_it_wherever_they_look()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var forRecipients = await SendAsync(sending, "301", "phương án tiếp nhận", "DonViNhan", "don-vi-nhan.pdf");
        var internally = await SendAsync(sending, "302", "phương án nội bộ", "NoiBo", "noi-bo.pdf");
        foreach (var directive in new[] { forRecipients, internally })
        {
            (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(System.Net.HttpStatusCode.Found);
        }

        // What is published after them is found: the index has met both.
        await portal.AddAsync(PortalApp.Department, Samples.Article($"Họp báo về {Word}"));
        await portal.FindAsync(Word, found => found.Count == 1, site: "");
        // Of the unit that does not get it there is somebody who may do all that roles of a unit allow.
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Bà Người Ngoài", Editors.Administrator, Editors.Head, Editors.Editor, Sending.Clerk, Sending.Contact, Sending.Leader);
        (HttpClient Browser, string? Token)[] strangers = [(portal.Http, null), (stranger.Browser, null), (portal.Http, await portal.FullTokenAsync(PortalApp.VinhLong, stranger))];
        var programOfIssuer = await portal.FullTokenAsync(PortalApp.Department, sending.Issuer);
        var operations = await OperationsAsync(portal, [forRecipients.ContentItemId, internally.ContentItemId]);

        // Where those look who may see them, there they are.
        var issuer = await WideCrawl.RunAsync(sending.Issuer.Browser, Starts, Word);
        var recipient = await WideCrawl.RunAsync(sending.LangSon.Browser, Starts, Word);
        var program = await WideCrawl.RunAsync(portal.Http, operations, Word, programOfIssuer);
        foreach (var secret in Secrets)
        {
            issuer.Saying(secret).ShouldNotBeEmpty(secret);
            recipient.Saying(secret).ShouldNotBeEmpty(secret);
        }

        program.Saying(Secrets).ShouldContain(address => address.StartsWith("/api/v1/content", StringComparison.Ordinal));
        program.Saying(Secrets).ShouldContain(address => address.StartsWith("/api/v1/media", StringComparison.Ordinal));
        string[] places = [.. Starts, .. operations, .. issuer.Saying(Secrets), .. recipient.Saying(Secrets), .. program.Saying(Secrets)];

        foreach (var (browser, token) in strangers)
        {
            var seen = await WideCrawl.RunAsync(browser, places.Distinct(), Word, token);

            seen.Answers.Count.ShouldBeGreaterThan(100);
            seen.Saying(Secrets).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Starts =>
        from site in Sites
        from path in new[] { "/", "/Admin", "/sitemap.xml", "/rss.xml", $"/tim-kiem?q={Word}", $"/tim-kiem/goi-y?q={Word}", $"/van-ban?q={Word}", "/van-ban?q=301", "/van-ban-den", "/api/v1/openapi.json", "/api/directives/validity?number=301%2FQ%C4%90-SCT" }
        select site + path;

    /// <summary>Everything that the API's description offers to be read, of each site.</summary>
    private static async Task<IReadOnlyList<string>> OperationsAsync(PortalApp portal, string[] ids)
    {
        var description = JsonNode.Parse((await portal.Http.GetPageAsync("/api/v1/openapi.json")).Body)!.AsObject();
        string[] files = ["noi-bo%2Fdon-vi-nhan.pdf", "noi-bo%2Fnoi-bo.pdf"];
        return
        [
            .. from site in Sites
               from path in description["paths"]!.AsObject()
               where path.Value!["get"] is not null
               from id in ids
               from file in files
               from query in new[] { "", $"?q={Word}", "?size=100", "?type=Directive&size=100", "?folder=noi-bo" }
               select site + new Uri(description["servers"]![0]!["url"]!.GetValue<string>()).AbsolutePath.TrimEnd('/')
                   + path.Key.Replace("{id}", id, StringComparison.Ordinal).Replace("{path}", file, StringComparison.Ordinal).Replace("{name}", PortalApp.LangSon, StringComparison.Ordinal) + query,
        ];
    }

    private static async Task<SavedContent> SendAsync(Sending sending, string number, string subject, string visibility, string file)
    {
        await sending.AddFileAsync("noi-bo/" + file, System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4\n% {Contents}, {visibility}\n%%EOF\n"));
        var directive = Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit));
        directive.Set("Directive", "Number", new { Text = number }).Set("Directive", "Subject", new { Text = $"Về việc chuẩn bị {subject} {Word}" })
            .Set("Directive", "Visibility", new { Text = visibility }).Set("Directive", "Files", new { Paths = new[] { "noi-bo/" + file } });
        return await sending.SendAsync(directive);
    }
}
