using System.Globalization;
using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

public enum CommentState
{
    /// <summary>Nobody has looked at it.</summary>
    New,

    /// <summary>Accepted: readers see it where the round shows comments.</summary>
    Shown,

    /// <summary>Readers never see it; there is a reason.</summary>
    Hidden,
}

/// <summary>What became of a comment, in the words of the law: taken up, in part, or explained why not.</summary>
public enum AnswerKind
{
    TakenUp,
    PartlyTakenUp,
    Explained,
}

/// <summary>
/// What somebody has said about a draft, and what they were answered. It stays when its round is taken down. Who wrote it and how to
/// reach them is personal data: shown to nobody without the permission, forgotten after <see cref="KeepUntil"/>, erased when they ask.
/// </summary>
public sealed class ConsultationComment : ITenantOwned
{
    public const int LongestName = 100;
    public const int LongestOrganisation = 200;
    public const int LongestEmail = 254;
    public const int LongestPhone = 11;
    public const int ShortestText = 10;
    public const int LongestText = 5000;
    public const int LongestReason = 500;
    public const int FingerprintLength = 64;

    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    /// <summary>The round.</summary>
    public required string ItemId { get; init; }

    /// <summary>Counts the comments of the site, for the receipt.</summary>
    public required int Number { get; init; }

    /// <summary>Empty once it was erased.</summary>
    public required string Name { get; set; }

    public string? Organisation { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public required string Text { get; init; }

    /// <summary>Also when consent was given, without which nothing is sent.</summary>
    public required DateTime SentUtc { get; init; }

    /// <summary>The last day of keeping e-mail and phone, as the form promised.</summary>
    public required DateOnly KeepUntil { get; init; }

    /// <summary>The same for the same words of the same person, so that they are kept once; the id when the person is forgotten.</summary>
    public required string Fingerprint { get; set; }

    public CommentState State { get; set; }

    public string? HiddenReason { get; set; }

    public AnswerKind? AnswerKind { get; set; }

    public string? Answer { get; set; }

    public DateTime? AnsweredUtc { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTime? ErasedUtc { get; set; }

    public int Revision { get; set; }

    public string Receipt => string.Create(CultureInfo.InvariantCulture, $"GY-{Number:00000}");

    public bool HasContact => Email is not null || Phone is not null;

    public void ForgetContact() => (Email, Phone, Fingerprint) = (null, null, Id);
}
