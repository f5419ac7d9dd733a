namespace OrchardSite.Content.Operations;

/// <summary>
/// Items that may be saved, published or taken down in this scope whatever the person's own rights on content: a module that has
/// rules of its own on who may has checked them. Scoped.
/// </summary>
public sealed class ContentPermits
{
    private readonly HashSet<string> _items = new(StringComparer.Ordinal);

    /// <summary>Permits it until the result is disposed.</summary>
    public IDisposable Give(string contentItemId)
    {
        _items.Add(contentItemId);
        return new Permit(_items, contentItemId);
    }

    internal bool Has(string contentItemId) => _items.Contains(contentItemId);

    private sealed class Permit(HashSet<string> items, string contentItemId) : IDisposable
    {
        public void Dispose() => items.Remove(contentItemId);
    }
}
