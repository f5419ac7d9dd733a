using System.Text.Json.Nodes;

namespace OrchardSite.Content;

/// <summary>Writes into an item's content, as the fields of its type have it, which site it comes from.</summary>
public interface IContentOrigin
{
    /// <summary>The type whose items can be shared between sites.</summary>
    string ContentType { get; }

    /// <param name="content">The item's parts.</param>
    /// <param name="site">Name of the site as its readers know it.</param>
    /// <param name="address">Of the original, for readers; empty where there is none.</param>
    /// <param name="categoryId">The category of the site that takes it.</param>
    void Set(JsonObject content, string site, string address, string categoryId);
}
