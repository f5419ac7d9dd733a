namespace OrchardSite.Search.Files;

/// <summary>Why nothing can be searched of a file.</summary>
public enum NoTextReason
{
    None,

    /// <summary>A picture or another kind of file, one with macros, or one that is damaged.</summary>
    NotReadable,

    /// <summary>It opens only with a password.</summary>
    Encrypted,

    /// <summary>It is, or becomes when it is read, larger than the node may spend on it.</summary>
    TooLarge,

    /// <summary>It has no letters, as a scan has none.</summary>
    NoText,
}

/// <param name="Text">In NFC, with single spaces; empty when there is a reason.</param>
public sealed record FileTextResult(string Text, NoTextReason Reason)
{
    public static FileTextResult Of(NoTextReason reason) => new("", reason);
}

/// <summary>Ends the reading of a file of which nothing is to be kept.</summary>
internal sealed class NoTextException(NoTextReason reason) : Exception(reason.ToString())
{
    public NoTextReason Reason => reason;
}
