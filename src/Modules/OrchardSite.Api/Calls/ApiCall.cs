using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using OrchardSite.Users;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Api;

/// <summary>
/// Before each operation of the API: the language, and who calls. A token is taken from the header alone. Cookies count for
/// nothing here, so that no page of another site can call in a person's name.
/// </summary>
internal sealed partial class ApiCall(ILogger<ApiCall> logger) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        SpeakTheirLanguage(context);
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Authorization, Accept-Language";
        // The parameters have been read by now, and whether they could be is asked only of who may call.
        var isUnreadable = context.Response.StatusCode == StatusCodes.Status400BadRequest;
        context.Response.StatusCode = StatusCodes.Status200OK;
        var text = context.RequestServices.GetRequiredService<IStringLocalizer>();
        var sent = context.Request.Headers.Authorization.ToString();
        var token = sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;
        if (await context.RequestServices.GetRequiredService<TokenCheck>().FindAsync(token, context.RequestAborted) is not { } caller)
        {
            return Stranger(context, token, text);
        }

        if (isUnreadable)
        {
            return ApiAnswer.Problem(StatusCodes.Status400BadRequest, text["A parameter of the address cannot be read."]);
        }

        context.Features.Set(caller);
        try
        {
            return await next(invocation);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or BadHttpRequestException))
        {
            LogFailure(logger, context.Request.Path, context.TraceIdentifier, exception);
            context.Response.Headers.ETag = default;
            return ApiAnswer.Problem(StatusCodes.Status500InternalServerError, text["Something went wrong here. The failure has been recorded under {0}.", context.TraceIdentifier]);
        }
    }

    private static IResult Stranger(HttpContext context, string? token, IStringLocalizer text)
    {
        if (token is not null && context.RequestServices.GetRequiredService<TokenLimits>().CountFailure(ClientAddress.Of(context)) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ApiAnswer.Problem(StatusCodes.Status429TooManyRequests, text["There were too many tries. Please wait {0} minutes and try again.", (int)Math.Ceiling(wait.TotalMinutes)]);
        }

        context.Response.Headers.WWWAuthenticate = token is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return ApiAnswer.Problem(StatusCodes.Status401Unauthorized, token is null
            ? text["Send an access token of this site in the header Authorization: Bearer."]
            : text["This is no access token of this site, or it has ended or was revoked."]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Call of {Path} failed: {TraceId}")]
    private static partial void LogFailure(ILogger logger, string path, string traceId, Exception exception);

    private static void SpeakTheirLanguage(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is not null && PersonLanguageAttribute.Languages.ContainsKey(language));
        if (wanted is not null)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(wanted);
        }

        context.Response.Headers[HeaderNames.ContentLanguage] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    }
}

internal static class ApiCallerContext
{
    public static ApiCaller Caller(this HttpContext context) => context.Features.GetRequiredFeature<ApiCaller>();
}
