using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace OrchardSite.Benchmarks.Load;

/// <summary>What the portal is measured against: Kestrel with one delegate that sends a stored answer, as fast as ASP.NET Core can.</summary>
internal static class BareKestrel
{
    public const string Verb = "bare";

    public static async Task<int> ServeAsync(FileInfo file, string url, CancellationToken cancellationToken)
    {
        var answer = JsonSerializer.Deserialize<StoredAnswer>(await File.ReadAllBytesAsync(file.FullName, cancellationToken))!;
        var headers = answer.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value))).ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            foreach (var (name, value) in headers)
            {
                response.Headers[name] = value;
            }

            response.ContentLength = answer.Body.Length;
            return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
        });
        await app.RunAsync(cancellationToken);
        return 0;
    }
}
