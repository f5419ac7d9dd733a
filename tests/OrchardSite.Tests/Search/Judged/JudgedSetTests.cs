using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search.Judged;

/// <summary>How well readers find what they look for: graded queries over documents made by rule, beside what the portal could have used instead.</summary>
public sealed class JudgedSetTests(ITestOutputHelper output)
{
    // What was measured, less a hair: a change that makes search worse fails here, one that makes it better raises these.
    private static readonly Dictionary<string, (double Gain, double Success)> Floors = new()
    {
        [JudgedQueries.Numbers] = (0.99, 1),
        [JudgedQueries.Words] = (0.99, 1),
        [JudgedQueries.Undiacritised] = (0.97, 1),
        [JudgedQueries.Mixed] = (0.99, 1),
        [JudgedQueries.Misspelt] = (0.98, 1),
        [JudgedQueries.Phrases] = (0.99, 1),
        [JudgedQueries.Names] = (0.96, 1),
        [JudgedQueries.Abbreviations] = (0.97, 1),
        [JudgedQueries.Contacts] = (0.99, 1),
        [JudgedQueries.Sentences] = (0.6, 0.8),
    };

    [Fact]
    public void The_set_is_as_large_as_it_says_and_every_query_has_something_to_find()
    {
        JudgedCorpus.All.Count.ShouldBeGreaterThanOrEqualTo(500);
        JudgedCorpus.All.Select(document => document.Title).ShouldBeUnique();
        JudgedQueries.All.Count.ShouldBeGreaterThanOrEqualTo(120);
        JudgedQueries.All.Select(query => query.Text).ShouldBeUnique();
        JudgedQueries.All.ShouldAllBe(query => JudgedCorpus.All.Max(query.Grade) == 3);
        JudgedQueries.All.Select(query => query.Group).Distinct().ShouldBe(Floors.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Readers_find_first_what_they_look_for()
    {
        await using var portal = await PortalApp.StartAsync();
        await AddAsync(portal);
        using var standard = new StandardAnalyzerSearch();
        await using var unaccent = TestDatabase.IsPostgreSql ? await UnaccentSearch.CreateAsync(portal.DatabaseSettings["ConnectionStrings:Default"]!) : null;
        var scores = new List<(string Group, RankingScore Own, RankingScore Standard, RankingScore? Unaccent)>();
        foreach (var query in JudgedQueries.All)
        {
            var own = RankingScore.Of(query, await FindAsync(portal, query.Text));
            scores.Add((
                query.Group,
                own,
                RankingScore.Of(query, standard.Find(query.Text)),
                unaccent is null ? null : RankingScore.Of(query, await unaccent.FindAsync(query.Text))));
            if (own.Gain < 0.8)
            {
                output.WriteLine($"{own}  {query.Text}");
            }
        }

        output.WriteLine("nDCG@10 and success@1 of this portal, Lucene's StandardAnalyzer, PostgreSQL's unaccent (only measured where the tests run on PostgreSQL)");
        foreach (var group in scores.GroupBy(score => score.Group))
        {
            var (own, _, _) = Print(group.Key, [.. group]);
            own.Gain.ShouldBeGreaterThanOrEqualTo(Floors[group.Key].Gain, group.Key);
            own.Success.ShouldBeGreaterThanOrEqualTo(Floors[group.Key].Success, group.Key);
        }

        var all = Print($"all {scores.Count}", scores);
        all.Own.Gain.ShouldBeGreaterThan(all.Standard.Gain);
        all.Own.Gain.ShouldBeGreaterThan(all.Unaccent?.Gain ?? 0);
    }

    private (RankingScore Own, RankingScore Standard, RankingScore? Unaccent) Print(
        string name, IReadOnlyCollection<(string Group, RankingScore Own, RankingScore Standard, RankingScore? Unaccent)> scores)
    {
        var own = RankingScore.Mean([.. scores.Select(score => score.Own)]);
        var standard = RankingScore.Mean([.. scores.Select(score => score.Standard)]);
        var unaccent = scores.All(score => score.Unaccent is not null) ? RankingScore.Mean([.. scores.Select(score => score.Unaccent!)]) : null;
        output.WriteLine($"{name,-28} {own}   {standard}   {unaccent}");
        return (own, standard, unaccent);
    }

    // The same on another site: whatever a leak showed would count twice.
    private static async Task AddAsync(PortalApp portal)
    {
        foreach (var tenant in new[] { PortalApp.VinhLong, PortalApp.LangSon })
        {
            var data = new JsonArray([.. JudgedCorpus.All.Take(tenant == PortalApp.LangSon ? JudgedCorpus.All.Count : 20).Select((document, index) => Published(JudgedCorpus.ToItem(document), index))]);
            await RecipeFiles.RunAsync(portal, tenant, new JsonObject { ["name"] = "content", ["data"] = data });
        }

        var last = JudgedCorpus.All[^1].Title;
        await portal.FindAsync(last, titles => titles.Contains(last));
    }

    private static JsonObject Published(JsonObject item, int index)
    {
        (item["ContentItemId"], item["Latest"], item["Published"]) = ($"judged{index:D20}", true, true);
        item["DisplayText"] = item["TitlePart"]!["Title"]!.GetValue<string>();
        return item;
    }

    /// <summary>What a page of results shows of the set: the site has other content, too.</summary>
    private static async Task<IReadOnlyList<JudgedDocument>> FindAsync(PortalApp portal, string text)
    {
        var found = new List<JudgedDocument>();
        var address = $"/xttm-lang-son/tim-kiem?q={Uri.EscapeDataString(text)}";
        for (string? next = address; next is not null && found.Count < RankingScore.Depth;)
        {
            var page = await portal.Http.GetPageAsync(next);
            page.Document.QuerySelectorAll(".search-results h2 a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("/xttm-lang-son/"));
            found.AddRange(page.TextsOf(".search-results h2").Select(title => JudgedCorpus.All.FirstOrDefault(document => document.Title == title)).OfType<JudgedDocument>());
            next = page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        return found;
    }
}
