namespace OrchardSite.Data;

/// <summary>
/// How far something has followed the change feed for good. Moved on in the transaction of what it did with a change, so that
/// each is done once, whatever crashes, and by one node.
/// </summary>
[GlobalEntity("The feed is one for all tenants.")]
public sealed class FeedPosition
{
    public const int LongestName = 64;

    public required string Name { get; init; }

    public required long Sequence { get; set; }
}
