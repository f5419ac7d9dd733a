namespace OrchardSite.Content.Operations;

/// <summary>What readers are told of a change beside the item.</summary>
/// <param name="Note">What has changed; null: nothing is told.</param>
/// <param name="KeepsFormer">True where what was told of a change before stays.</param>
public sealed record UpdateLine(string? Note, bool KeepsFormer = false)
{
    public static UpdateLine None { get; } = new((string?)null);

    public static UpdateLine AsBefore { get; } = new(null, KeepsFormer: true);
}
