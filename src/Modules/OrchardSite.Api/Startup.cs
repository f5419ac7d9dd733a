using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Api;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => ApiManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
