using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Media;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

/// <summary>What of the library is asked for.</summary>
internal sealed record MediaQuery
{
    [FromQuery(Name = "folder"), Description("Without it the top of the library.")]
    public string? Folder { get; init; }

    [FromQuery(Name = "q"), Description("Words of the name, in the folder and those below it.")]
    public string? Words { get; init; }

    [FromQuery(Name = "page"), Description("From 1.")]
    public int? Page { get; init; }

    [FromQuery(Name = "size"), Description("Entries on a page, 1 to 100; 20 without it.")]
    public int? Size { get; init; }
}

/// <summary>The library as programs use it: by the operations of its pages. Scoped.</summary>
internal sealed class MediaApi(MediaList list, SaveMediaFile save, DeleteMediaFile delete, IOptions<MediaOptions> options, ApiPaging paging, ApiBody body, ApiMatch match, IStringLocalizer localizer)
{
    public async Task<IResult> ListAsync(HttpContext context, MediaQuery query)
    {
        if (Forbid(context) is { } forbidden)
        {
            return forbidden;
        }

        if (paging.Check(query.Page, query.Size) is { } wrong)
        {
            return wrong;
        }

        var (page, size) = (query.Page ?? 1, query.Size ?? ApiPaging.UsualSize);
        var found = await list.FindAsync(new MediaFilter { Folder = query.Folder, Q = query.Words, Sort = MediaOrder.Name, Page = page }, context.RequestAborted, size);
        return found is null
            ? ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such folder."], "folder")
            : paging.Answer(context, found.Files.Select(MediaFileJson.Of).ToArray(), page, size, found.Count);
    }

    public async Task<IResult> GetAsync(HttpContext context, string path) =>
        Forbid(context) is { } forbidden ? forbidden
        : await list.FindAsync(Readable(path), context.RequestAborted) is { } file ? ApiAnswer.Read(context, MediaFileJson.Of(file), MediaFileJson.TagOf(file))
        : NotFound();

    /// <summary>Puts the body there: If-None-Match * where no file may be, If-Match with the tag of the one that it replaces.</summary>
    public async Task<IResult> PutAsync(HttpContext context, string path, string? altText)
    {
        if (body.WrongType(context, ApiBody.FileType) is { } wrong)
        {
            return wrong;
        }

        if (Forbid(context) is { } forbidden)
        {
            return forbidden;
        }

        path = Readable(path);
        var existing = await list.FindAsync(path, context.RequestAborted);
        if (MayPut(context, existing) is { } unseen)
        {
            return unseen;
        }

        var most = options.Value.FileSizeOf(context.Tenant().Name);
        // The operation itself says what is too large, and in which words.
        ApiBody.Allow(context, most + 1);
        await using var content = Temporary();
        try
        {
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            content.SetLength(most + 1);
        }

        var saved = await save.RunAsync(new MediaUpload(path, content, altText, existing?.Revision ?? 0), context.Caller().Actor, context.RequestAborted);
        if (!saved.Succeeded)
        {
            return await RefuseAsync(context, path, saved.Refusals);
        }

        var file = saved.Value;
        return ApiAnswer.Done(context, MediaFileJson.Of(file), MediaFileJson.TagOf(file), existing is null ? $"/{ApiRoutes.Base}/media/{Uri.EscapeDataString(file.Path)}" : null);
    }

    public async Task<IResult> DeleteAsync(HttpContext context, string path)
    {
        if (Forbid(context) is { } forbidden)
        {
            return forbidden;
        }

        if (await list.FindAsync(Readable(path), context.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        if (match.Check(context, MediaFileJson.TagOf(file), () => MediaFileJson.Of(file)) is { } unseen)
        {
            return unseen;
        }

        var deleted = await delete.RunAsync(file.Path, file.Revision, context.Caller().Actor, context.RequestAborted);
        return deleted.Succeeded ? TypedResults.NoContent() : await RefuseAsync(context, file.Path, deleted.Refusals);
    }

    private IResult? MayPut(HttpContext context, MediaFile? existing) =>
        existing is not null && !context.Request.Headers.IfNoneMatch.Contains("*") ? match.Check(context, MediaFileJson.TagOf(existing), () => MediaFileJson.Of(existing))
        : existing is not null ? match.Stale(context, MediaFileJson.TagOf(existing), MediaFileJson.Of(existing))
        : context.Request.Headers.IfNoneMatch.Contains("*") ? null
        : context.Request.Headers.IfMatch.Count == 0 ? match.Missing()
        : NotFound();

    private async Task<IResult> RefuseAsync(HttpContext context, string path, IReadOnlyList<Refusal> refusals) =>
        refusals[0].Kind == RefusalKind.Conflict
            && await list.FindAsync(path, context.RequestAborted) is { } now && context.Request.Headers.IfMatch.Count > 0 && !ApiMatch.Matches(context, MediaFileJson.TagOf(now))
            ? match.Stale(context, MediaFileJson.TagOf(now), MediaFileJson.Of(now))
            : ApiAnswer.Refused(refusals);

    // As the library's pages: whoever may put files somewhere sees all of it.
    private IResult? Forbid(HttpContext context)
    {
        var actor = context.Caller().Actor;
        return actor.Can(MediaPermissions.ManageOwnMedia) || actor.CanInPart(MediaPermissions.OfFolder(""))
            ? null
            : ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you use the library."]);
    }

    private IResult NotFound() => ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such file in the library."]);

    // A program may have written the slashes of the path as one value of an address.
    private static string Readable(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), $"orchardsite-{UniqueId.New()}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
