using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

/// <summary>The sites of the installation as programs of those who run it manage them: on the first site alone. Scoped.</summary>
internal sealed class TenantApi(TenantDirectory tenants, ApiBody body, ApiMatch match, ApiPaging paging, IStringLocalizer localizer)
{
    public Task<IResult> ListAsync(HttpContext context, int? page, int? size) => AsHostAsync(context, _ =>
    {
        if (paging.Check(page, size) is { } wrong)
        {
            return Task.FromResult(wrong);
        }

        var (from, count) = (page ?? 1, size ?? ApiPaging.UsualSize);
        var all = tenants.All.OrderBy(tenant => tenant.Name, StringComparer.Ordinal).ToArray();
        return Task.FromResult(paging.Answer(context, all.Skip((int)Math.Min((from - 1L) * count, all.Length)).Take(count).Select(TenantJson.Of).ToArray(), from, count, all.Length));
    });

    public Task<IResult> GetAsync(HttpContext context, string name) => WithAsync(context, name, (tenant, _) => Task.FromResult(ApiAnswer.Read(context, TenantJson.Of(tenant), TenantJson.TagOf(tenant))));

    public Task<IResult> CreateAsync(HttpContext context, CreateTenant create) => AsHostAsync(context, async host =>
    {
        var (sent, wrong) = await body.ReadAsync(context);
        if (sent is null)
        {
            return wrong!;
        }

        var wanted = new NewTenant(sent.Text("name") ?? "", sent.Text("prefix") ?? "", HostsOf(sent), sent.Text("recipe") ?? "");
        var created = await create.RunAsync(wanted, host, context.RequestAborted);
        return created.Succeeded ? Tell(context, created.Value.Name, $"/{ApiRoutes.Base}/tenants/{created.Value.Name}") : ApiAnswer.Refused(created.Refusals);
    });

    public Task<IResult> SetUpAsync(HttpContext context, string name, SetUpTenant setUp) => WithAsync(context, name, async (tenant, host) =>
    {
        var (sent, wrong) = await body.ReadAsync(context);
        if (sent is null)
        {
            return wrong!;
        }

        if (sent.Text("siteName")?.Trim() is not { Length: > 0 and <= SaveSiteSettings.LongestName } siteName)
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["A site's name has 1 to {0} characters.", SaveSiteSettings.LongestName], "siteName");
        }

        try
        {
            await setUp.RunAsync(tenant.Name, new Dictionary<string, string> { [SetUpTenant.SiteName] = siteName }, null, host, context.RequestAborted);
            return Tell(context, tenant.Name);
        }
        catch (RecipeException failure)
        {
            return ApiAnswer.Refused(RefusalKind.Conflict, failure.Message);
        }
    });

    public Task<IResult> EnableAsync(HttpContext context, string name, EnableTenant enable) => SwitchAsync(context, name, host => enable.RunAsync(name, host, context.RequestAborted));

    public Task<IResult> DisableAsync(HttpContext context, string name, DisableTenant disable) => SwitchAsync(context, name, host => disable.RunAsync(name, host, context.RequestAborted));

    public Task<IResult> RemoveAsync(HttpContext context, string name, RemoveTenant remove) => WithAsync(context, name, async (tenant, host) =>
    {
        if (match.Check(context, TenantJson.TagOf(tenant), () => TenantJson.Of(tenant)) is { } unseen)
        {
            return unseen;
        }

        var removed = await remove.RunAsync(tenant.Name, host, context.RequestAborted);
        return removed.Succeeded ? TypedResults.NoContent() : ApiAnswer.Refused(removed.Refusals);
    });

    private Task<IResult> SwitchAsync(HttpContext context, string name, Func<Actor, Task<OperationResult<bool>>> run) => WithAsync(context, name, async (_, host) =>
    {
        var done = await run(host);
        return done.Succeeded ? Tell(context, name) : ApiAnswer.Refused(done.Refusals);
    });

    private Task<IResult> WithAsync(HttpContext context, string name, Func<Tenant, Actor, Task<IResult>> work) => AsHostAsync(context, host =>
        tenants.Find(name) is { } tenant ? work(tenant, host) : Task.FromResult(ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no site with the name {0}.", name])));

    private Task<IResult> AsHostAsync(HttpContext context, Func<Actor, Task<IResult>> work) => context.Caller().Host is { } host
        ? work(host)
        : Task.FromResult(ApiAnswer.Refused(RefusalKind.Forbidden, localizer["Sites are managed with a token of the first site, made for that by an administrator of the whole installation."]));

    private IResult Tell(HttpContext context, string name, string? location = null)
    {
        var tenant = tenants.Find(name)!;
        return ApiAnswer.Done(context, TenantJson.Of(tenant), TenantJson.TagOf(tenant), location);
    }

    private static string[] HostsOf(JsonObject sent) =>
        [.. (sent["hosts"] as JsonArray ?? []).OfType<JsonValue>().Where(host => host.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(host => host.GetValue<string>())];
}
