using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.PageCache;
using OrchardSite.Users;

namespace OrchardSite.Media;

/// <summary>Sends a file of any site's library that every reader of that site may see, to whoever asks on this one.</summary>
/// <param name="siteId">Whose library it is.</param>
public delegate Task<IResult> SendPublicMedia(HttpContext context, int siteId, string path);

/// <summary>Sends the files of a site's library: whole, in ranges, or as a picture of another size.</summary>
internal sealed partial class MediaEndpoint(MediaIndex index, ChangeFeed feed, MediaStore store, SizedPictures pictures, DownloadCounter downloads, IOptions<MediaOptions> options, ILogger<MediaEndpoint> logger)
{
    public const string Route = MediaAddress.PathStart + "{**path}";

    // An address without a fingerprint shows a replaced file within this time.
    private const string ShortLived = "public, max-age=300";

    // What only some may see stays in no cache.
    private const string Unkept = "private, no-store";

    // Whoever opens the file by its own address must not meet it acting in the site's name.
    private const string Powerless = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

    public Task<IResult> SendAsync(HttpContext context, string? path) => SendAsync(context, context.Tenant().Id, path, isForReaders: false);

    /// <inheritdoc cref="SendPublicMedia"/>
    public Task<IResult> SendPublicAsync(HttpContext context, int siteId, string path) => SendAsync(context, siteId, path, isForReaders: true);

    private async Task<IResult> SendAsync(HttpContext context, int siteId, string? path, bool isForReaders)
    {
        if (!MediaPath.TryRead(path ?? "", out var asked, out _)
            || MediaType.Of(asked) is not { } type
            || await index.FindAsync(siteId, asked, feed.Position) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        // To strangers a secured file is none.
        var isSecured = options.Value.IsSecured(asked) || options.Value.IsSecured(entry.Path);
        if (isSecured && (isForReaders || !(await context.RequestServices.GetRequiredService<CurrentActor>().GetAsync(context.User, context.RequestAborted)).Can(MediaPermissions.ViewMediaContent)))
        {
            return TypedResults.NotFound();
        }

        var original = store.FileOf(entry.Sha256);
        if (!File.Exists(original))
        {
            LogMissing(logger, asked, original);
            return TypedResults.NotFound();
        }

        if (!ImageProfile.IsAskedFor(context.Request.Query))
        {
            AddHeaders(context, asked, type, entry, isSecured);
            await downloads.CountAsync(context, type, entry);
            return Send(original, entry.ContentType, entry.Sha256, entry);
        }

        if (!type.IsResizable || !pictures.TryRead(context.Request.Query, asked, out var profile))
        {
            return TypedResults.NotFound();
        }

        if (await pictures.FindOrMakeAsync(entry, profile) is not { } sized)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        AddHeaders(context, asked, type, entry, isSecured);
        return Send(sized, profile.ContentType, $"{entry.Sha256}-{profile.FileNameWith(entry.Focus)}", entry);
    }

    private static void AddHeaders(HttpContext context, string path, MediaType type, MediaEntry entry, bool isSecured)
    {
        var headers = context.Response.Headers;
        var isCurrent = context.Request.Query[MediaAddress.FingerprintKey] == entry.Fingerprint;
        headers.CacheControl = isSecured ? Unkept : isCurrent ? StoredPage.Immutable : ShortLived;
        headers.XContentTypeOptions = "nosniff";
        if (type.Family is MediaFamily.Drawing or MediaFamily.Download)
        {
            headers.ContentSecurityPolicy = Powerless;
        }

        if (type.Family is MediaFamily.Document or MediaFamily.Download)
        {
            var disposition = new ContentDispositionHeaderValue(type.Family == MediaFamily.Document ? "inline" : "attachment");
            disposition.SetHttpFileName(Path.GetFileName(path));
            headers.ContentDisposition = disposition.ToString();
        }
    }

    private static IResult Send(string file, string contentType, string tag, MediaEntry entry) => TypedResults.PhysicalFile(
        file,
        contentType,
        lastModified: new DateTimeOffset(entry.ModifiedUtc),
        entityTag: new EntityTagHeaderValue($"\"{tag}\""),
        enableRangeProcessing: true);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file {Path} of the library should be at {File}, but is not there")]
    private static partial void LogMissing(ILogger logger, string path, string file);
}
