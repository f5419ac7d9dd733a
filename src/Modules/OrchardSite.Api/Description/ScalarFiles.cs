using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Scalar.AspNetCore;

namespace OrchardSite.Api;

/// <summary>The script of the API's reference, from the package Scalar.AspNetCore, and the few lines that start it.</summary>
internal sealed class ScalarFiles
{
    public const string Path = "api/reference";

    private const string Script = "scalar.js";

    private readonly FrozenDictionary<string, (byte[] Content, bool IsPacked)> _files;

    public ScalarFiles()
    {
        _files = new Dictionary<string, (byte[], bool)>
        {
            // Packed with gzip, which every browser takes.
            [Script] = (Read(typeof(ScalarOptions).Assembly, "ScalarStaticAssets.scalar.js"), true),
            ["prepare.js"] = (Read(typeof(ScalarFiles).Assembly, "OrchardSite.Api.Description.prepare.js"), false),
            ["start.js"] = (Read(typeof(ScalarFiles).Assembly, "OrchardSite.Api.Description.start.js"), false),
            ["reference.css"] = (Read(typeof(ScalarFiles).Assembly, "OrchardSite.Api.Description.reference.css"), false),
        }.ToFrozenDictionary(StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData([.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value.Content)]).AsSpan(0, 8));
    }

    /// <summary>Another one with each change of a file.</summary>
    public string Version { get; }

    public IResult Send(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (file.IsPacked)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(file.Content, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript");
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
