using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Users.Pages.Account;

/// <summary>The one style sheet of the account pages; its address changes with its content.</summary>
internal static class AccountStyle
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = $"~/{AccountPaths.Style}?v={Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 6))}";

    public static Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/css; charset=utf-8";
        response.ContentLength = Content.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Content, 0, Content.Length, context.RequestAborted);
    }

    private static byte[] Read()
    {
        using var stream = typeof(AccountStyle).Assembly.GetManifestResourceStream("account.css")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
