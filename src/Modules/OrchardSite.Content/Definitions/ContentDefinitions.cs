using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>Every content type of a tenant with its parts and fields; immutable, shared between tenants that define the same.</summary>
public sealed class ContentDefinitions
{
    /// <summary>Name of the tenant's document that holds them, in the form of Orchard Core's ContentDefinition step.</summary>
    public const string Document = "content-definition";

    private readonly FrozenDictionary<string, ContentType> _types;

    public ContentDefinitions(JsonObject json)
    {
        var parts = (json["ContentParts"]?.AsArray() ?? []).Select(part => PartDefinition.Read(part!.AsObject())).ToDictionary(part => part.Name, StringComparer.Ordinal);
        _types = (json["ContentTypes"]?.AsArray() ?? [])
            .Select(type => ContentType.Read(type!.AsObject(), parts))
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public IEnumerable<ContentType> Types => _types.Values;

    public ContentType? Find(string name) => _types.GetValueOrDefault(name);
}
