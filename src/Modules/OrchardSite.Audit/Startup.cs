using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Users;

namespace OrchardSite.Audit;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => AuditManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddChangeConsumer<SealAudit>();
        services.AddHostedService(provider => provider.GetRequiredService<SealAudit>());
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<OperationNames>();
        services.AddSingleton<AuditTable>();
        services.AddPermissions(AuditPermissions.ViewAuditLog);
        services.AddPagesOf(typeof(Startup).Assembly);
    }
}
