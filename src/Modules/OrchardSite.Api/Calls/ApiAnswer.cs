using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Api;

/// <summary>Answers of the API, with their entity tags.</summary>
internal static class ApiAnswer
{
    public const string ProblemType = "application/problem+json";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What was asked for; 304 without it for who has it already.</summary>
    /// <param name="tag">With its quotes; null: one is made of the answer itself.</param>
    public static IResult Read<T>(HttpContext context, T value, string? tag = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var own = new EntityTagHeaderValue(tag ?? TagOf(body));
        context.Response.Headers.ETag = own.ToString();
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(own, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>What something is after it was done.</summary>
    /// <param name="location">Where what was made is, inside the site; null where nothing was made.</param>
    public static IResult Done<T>(HttpContext context, T value, string? tag = null, string? location = null)
    {
        if (tag is not null)
        {
            context.Response.Headers.ETag = tag;
        }

        if (location is not null)
        {
            context.Response.Headers.Location = context.Request.PathBase + location;
        }

        return TypedResults.Json(value, Json, statusCode: location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>Why nothing was done, as RFC 9457 has it.</summary>
    public static IResult Refused(IReadOnlyList<Refusal> refusals) => Problem((int)refusals[0].Kind, refusals);

    public static IResult Refused(RefusalKind kind, string message, string? field = null) => Refused([new Refusal(kind, message, field)]);

    public static IResult Problem(int status, string message) => Problem(status, [new Refusal(RefusalKind.Invalid, message)]);

    /// <param name="current">What is there now, for who wanted to change something older.</param>
    public static IResult Problem(int status, IReadOnlyList<Refusal> refusals, object? current = null) => TypedResults.Json(
        new ApiProblem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, refusals[0].Message, [.. refusals.Select(refusal => new ApiFault(refusal.Field, refusal.Message))], current),
        Json,
        ProblemType,
        status);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string TagOf(byte[] body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
}
