using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OrchardSite.Tests.Users;

/// <summary>An OpenID Connect provider on a loopback port, where the same person is always signed in already.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private const string ClientId = "cong";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "khoa" };
    private readonly WebApplication _app;
    private string _nonce = "";

    private IdentityProvider(WebApplication app) => _app = app;

    public string Subject { get; set; } = "nguoi-1";

    public string Email { get; set; } = People.Email;

    public bool IsEmailVerified { get; set; } = true;

    /// <summary>The person says no.</summary>
    public bool Denies { get; set; }

    public string Authority => _app.Urls.Single();

    public Dictionary<string, string?> Settings => new()
    {
        ["OpenIdConnect:0:Name"] = "Đăng nhập tỉnh",
        ["OpenIdConnect:0:Authority"] = Authority,
        ["OpenIdConnect:0:ClientId"] = ClientId,
        ["OpenIdConnect:0:ClientSecret"] = "bí mật",
    };

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new IdentityProvider(app);
        provider.Map();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Rsa.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = Authority + "/authorize",
            ["token_endpoint"] = Authority + "/token",
            ["userinfo_endpoint"] = Authority + "/userinfo",
            ["jwks_uri"] = Authority + "/keys",
        }));
        _app.MapGet("/keys", () =>
        {
            var key = _key.Rsa.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        _app.MapGet("/authorize", (string redirect_uri, string state, string nonce) =>
        {
            _nonce = nonce;
            return Results.Redirect($"{redirect_uri}?state={Uri.EscapeDataString(state)}&{(Denies ? "error=access_denied" : "code=mot-lan")}");
        });
        _app.MapPost("/token", () => Results.Json(new { access_token = "vao", token_type = "Bearer", id_token = IdToken() }));
        _app.MapGet("/userinfo", () => Results.Json(new Dictionary<string, object> { ["sub"] = Subject, ["email"] = Email, ["email_verified"] = IsEmailVerified }));
    }

    private string IdToken()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = _nonce },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }
}
