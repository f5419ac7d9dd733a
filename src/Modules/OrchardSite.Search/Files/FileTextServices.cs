using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Files;

public static class FileTextServices
{
    public static IServiceCollection AddFileTexts(this IServiceCollection services) =>
        services.AddSingleton<FileTexts>().AddSingleton<ITenantFiles, FileTextsOfTenant>().AddScoped<IMediaNotes, UnsearchableFiles>();
}

/// <summary>Comes after the library has taken a removed tenant's files away: their texts go with them.</summary>
internal sealed class FileTextsOfTenant(FileTexts texts) : ITenantFiles
{
    public Task RemoveAsync(TenantIdentity tenant, CancellationToken cancellationToken)
    {
        texts.Sweep();
        return Task.CompletedTask;
    }
}
