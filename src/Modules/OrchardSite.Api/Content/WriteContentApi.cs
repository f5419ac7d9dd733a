using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

/// <summary>Content as programs write it: by the operations that the editor's pages call, as drafts. Scoped.</summary>
internal sealed class WriteContentApi(SaveContent save, ContentEditions editions, ContentRights rights, Definitions definitions, ApiBody body, ApiMatch match, IStringLocalizer localizer)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task<IResult> CreateAsync(HttpContext context, string? changeNote)
    {
        var (item, wrong) = await body.ReadAsync(context);
        if (item is null)
        {
            return wrong!;
        }

        if (await definitions.FindAsync(item.Text("ContentType")) is { IsCreatable: false } type)
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["Items of the type {0} are not created one by one.", type.DisplayName], "ContentType");
        }

        if (context.Request.Headers[KeyHeader].ToString() is { Length: > LongestKey })
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["The header {0} has {1} characters at most.", KeyHeader, LongestKey], KeyHeader);
        }

        var (id, versionId) = Identify(context, item);
        if (id is not null && await editions.NewestAsync(id, context.RequestAborted) is { } existing)
        {
            return await AgainAsync(context, existing, versionId);
        }

        var saved = await save.RunAsync(new ContentEdit(item, null, changeNote) { VersionId = versionId }, context.Caller().Actor, context.RequestAborted);
        return saved.Succeeded
            ? await TellAsync(context, saved.Value.ContentItemId, $"/{ApiRoutes.Base}/content/{saved.Value.ContentItemId}")
            : ApiAnswer.Refused(saved.Refusals);
    }

    public Task<IResult> ReplaceAsync(HttpContext context, string id, string? changeNote) => SaveAsync(context, id, changeNote, ApiBody.JsonType, (_, sent) => sent);

    /// <summary>Changes what the sent object names (RFC 7396).</summary>
    public Task<IResult> PatchAsync(HttpContext context, string id, string? changeNote) => SaveAsync(context, id, changeNote, ApiBody.PatchType, (content, patch) =>
    {
        MergePatch.Into(content, patch);
        return content;
    });

    private async Task<IResult> SaveAsync(HttpContext context, string id, string? changeNote, string type, Func<JsonObject, JsonObject, JsonObject> change)
    {
        var (sent, wrong) = await body.ReadAsync(context, type);
        if (sent is null)
        {
            return wrong!;
        }

        var actor = context.Caller().Actor;
        if (await editions.NewestAsync(id, context.RequestAborted) is not { Item.DeletedUtc: null } newest)
        {
            return ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (!await rights.MayEditAsync(actor, newest.Item, context.RequestAborted))
        {
            return ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you edit this content."]);
        }

        if (match.Check(context, ContentItemJson.TagOf(newest, isWhole: true), () => ContentItemJson.Of(newest, isWhole: true)) is { } unseen)
        {
            return unseen;
        }

        if (sent["ContentItemId"] is not null && sent.Text("ContentItemId") != id)
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["The id in the body is not the one of the address."], "ContentItemId");
        }

        var item = change(newest.Content(), sent);
        (item["ContentItemId"], item["ContentType"]) = (id, item.Text("ContentType") ?? newest.Item.ContentType);
        var saved = await save.RunAsync(new ContentEdit(item, newest.Version.Id, changeNote), actor, context.RequestAborted);
        return saved.Succeeded ? await TellAsync(context, id) : await RefuseAsync(context, id, saved.Refusals);
    }

    // Somebody may have been quicker between the look and the save.
    private async Task<IResult> RefuseAsync(HttpContext context, string id, IReadOnlyList<Refusal> refusals) =>
        refusals[0].Kind == RefusalKind.Conflict
            && await editions.NewestAsync(id, context.RequestAborted) is { } now && ContentItemJson.TagOf(now, isWhole: true) is var tag && !ApiMatch.Matches(context, tag)
            ? match.Stale(context, tag, ContentItemJson.Of(now, isWhole: true))
            : ApiAnswer.Refused(refusals);

    private async Task<IResult> TellAsync(HttpContext context, string id, string? location = null)
    {
        var edition = (await editions.NewestAsync(id, context.RequestAborted))!;
        return ApiAnswer.Done(context, ContentItemJson.Of(edition, isWhole: true), ContentItemJson.TagOf(edition, isWhole: true), location);
    }

    // The same call sent twice makes one item: the key says which, and with what was sent which version.
    private static (string? Id, string? VersionId) Identify(HttpContext context, JsonObject item)
    {
        var chosen = item.Text("ContentItemId");
        if (context.Request.Headers[KeyHeader].ToString() is not { Length: > 0 } key)
        {
            return (chosen, null);
        }

        var sent = item.ToJsonString();
        item["ContentItemId"] = chosen ?? IdOf($"{context.Tenant().Id} {context.Caller().Actor.AccountId} {key}");
        return (item.Text("ContentItemId"), IdOf($"{context.Tenant().Id} {context.Caller().Actor.AccountId} {key} {sent}"));
    }

    private async Task<IResult> AgainAsync(HttpContext context, ContentEdition existing, string? versionId) =>
        versionId is not null
            && await editions.FindAsync(existing.Item.Id, versionId, context.RequestAborted) is not null
            && await rights.MayOpenAsync(context.Caller().Actor, existing.Item, context.RequestAborted)
            ? await TellAsync(context, existing.Item.Id)
            : ApiAnswer.Refused(RefusalKind.Conflict, localizer["There is content with this id, or made with this key, already."], "ContentItemId");

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..UniqueId.Length];
}
