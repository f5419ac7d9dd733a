using Microsoft.AspNetCore.Http;

namespace OrchardSite.Theming;

/// <summary>Serves the theme's files before a request has found its site, so that the page which says that there is none is styled too.</summary>
public sealed class SharedThemeFiles(RequestDelegate next, ThemeFiles files)
{
    private static readonly PathString Start = "/" + ThemeFiles.PathStart;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Path.StartsWithSegments(Start, StringComparison.Ordinal, out var file)
            && files.Find(file.Value!.TrimStart('/')) is { } found
                ? found.WriteAsync(context)
                : next(context);
    }
}
