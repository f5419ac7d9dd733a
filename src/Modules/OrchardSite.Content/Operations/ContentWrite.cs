using System.Text.Json.Nodes;

namespace OrchardSite.Content.Operations;

/// <summary>One item to be written: its checked draft, the row it has so far, and what is to become of it.</summary>
public sealed class ContentWrite(ContentDraft draft, ContentItem? existing)
{
    public ContentDraft Draft { get; } = draft;

    /// <summary>The tracked row; null for a new item.</summary>
    public ContentItem? Existing { get; } = existing;

    /// <summary>True when this version becomes the one that readers see.</summary>
    public required bool Publish { get; init; }

    public required string VersionId { get; init; }

    /// <summary>Null when the version is stored already.</summary>
    public int? NewVersionNumber { get; init; }

    /// <summary>The version's number, when it is stored already.</summary>
    public int? StoredVersionNumber { get; init; }

    public required string Operation { get; init; }

    public required string Owner { get; init; }

    /// <summary>Account of the owner of a new item; null for what no person has made.</summary>
    public int? OwnerId { get; init; }

    public required string Author { get; init; }

    /// <summary>What readers are told of the change that is published.</summary>
    public UpdateLine Update { get; init; } = UpdateLine.None;

    /// <summary>Account of the author of a new version; null for what no person has made.</summary>
    public int? AuthorId { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ModifiedUtc { get; init; }

    public string? ChangeNote { get; init; }

    /// <summary>Where the item stands among those written together, such as <c>[2].</c>; comes before the paths of refusals.</summary>
    public string Place { get; init; } = "";

    public bool IsPublic => Publish && Draft.IsForEveryReader;

    /// <summary>What readers had of it before; taken down before the row is written over.</summary>
    public bool WasPublished { get; } = existing?.PublishedVersionId is not null;

    private readonly string? _formerPath = existing?.Path;

    /// <summary>True when it had another address before.</summary>
    public bool HasMoved => Publish && _formerPath is not null && _formerPath != Draft.Path;

    /// <summary>True when the item's alias becomes the draft's: that of a published item stays until the draft is published.</summary>
    public bool SetsAlias => Publish || !WasPublished;

    public Refusal Refuse(RefusalKind kind, string message, string field) => new(kind, message, Place + field);

    /// <summary>JSON of the fields that lists show.</summary>
    public string SummaryJson() => Select(Draft.Type.SummaryFields)?.ToJsonString(CompactJson.Options) ?? "{}";

    /// <summary>The version's JSON without the fields that readers never see, and those apart.</summary>
    public (string Json, string? Private) VersionJson()
    {
        if (Select(Draft.Type.PrivateFields) is not { } hidden)
        {
            return (Draft.Content.ToJsonString(CompactJson.Options), null);
        }

        var open = Draft.Content.DeepClone().AsObject();
        foreach (var (part, field) in Draft.Type.PrivateFields)
        {
            (open[part] as JsonObject)?.Remove(field);
        }

        return (open.ToJsonString(CompactJson.Options), hidden.ToJsonString(CompactJson.Options));
    }

    private JsonObject? Select(IReadOnlyList<(string Part, string Field)> fields)
    {
        JsonObject? selected = null;
        foreach (var (part, field) in fields)
        {
            if ((Draft.Content[part] as JsonObject)?[field] is { } value)
            {
                selected ??= [];
                var target = selected[part] as JsonObject;
                if (target is null)
                {
                    selected[part] = target = [];
                }

                target[field] = value.DeepClone();
            }
        }

        return selected;
    }
}
