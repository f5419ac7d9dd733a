using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Media;

/// <summary>
/// The tus protocol for uploads that can be resumed (version 1.0.0, with creation and termination). No page of another site can
/// speak it with a person's cookie: a browser asks before it sends the header that every request must have.
/// </summary>
/// <remarks>https://tus.io/protocols/resumable-upload</remarks>
internal sealed class UploadEndpoint(ResumableUploads uploads)
{
    public const string Route = "/Admin/Media/Uploads";

    private const string Version = "1.0.0";
    private const string VersionHeader = "Tus-Resumable";
    private const string OffsetHeader = "Upload-Offset";
    private const string LengthHeader = "Upload-Length";
    private const string BodyType = "application/offset+octet-stream";

    public async Task<IResult> CreateAsync(HttpContext context, CurrentActor current, SaveMediaFile save)
    {
        var actor = await current.GetAsync(context.User, context.RequestAborted);
        if (!SpeaksTus(context) || actor.AccountId is not { } account)
        {
            return WrongVersion();
        }

        if (ReadNumber(context, LengthHeader) is not { } length || !TryReadName(context, out var path))
        {
            return TypedResults.BadRequest();
        }

        if (save.Refuse(path, length, actor) is { } refusal)
        {
            return TypedResults.Text(refusal.Message, statusCode: (int)refusal.Kind);
        }

        if (uploads.Begin(context.Tenant().Id, account, path, length) is not { } upload)
        {
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        context.Response.Headers.Location = $"{context.Request.PathBase}{Route}/{upload.Key}";
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    public async Task<IResult> TellOffsetAsync(HttpContext context, string key, CurrentActor current)
    {
        if (!SpeaksTus(context))
        {
            return WrongVersion();
        }

        context.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(context, key, current) is not { } upload)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers[OffsetHeader] = uploads.OffsetOf(upload).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers[LengthHeader] = upload.Length.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }

    public async Task<IResult> AppendAsync(HttpContext context, string key, CurrentActor current)
    {
        if (!SpeaksTus(context))
        {
            return WrongVersion();
        }

        if (await FindAsync(context, key, current) is not { } upload)
        {
            return TypedResults.NotFound();
        }

        if (context.Request.ContentType != BodyType)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            await using var content = uploads.Open(upload);
            return await AppendAsync(context, upload, content);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status423Locked);
        }
    }

    public async Task<IResult> RemoveAsync(HttpContext context, string key, CurrentActor current)
    {
        if (!SpeaksTus(context))
        {
            return WrongVersion();
        }

        if (await FindAsync(context, key, current) is not { } upload)
        {
            return TypedResults.NotFound();
        }

        uploads.Remove(upload);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> AppendAsync(HttpContext context, ResumableUpload upload, FileStream content)
    {
        if (ReadNumber(context, OffsetHeader) != content.Length)
        {
            return TypedResults.Conflict();
        }

        // No more than was announced is ever kept, whatever arrives.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = upload.Length - content.Length;
        content.Position = content.Length;
        try
        {
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TypedResults.StatusCode(failure.StatusCode);
        }

        context.Response.Headers[OffsetHeader] = content.Length.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private async Task<ResumableUpload?> FindAsync(HttpContext context, string key, CurrentActor current) =>
        await current.GetAsync(context.User, context.RequestAborted) is { AccountId: { } account } ? uploads.Find(key, context.Tenant().Id, account) : null;

    private static bool SpeaksTus(HttpContext context)
    {
        context.Response.Headers[VersionHeader] = Version;
        return context.Request.Headers[VersionHeader] == Version;
    }

    private static IResult WrongVersion() => TypedResults.StatusCode(StatusCodes.Status412PreconditionFailed);

    private static long? ReadNumber(HttpContext context, string header) =>
        long.TryParse(context.Request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Pairs of a name and a value in Base64: filename bsOgby5qcGc=,folder aGluaC1hbmg=
    private static bool TryReadName(HttpContext context, [NotNullWhen(true)] out string? path)
    {
        path = null;
        var values = new Dictionary<string, string>();
        foreach (var pair in context.Request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[pair.Length];
            if (parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var length))
            {
                values[parts[0]] = Encoding.UTF8.GetString(bytes, 0, length);
            }
        }

        var name = MediaPath.CleanName(values.GetValueOrDefault("filename", ""));
        return name.Length > 0 && MediaPath.TryRead(MediaPath.Join(values.GetValueOrDefault("folder", ""), name), out path, out _);
    }
}
