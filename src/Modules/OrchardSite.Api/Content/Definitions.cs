using OrchardSite.Content.Definitions;

namespace OrchardSite.Api;

/// <summary>The content types of the site. Scoped.</summary>
internal sealed class Definitions(DefinitionStore store)
{
    public async Task<ContentType?> FindAsync(string? name) => name is null ? null : (await store.GetAsync()).Find(name);
}
