using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;

namespace OrchardSite.Web;

/// <summary>Gives <c>dotnet ef</c> the model of all modules: <c>-- --provider sqlite</c> or <c>-- --provider postgresql</c>.</summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SiteDbContext>
{
    private const string Provider = "--provider";

    public SiteDbContext CreateDbContext(string[] args)
    {
        var connection = args is [Provider, var name] ? ConnectionFor(name) : throw Unknown();
        var options = new PortalOptions
        {
            Settings = new Dictionary<string, string?> { [$"ConnectionStrings:{DatabaseChoice.ConnectionName}"] = connection },
        };
        return PortalHost.Build(options).Services.GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateDbContext();
    }

    // Adding a migration compares models: nothing is ever connected to.
    private static string ConnectionFor(string provider) => provider switch
    {
        "sqlite" => "",
        "postgresql" => "Host=localhost;Database=orchardsite",
        _ => throw Unknown(),
    };

    private static ArgumentException Unknown() => new($"Say which database: {Provider} sqlite or {Provider} postgresql.");
}
