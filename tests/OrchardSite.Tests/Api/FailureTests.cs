using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Api;

public sealed class FailureTests
{
    [Fact]
    public async Task What_fails_unexpectedly_is_told_as_a_problem_without_its_reason()
    {
        await using var portal = await PortalApp.StartAsync(services: services => services.AddScoped<IContentMoves, BrokenMoves>());
        var host = await portal.HostAsync();
        var token = await portal.TokenAsync(PortalApp.LangSon, host, "ListContent", "EditContent");
        var item = await portal.AddAsync(PortalApp.LangSon, Samples.Page("Lịch tiếp công dân"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/xttm-lang-son/api/v1/content/{item.ContentItemId}/moves");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

        var answer = await portal.Http.SendPageAsync(request);

        ((int)answer.Status, answer.Response.Content.Headers.ContentType!.MediaType).ShouldBe((500, "application/problem+json"));
        var problem = JsonNode.Parse(answer.Body)!;
        ((int)problem["status"]!, (string)problem["detail"]!).ShouldSatisfyAllConditions(
            said => said.Item1.ShouldBe(500),
            said => said.Item2.ShouldStartWith("Hệ thống gặp sự cố. Sự cố đã được ghi lại với mã "));
        answer.Body.ShouldNotContain(BrokenMoves.Reason);
        // Other sites and other operations go on.
        var other = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.VinhLong), (await portal.TokenAsync(PortalApp.VinhLong, host, "ListContent")).Value);
        (await other.CallAsync("listContent", null)).Should(200);
    }

    private sealed class BrokenMoves : IContentMoves
    {
        public const string Reason = "the disk is on fire";

        public Task<IReadOnlyList<ContentMove>> AfterSaveAsync(ContentType type, ContentItem? item, Actor actor, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

        public Task<OperationResult<string>> MoveAsync(string name, SavedContent saved, Actor actor, string? changeNote, CancellationToken cancellationToken, string? reason = null, string? choice = null) => throw new InvalidOperationException(Reason);

        public Task<IReadOnlyDictionary<string, IReadOnlyList<ContentMark>>> MarksAsync(IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

        public bool HasWay(string contentType) => false;

        public string? PageOf(ContentItem item) => null;
    }
}
