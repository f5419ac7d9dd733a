namespace OrchardSite.Api;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class ApiAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("CreateAccessToken", "Made an access token"),
        ("RevokeAccessToken", "Revoked an access token"),
    ];
}
