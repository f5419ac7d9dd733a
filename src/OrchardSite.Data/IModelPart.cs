using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

/// <summary>A module's share of the database: it maps its entities. Registered in the module's Startup.</summary>
public interface IModelPart
{
    /// <summary>Maps the module's entities. Keys and unique indexes of tenant-owned entities start with TenantId.</summary>
    void Build(ModelBuilder model);
}

/// <summary>All model parts together; a class of its own, so that the context can ask for it by type.</summary>
public sealed class SiteModel(IEnumerable<IModelPart> parts)
{
    internal void Build(ModelBuilder model)
    {
        foreach (var part in parts)
        {
            part.Build(model);
        }
    }
}
