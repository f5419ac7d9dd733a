namespace OrchardSite.Audit;

public enum AuditFaultKind
{
    /// <summary>The entry with this number is gone.</summary>
    Missing,

    /// <summary>The entry is not what was sealed: it was changed, or put in the place of another.</summary>
    Changed,

    /// <summary>Entries after the last one are gone.</summary>
    EndMissing,

    /// <summary>The chain does not end in what is noted of its end.</summary>
    EndChanged,

    /// <summary>The entry says that it is older than what was sealed long before it: it was put in afterwards.</summary>
    PutIn,
}

/// <param name="Number">The place in the chain; null for an entry that is not sealed yet.</param>
/// <param name="EntryId">Null where the entry is gone.</param>
public sealed record AuditFault(AuditFaultKind Kind, long? Number, string? EntryId);

/// <param name="Count">How many entries were read in the chain.</param>
/// <param name="Unsealed">How many wait for the next second.</param>
/// <param name="Head">The hash of the last one that was read.</param>
/// <param name="Fault">The first break; null when the chain is whole.</param>
public sealed record AuditVerdict(long Count, int Unsealed, string Head, AuditFault? Fault);
