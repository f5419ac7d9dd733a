using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Data;

/// <summary>Something that audit entries tell of. Each module declares its own in its Startup.</summary>
/// <param name="Name">As <see cref="AuditEntry.Operation"/> has it.</param>
/// <param name="Description">What was done: English text, translated where it is shown.</param>
public sealed record AuditedOperation(string Name, string Description);

public static class AuditedOperations
{
    /// <summary>Declares what a module writes into the audit log, so that people read it in words and can ask for it.</summary>
    public static IServiceCollection AddAudited(this IServiceCollection services, params (string Name, string Description)[] operations)
    {
        foreach (var (name, description) in operations)
        {
            services.AddSingleton(new AuditedOperation(name, description));
        }

        return services;
    }
}
