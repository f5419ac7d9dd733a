using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task Each_answer_that_the_description_names_is_given_as_it_says()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Media:MaxFileSize"] = "1048576", ["SignInLimits:PerAddress"] = "1000" });
        var host = await portal.HostAsync();
        var token = await portal.TokenAsync(PortalApp.Department, host, "ListContent", "EditContent", "PublishContent", "DeleteContent", "ManageMediaContent", "ManageTenants");
        var client = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.Department), token.Value);
        var weak = client.With((await portal.TokenAsync(PortalApp.Department, host, "ManageUsers")).Value);
        var described = new Described(portal, client, weak);
        var answers = client.Answers.Where(answer => answer.Status != 429).ToArray();
        answers.Length.ShouldBeGreaterThan(150);
        var wrong = new List<string>();

        foreach (var (operation, status) in answers)
        {
            try
            {
                var reply = await described.AnswerAsync(operation, status);
                if (reply.Status != status)
                {
                    wrong.Add($"{operation} {status}: {reply.Status} {reply.Text}");
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                wrong.Add($"{operation} {status}: {failure.Message}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_operation_asks_who_sends_what_is_no_token_to_wait()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["SignInLimits:PerAddress"] = "1" });
        var client = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.LangSon), "ops_khong-phai-ma");
        (await client.CallAsync("listTaxonomies", null)).Should(401);

        foreach (var operation in client.Answers.Where(answer => answer.Status == 429).Select(answer => answer.Operation))
        {
            (await client.CallAsync(operation, null)).Should(429);
        }
    }

    [Fact]
    public async Task Each_site_describes_itself_with_its_own_address_and_its_reference_is_in_the_dashboard()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var own = JsonNode.Parse((await portal.Http.GetPageAsync("/xttm-lang-son/api/v1/openapi.json")).Body)!;
        var first = JsonNode.Parse((await portal.Http.GetPageAsync("/api/v1/openapi.json")).Body)!;

        own["servers"]![0]!["url"]!.ToString().ShouldBe(portal.SiteOf(PortalApp.LangSon));
        first["servers"]![0]!["url"]!.ToString().ShouldBe(portal.SiteOf(PortalApp.Department));
        own["components"]!["securitySchemes"]!["token"]!["scheme"]!.ToString().ShouldBe("bearer");
        foreach (var (path, methods) in own["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject().Where(pair => pair.Value!["operationId"] is not null))
            {
                operation!["summary"].ShouldNotBeNull($"{method} {path}");
                operation["description"].ShouldNotBeNull($"{method} {path}");
                operation["security"].ShouldNotBeNull($"{method} {path}");
            }
        }

        var page = await editor.GetPageAsync("/xttm-lang-son/Admin/Api");
        page.Document.QuerySelector("#reference")!.GetAttribute("data-description").ShouldBe("/xttm-lang-son/api/v1/openapi.json");
        foreach (var script in page.Document.QuerySelectorAll("script, link[rel=stylesheet]"))
        {
            (await portal.Http.GetPageAsync(script.GetAttribute("src") ?? script.GetAttribute("href")!)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son/Admin/Api")).Status.ShouldBe(System.Net.HttpStatusCode.Found);
    }
}
