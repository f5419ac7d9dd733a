using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace OrchardSite.Api;

/// <summary>The OpenAPI description: the same for all sites but for their address, so it is made once.</summary>
internal sealed class ApiDescription(IServiceProvider services)
{
    public const string Document = "v1";

    /// <summary>Stands for the address of the site until it is sent.</summary>
    public const string Site = "https://site.invalid";

    private string? _text;

    public async Task<IResult> SendAsync(HttpContext context)
    {
        _text ??= await MakeAsync(context.RequestAborted);
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(_text.Replace(Site, $"{request.Scheme}://{request.Host}{request.PathBase}", StringComparison.Ordinal), "application/json");
    }

    private async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync(cancellationToken);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }
}
