namespace OrchardSite.Data;

/// <summary>A row that belongs to one tenant. Reads are filtered and writes are stamped by <see cref="SiteDbContext"/>.</summary>
public interface ITenantOwned
{
    int TenantId { get; set; }
}

/// <summary>Marks an entity that belongs to the whole installation, and says why no tenant owns it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GlobalEntityAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
