using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Web;

namespace OrchardSite.Architecture.Tests;

/// <summary>The portal's services as the host puts them together; nothing is started, and no database is opened.</summary>
internal static class PortalServices
{
    private static readonly Lazy<IServiceProvider> Embedded = new(() => Build(new Dictionary<string, string?>()));
    private static readonly Lazy<IServiceProvider> PostgreSql = new(() => Build(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Default"] = "Host=localhost;Database=never_opened",
    }));

    public static T Get<T>(string database = "sqlite")
        where T : notnull => (database == "sqlite" ? Embedded : PostgreSql).Value.GetRequiredService<T>();

    private static IServiceProvider Build(Dictionary<string, string?> settings) => PortalHost.Build(new PortalOptions
    {
        DataFolder = Path.Combine(Path.GetTempPath(), "orchardsite-architecture"),
        Settings = settings,
    }).Services;
}
