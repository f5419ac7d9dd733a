using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Listing;
using OrchardSite.Content.Operations;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

/// <summary>Content as programs read it. Scoped.</summary>
internal sealed class ReadContentApi(ContentList list, ContentEditions editions, ContentRights rights, IContentMoves moves, ApiPaging paging, TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    private const string PublishedVersion = "published";
    private const string LatestVersion = "latest";

    private static readonly ContentState[] States = [ContentState.Published, ContentState.Draft, ContentState.Changed];

    public async Task<IResult> ListAsync(HttpContext context, ContentQuery query)
    {
        var actor = context.Caller().Actor;
        if (paging.Check(query.Page, query.Size) is { } wrong)
        {
            return wrong;
        }

        if (!TryState(query.State, out var state))
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["The state is one of: {0}.", string.Join(", ", States)], "state");
        }

        var types = await list.TypesAsync(actor);
        if (query.Type is { } wanted && types.All(type => type.Name != wanted) && !await list.ExistsAsync(wanted))
        {
            return ApiAnswer.Refused(RefusalKind.Invalid, localizer["There is no content type named {0}.", wanted], "type");
        }

        types = [.. types.Where(type => query.Type is null || type.Name == query.Type)];
        if (types.Count == 0)
        {
            return ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you see lists of this content."]);
        }

        var (page, size) = (query.Page ?? 1, query.Size ?? ApiPaging.UsualSize);
        var filter = new ContentListFilter { Query = query.Words, State = state, Category = query.Category, SinceUtc = query.ModifiedSince?.UtcDateTime };
        var skip = (int)Math.Min((page - 1L) * size, int.MaxValue);
        var slice = await list.SliceAsync(types, filter, (await settings.GetAsync(context.Tenant().Id)).TimeZone, actor, skip, size, context.RequestAborted);
        var newest = await editions.NewestAsync(slice.Items, context.RequestAborted);
        return paging.Answer(context, newest.Select(edition => ContentItemJson.Of(edition, isWhole: true)).ToArray(), page, size, slice.Count);
    }

    /// <param name="version">published, latest or the id of a version; null: the newest that the caller may see.</param>
    public async Task<IResult> GetAsync(HttpContext context, string id, string? version)
    {
        var newest = await editions.NewestAsync(id, context.RequestAborted);
        if (newest is null or { Item.DeletedUtc: not null })
        {
            return NotFound();
        }

        var isWhole = await rights.MayOpenAsync(context.Caller().Actor, newest.Item, context.RequestAborted);
        if (!isWhole && (!newest.Item.IsPublic || version is not (null or PublishedVersion)))
        {
            return ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you see drafts of this content."]);
        }

        var wanted = version is null ? (isWhole ? LatestVersion : PublishedVersion) : version;
        var shown = wanted == LatestVersion ? newest : await FindAsync(newest, wanted, context.RequestAborted);
        return shown is null ? NotFound() : ApiAnswer.Read(context, ContentItemJson.Of(shown, isWhole), ContentItemJson.TagOf(shown, isWhole));
    }

    /// <summary>What the caller can do with the newest version, as the editor offers it after saving.</summary>
    public async Task<IResult> MovesAsync(HttpContext context, string id, Definitions definitions)
    {
        var actor = context.Caller().Actor;
        if (await editions.NewestAsync(id, context.RequestAborted) is not { Item.DeletedUtc: null } newest || await definitions.FindAsync(newest.Item.ContentType) is not { } type)
        {
            return NotFound();
        }

        if (!await rights.MayOpenAsync(actor, newest.Item, context.RequestAborted))
        {
            return ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you see drafts of this content."]);
        }

        var offered = await moves.AfterSaveAsync(type, newest.Item, actor, context.RequestAborted);
        return ApiAnswer.Read(context, offered.Select(move => new ContentMoveJson(move.Name, move.Text)).ToArray());
    }

    private IResult NotFound() => ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such content."]);

    private async Task<ContentEdition?> FindAsync(ContentEdition newest, string version, CancellationToken cancellationToken)
    {
        var id = version == PublishedVersion ? newest.Item.PublishedVersionId : version;
        return id is null ? null : await editions.FindAsync(newest.Item.Id, id, cancellationToken);
    }

    private static bool TryState(string? text, out ContentState state)
    {
        state = States.FirstOrDefault(one => one.ToString() == text);
        return text is null || state != ContentState.Any;
    }
}
