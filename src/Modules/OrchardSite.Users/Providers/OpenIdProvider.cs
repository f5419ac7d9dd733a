namespace OrchardSite.Users.Providers;

/// <summary>Settings <c>OpenIdConnect:0:*</c> and so on: somebody else who knows the people, such as the province's single sign-on.</summary>
public sealed class OpenIdProvider
{
    /// <summary>What the button on the sign-in page calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The issuer's address.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public string ClientSecret { get; init; } = "";
}

/// <summary>All providers of the installation; each one's scheme tells its place in the settings.</summary>
public sealed class OpenIdProviders(IReadOnlyList<OpenIdProvider> list)
{
    private const string SchemePrefix = "openid-";

    public IEnumerable<(string Scheme, OpenIdProvider Provider)> All => list.Select((provider, index) => (SchemePrefix + index, provider));

    public OpenIdProvider? Find(string? scheme) => All.FirstOrDefault(entry => entry.Scheme == scheme).Provider;
}
