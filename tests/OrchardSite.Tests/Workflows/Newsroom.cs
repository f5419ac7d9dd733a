using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Tests.Workflows;

/// <summary>People who make a site's content together.</summary>
internal static class Newsroom
{
    /// <summary>Somebody who belongs to the site, signed in.</summary>
    public static async Task<Colleague> HireAsync(this PortalApp portal, string tenant, string name, params string[] roles)
    {
        var account = await portal.AddAccountAsync($"nguoi.{Guid.NewGuid():N}", email: null, change: account => account.DisplayName = name);
        await portal.JoinAsync(account, tenant, roles);
        return new Colleague(portal, tenant, account, await portal.SignedInAsAsync(account.UserName!));
    }

    public static Task<OperationResult<SavedContent>> MoveAsync(this PortalApp portal, string tenant, SavedContent item, string transition, Actor actor, string? reason = null, string? note = null, string? choice = null, DateTime? at = null) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<MoveContent>().RunAsync(
            new MoveRequest(item.ContentItemId, item.VersionId, transition) { Reason = reason, ChangeNote = note, Choice = choice, AtUtc = at }, actor));

    public static Task<EditorialItem> RowAsync(this PortalApp portal, string tenant, SavedContent item) =>
        portal.ReadAsync(tenant, db => db.Set<EditorialItem>().AsNoTracking().SingleAsync(row => row.ItemId == item.ContentItemId));
}

internal sealed class Colleague(PortalApp portal, string tenant, Account account, HttpClient browser) : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";

    private string? _token;

    public int Id => account.Id;

    public string Name => account.DisplayName;

    public HttpClient Browser => browser;

    private string Prefix => tenant == PortalApp.Department ? "" : "/" + tenant;

    /// <summary>The same person, who belongs to another site, too.</summary>
    public async Task<Colleague> AtAsync(string site, params string[] roles)
    {
        await portal.JoinAsync(account, site, roles);
        return new Colleague(portal, site, account, browser);
    }

    public Task<Page> GetAsync(string path) => browser.GetPageAsync($"{Prefix}/{path}");

    public Task<Page> OpenAsync(SavedContent item) => GetAsync(AddressOf(item));

    /// <summary>Sends what the form of a transition sends.</summary>
    public Task<Page> MoveAsync(SavedContent item, string transition, params (string Name, string Value)[] words) =>
        PostAsync($"{AddressOf(item)}?handler=Move", [("transition", transition), ("versionId", item.VersionId), .. words]);

    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var sent = fields.Append((TokenName, await TokenAsync())).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return await SendAsync(path, new FormUrlEncodedContent(sent));
    }

    /// <summary>Sends a form with files.</summary>
    public async Task<Page> PostAsync(string path, MultipartFormDataContent body)
    {
        body.Add(new StringContent(await TokenAsync()), TokenName);
        return await SendAsync(path, body);
    }

    /// <summary>Saves a version as this person, and needs it to be taken.</summary>
    public async Task<SavedContent> WriteAsync(JsonObject item, SavedContent? over = null)
    {
        if (over is not null)
        {
            item = (JsonObject)item.DeepClone();
            item["ContentItemId"] = over.ContentItemId;
        }

        var saved = await portal.SaveAsync(tenant, item, over?.VersionId, await ActorAsync());
        return saved.Succeeded ? saved.Value : throw new InvalidOperationException(saved.Refusals[0].Message);
    }

    /// <summary>Makes a transition, and needs it to be made.</summary>
    public async Task DoAsync(SavedContent item, string transition)
    {
        var moved = await portal.MoveAsync(tenant, item, transition, await ActorAsync(), "Theo kế hoạch tuyên truyền tháng 11", "Cập nhật số liệu", "Error", portal.Clock.GetUtcNow().UtcDateTime.AddHours(1));
        if (!moved.Succeeded)
        {
            throw new InvalidOperationException($"{transition}: {moved.Refusals[0].Message}");
        }
    }

    public async Task<Actor> ActorAsync() =>
        (await portal.InTenantAsync(tenant, services => services.GetRequiredService<TenantMembers>().FindAsync(account.Id, TestContext.Current.CancellationToken))).ShouldNotBeNull();

    public void Dispose() => browser.Dispose();

    private async Task<string> TokenAsync() => _token ??= (await GetAsync("Admin")).ValueOf(TokenName).ShouldNotBeNull();

    private Task<Page> SendAsync(string path, HttpContent body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/{path}") { Content = body };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("vi"));
        return browser.SendPageAsync(request);
    }

    private static string AddressOf(SavedContent item) => $"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow";
}
