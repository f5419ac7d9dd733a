using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Deployment;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => DeploymentManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
