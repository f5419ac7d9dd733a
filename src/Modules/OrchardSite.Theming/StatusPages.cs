using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Tenants;

namespace OrchardSite.Theming;

/// <summary>Gives every refusal without a body its page in the theme, and turns an unexpected failure into one that tells nothing but a number.</summary>
public sealed partial class StatusPages(RequestDelegate next, ILogger<StatusPages> logger)
{
    // For the moment when even the theme fails.
    private const string LastResort = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>500</title><p>Hệ thống đang gặp sự cố. Vui lòng thử lại sau.</p><p lang=\"en\">Something went wrong. Please try again later.</p></html>";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailure(logger, context.Request.Path, exception);
            Clear(context.Response);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var response = context.Response;
        if (!response.HasStarted && response.StatusCode >= 400 && response.ContentLength is null && response.ContentType is null)
        {
            await ShowAsync(context);
        }
    }

    private async Task ShowAsync(HttpContext context)
    {
        // A scope of its own: the request's may be what failed, and an unknown host has entered no tenant.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        if (context.TryTenant() is { } tenant)
        {
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant.Identity);
        }

        try
        {
            var renderer = scope.ServiceProvider.GetRequiredService<PageRenderer>();
            var page = await renderer.BeginAsync(context);
            await renderer.SendAsync(page, ShapeOf(context));
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailure(logger, context.Request.Path, exception);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(LastResort, context.RequestAborted);
        }
    }

    private static Shape ShapeOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Shape("NotFound") { ["Path"] = (context.Request.PathBase + context.Request.Path).Value },
        StatusCodes.Status403Forbidden => new Shape("Forbidden"),
        StatusCodes.Status503ServiceUnavailable => new Shape("Unavailable"),
        < 500 => new Shape("Refused") { ["Status"] = context.Response.StatusCode },
        _ => new Shape("ServerError") { ["RequestId"] = context.TraceIdentifier },
    };

    private static void Clear(HttpResponse response)
    {
        foreach (var name in new[] { "Content-Type", "Content-Length", "Content-Encoding", "ETag", "Cache-Control", "Location" })
        {
            response.Headers.Remove(name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request for {Path} failed")]
    private static partial void LogFailure(ILogger logger, string path, Exception exception);
}
