using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Recipes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Theming;

namespace OrchardSite.Tests.Search;

/// <summary>Queries with a name, as recipes bring them: from templates and through the API, each of its own site alone.</summary>
public sealed class QueriesTests
{
    private const string Articles = """{ "query": { "term": { "Content.ContentItem.ContentType": "Article" } }, "sort": { "Content.ContentItem.PublishedUtc": { "order": "desc" } }, "size": 100 }""";
    private const string Words = """{ "query": { "bool": { "filter": [ { "term": { "Content.ContentItem.ContentType": "Article" } } ], "must": [ { "match_phrase": { "Content.ContentItem.FullText": "{{ words }}" } } ] } }, "size": {{ size | default: 10 }} }""";

    [Fact]
    public async Task A_template_lists_what_a_query_of_its_own_site_finds()
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", "<ul id='asked'>{% assign found = Queries.Words | query: words: 'zuvopa \"trồng\"' %}{% for item in found %}<li><a href='{{ item | display_url }}'>{{ item.DisplayText }}</a></li>{% endfor %}</ul>"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Zuvopa trồng ở Bình Gia"));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Zuvopa trồng ở Mang Thít"));
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Zuvopa trồng thử, chưa đăng"));
        await HaveAsync(portal, PortalApp.LangSon, ("Words", Words));

        // Only the site with the query has it.
        var page = await portal.Http.GetUntilAsync("/xttm-lang-son/lien-he", page => page.TextsOf("#asked li").Count > 0);
        page.TextsOf("#asked li").ShouldBe(["Zuvopa trồng ở Bình Gia"]);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/lien-he")).TextsOf("#asked li").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_with_a_query_shows_what_was_published_a_moment_ago()
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", "<ul id='asked'>{% assign found = Queries.Articles | query %}{% for item in found %}<li>{{ item.DisplayText }}</li>{% endfor %}</ul>"));
        await HaveAsync(portal, PortalApp.LangSon, ("Articles", Articles));
        for (var round = 1; round <= 5; round++)
        {
            await portal.AddAsync(PortalApp.LangSon, Samples.Article($"Phiên chợ thứ {round}"));
            await portal.Http.GetUntilAsync("/xttm-lang-son/lien-he", page => page.TextsOf("#asked li").Contains($"Phiên chợ thứ {round}"));
        }
    }

    [Fact]
    public async Task While_nothing_can_be_searched_the_list_is_empty_for_this_reader_and_the_API_says_why()
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", "<ul id='asked'>{% assign found = Queries.Articles | query %}{% for item in found %}<li>{{ item.DisplayText }}</li>{% endfor %}</ul>"));
        using var host = await portal.SignedInAsHostAsync();
        await HaveAsync(portal, PortalApp.LangSon, ("Articles", Articles));
        await portal.StopIndexAsync();

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");
        var answer = await host.GetPageAsync("/xttm-lang-son/api/queries/Articles");

        (page.Status, page.Response.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, true));
        page.TextsOf("#asked li").ShouldBeEmpty();
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Body.ShouldContain("Hiện chưa tìm kiếm được.");

        await portal.StartIndexAsync();
        await portal.FindAsync("chợ", titles => titles.Count > 0);
        (await portal.Http.GetPageAsync("/xttm-lang-son/lien-he")).TextsOf("#asked li").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{ "match_all": {} }""", "Chợ hoa|Chợ nổi|Hai mươi năm")]
    [InlineData("""{ "terms": { "Content.ContentItem.ContentType": ["Article", "Khac"] } }""", "Chợ hoa|Chợ nổi|Hai mươi năm")]
    [InlineData("""{ "match": { "Content.ContentItem.DisplayText": "cho noi" } }""", "Chợ nổi|Chợ hoa")]
    [InlineData("""{ "match": { "Content.ContentItem.DisplayText.Analyzed": { "query": "cho noi", "operator": "and" } } }""", "Chợ nổi")]
    [InlineData("""{ "match_phrase": { "Content.ContentItem.FullText": "hai mươi" } }""", "Hai mươi năm")]
    [InlineData("""{ "prefix": { "Content.ContentItem.DisplayText": { "value": "chợ h" } } }""", "Chợ hoa")]
    [InlineData("""{ "simple_query_string": { "query": "chợ nổi -hoa" } }""", "Chợ nổi")]
    [InlineData("""{ "term": { "Content.ContentItem.DisplayText": "hoa" } }""", "Chợ hoa")]
    [InlineData("""{ "bool": { "must_not": { "match": { "Content.ContentItem.DisplayText": "nam" } } } }""", "Chợ hoa|Chợ nổi")]
    [InlineData("""{ "bool": { "should": [ { "term": { "Content.ContentItem.DisplayText": { "value": "hoa", "boost": 9 } } }, { "term": { "Content.ContentItem.DisplayText": "noi" } } ], "minimum_should_match": 1 } }""", "Chợ hoa|Chợ nổi")]
    [InlineData("""{ "range": { "Content.ContentItem.PublishedUtc": { "gte": "now-2d", "lt": "now+1d" } } }""", "Chợ hoa|Chợ nổi|Hai mươi năm")]
    [InlineData("""{ "range": { "Content.ContentItem.PublishedUtc": { "lt": "2001-01-01" } } }""", "")]
    [InlineData("""{ "range": { "Content.ContentItem.PublishedUtc": { "gt": "2001-01-01T00:00:00Z" } } }""", "Chợ hoa|Chợ nổi|Hai mươi năm")]
    public async Task Orchard_Cores_Lucene_queries_are_understood(string query, string titles)
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        foreach (var title in new[] { "Chợ nổi", "Chợ hoa", "Hai mươi năm" })
        {
            await portal.AddAsync(PortalApp.LangSon, Samples.Article(title + " Zuvopa"));
        }

        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Chợ nổi, chợ hoa, hai mươi năm Zuvopa"));
        var own = $$"""{ "query": { "bool": { "filter": { "match": { "Content.ContentItem.DisplayText": "zuvopa" } }, "must": {{query}} } }, "sort": ["_score", "Content.ContentItem.DisplayText.Normalized"] }""";
        await HaveAsync(portal, PortalApp.LangSon, ("Own", own));

        TitlesOf(await AskAsync(host, "Own")).ShouldBe(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(title => title + " Zuvopa"));
    }

    [Fact]
    public async Task A_query_asks_for_categories_and_for_all_that_is_below_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        var term = (Parent: "termtinhoatdong00000000000", Child: "termhoichotrienlam00000000");
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Trong mục con Zuvopa", term.Child));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Trong mục cha Zuvopa", term.Parent));
        string Of(string field) => $$"""{ "query": { "bool": { "must": [ { "term": { "{{field}}": "{{term.Parent}}" } }, { "match": { "Content.ContentItem.DisplayText": "zuvopa" } } ] } }, "sort": ["Content.ContentItem.DisplayText.Normalized"] }""";
        await HaveAsync(portal, PortalApp.LangSon, ("Direct", Of("Article.Category")), ("Below", Of("Article.Category.Inherited")));

        TitlesOf(await AskAsync(host, "Direct")).ShouldBe(["Trong mục cha Zuvopa"]);
        TitlesOf(await AskAsync(host, "Below")).ShouldBe(["Trong mục cha Zuvopa", "Trong mục con Zuvopa"]);
    }

    [Fact]
    public async Task The_API_answers_with_items_in_Orchard_Cores_form_and_what_a_parameter_says_stays_a_text()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Article("Zuvopa vào mùa"))).ContentItemId;
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Zuvopa hết mùa"));
        await HaveAsync(portal, PortalApp.LangSon, ("Words", Words));

        var answer = await AskAsync(host, "Words", """{ "words": "zuvopa", "size": 1 }""");
        answer["count"]!.GetValue<int>().ShouldBe(2);
        answer["items"]!.AsArray().Count.ShouldBe(1);
        var whole = await AskAsync(host, "Words", """{ "words": "zuvopa vào" }""");
        var item = whole["items"]!.AsArray().ShouldHaveSingleItem()!;
        (item["ContentItemId"]!.GetValue<string>(), item["ContentType"]!.GetValue<string>(), item["Published"]!.GetValue<bool>()).ShouldBe((id, "Article", true));
        item["Article"]!["Sapo"]!["Text"]!.GetValue<string>().ShouldNotBeEmpty();

        TitlesOf(await AskAsync(host, "Words", """{ "words": "x\" } }, { \"match_all\": {} }, { \"a\": { \"b\": \"" }""")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_API_is_for_those_who_have_its_permission_and_says_what_is_missing()
    {
        await using var portal = await PortalApp.StartAsync();
        await HaveAsync(portal, PortalApp.LangSon, ("Articles", Articles), ("Words", Words));
        await HaveAsync(portal, PortalApp.VinhLong, ("Articles", Articles));
        const string address = "/xttm-lang-son/api/queries/Articles";

        using var visitor = portal.Client();
        (await visitor.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var refused = await editor.GetPageAsync(address);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Body.ShouldContain("ExecuteApi_Articles");

        await RunStepAsync(portal, PortalApp.LangSon, """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ExecuteApi_Articles"], "PermissionBehavior": "Add" } ] }""");

        (await visitor.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await editor.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetPageAsync("/xttm-lang-son/api/queries/Words")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.GetPageAsync("/xttm-vinh-long/api/queries/Articles")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Khong", "", HttpStatusCode.NotFound, "Khong")]
    [InlineData("Words", "[]", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("Words", "{", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("Words", """{ "words": "chợ", "size": 1000000 }""", HttpStatusCode.UnprocessableEntity, "$.size")]
    [InlineData("Words", """{ "words": "chợ", "size": "x" }""", HttpStatusCode.UnprocessableEntity, "Words")]
    public async Task The_API_says_what_is_wrong_with_a_question(string query, string parameters, HttpStatusCode status, string said)
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        await HaveAsync(portal, PortalApp.LangSon, ("Words", Words));

        var page = await host.GetPageAsync($"/xttm-lang-son/api/queries/{query}?parameters={Uri.EscapeDataString(parameters)}");

        page.Status.ShouldBe(status);
        JsonDocument.Parse(page.Body).RootElement.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(said);
    }

    [Theory]
    [InlineData("""{ "Source": "Sql", "Name": "A", "Template": "SELECT 1", "ReturnContentItems": true }""", "Queries[0].Source", "Sql")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{}" }""", "Queries[0]", "ReturnContentItems")]
    [InlineData("""{ "Source": "Lucene", "Name": "A b", "Template": "{}", "ReturnContentItems": true }""", "Queries[0].Name", "letters")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{}", "ReturnContentItems": true }""", "Queries[0].Template", "query")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{", "ReturnContentItems": true }""", "Queries[0].Template", "JSON")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{% if %}", "ReturnContentItems": true }""", "Queries[0].Template", "")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{\"query\":{\"wildcard\":{\"Content.ContentItem.DisplayText\":\"*a\"}}}", "ReturnContentItems": true }""", "Queries[0].Template", "wildcard")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{\"query\":{\"term\":{\"Content.ContentItem.Owner\":\"x\"}}}", "ReturnContentItems": true }""", "Queries[0].Template", "Content.ContentItem.Owner")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{\"query\":{\"range\":{\"Content.ContentItem.PublishedUtc\":{\"gt\":\"hôm qua\"}}}}", "ReturnContentItems": true }""", "Queries[0].Template", "hôm qua")]
    [InlineData("""{ "Source": "Lucene", "Name": "A", "Template": "{\"query\":{\"match_all\":{}},\"aggs\":{}}", "ReturnContentItems": true }""", "Queries[0].Template", "aggs")]
    public async Task A_recipe_is_told_where_a_query_is_wrong(string query, string path, string said)
    {
        await using var portal = await PortalApp.StartAsync();

        var refusal = await Should.ThrowAsync<RecipeException>(() => RunStepAsync(portal, PortalApp.LangSon, $$"""{ "name": "Queries", "Queries": [ {{query}} ] }"""));

        refusal.Message.ShouldContain(path);
        refusal.Message.ShouldContain(said);
    }

    private static async Task HaveAsync(PortalApp portal, string tenant, params (string Name, string Template)[] queries)
    {
        await portal.FindAsync("chợ", titles => titles.Count > 0);
        await RunStepAsync(portal, tenant, new JsonObject
        {
            ["name"] = "Queries",
            ["Queries"] = new JsonArray([.. queries.Select(query => new JsonObject { ["Source"] = "Lucene", ["Name"] = query.Name, ["Template"] = query.Template, ["ReturnContentItems"] = true })]),
        }.ToJsonString());
    }

    private static Task RunStepAsync(PortalApp portal, string tenant, string step) => Content.RecipeFiles.RunAsync(portal, tenant, JsonNode.Parse(step)!.AsObject());

    private static async Task<JsonNode> AskAsync(HttpClient browser, string query, string parameters = "")
    {
        var page = await browser.GetPageAsync($"/xttm-lang-son/api/queries/{query}?parameters={Uri.EscapeDataString(parameters)}");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
        return JsonNode.Parse(page.Body)!;
    }

    private static IEnumerable<string> TitlesOf(JsonNode answer) => answer["items"]!.AsArray().Select(item => item!["DisplayText"]!.GetValue<string>());
}
