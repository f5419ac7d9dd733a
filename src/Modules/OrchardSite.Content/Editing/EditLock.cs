using OrchardSite.Data;

namespace OrchardSite.Content.Editing;

/// <summary>Somebody has an item open to edit it. One row per item; who has closed their browser loses it after <see cref="Lifetime"/>.</summary>
public sealed class EditLock : ITenantOwned
{
    /// <summary>How long a lock holds without a sign of life.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    /// <summary>Known to the page that took it alone: the same person in a second window is a second editor.</summary>
    public required string Key { get; set; }

    public required string Holder { get; set; }

    public required DateTime SeenUtc { get; set; }
}
