using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Api;

/// <summary>Reads what a call sends. Scoped.</summary>
internal sealed class ApiBody(IStringLocalizer localizer)
{
    public const string JsonType = "application/json";

    public const string PatchType = "application/merge-patch+json";

    public const string FileType = "application/octet-stream";

    /// <summary>Of JSON, in bytes; long texts with tables stay far below.</summary>
    public const long LongestJson = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <returns>The object, or the answer to who has sent none.</returns>
    public async Task<(JsonObject? Json, IResult? Refusal)> ReadAsync(HttpContext context, string type = JsonType)
    {
        if (WrongType(context, type) is { } wrong)
        {
            return (null, wrong);
        }

        Allow(context, LongestJson);
        try
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            // What no database takes in a text.
            return !text.Contains("\\u0000", StringComparison.OrdinalIgnoreCase) && JsonNode.Parse(text, documentOptions: Strict) is JsonObject json
                ? (json, null)
                : (null, ApiAnswer.Problem(StatusCodes.Status400BadRequest, localizer["The body must be a JSON object."]));
        }
        catch (JsonException)
        {
            return (null, ApiAnswer.Problem(StatusCodes.Status400BadRequest, localizer["The body must be a JSON object."]));
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiAnswer.Refused(RefusalKind.TooLarge, localizer["The body is larger than {0} MB.", LongestJson / 1024 / 1024]));
        }
    }

    public IResult? WrongType(HttpContext context, string type) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var sent) && sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
            ? null
            : ApiAnswer.Problem(StatusCodes.Status415UnsupportedMediaType, localizer["The body must be sent as {0}.", type]);

    /// <summary>Takes no more of the body than this, in bytes.</summary>
    public static void Allow(HttpContext context, long most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
    }
}
