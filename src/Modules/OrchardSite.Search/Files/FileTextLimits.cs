namespace OrchardSite.Search.Files;

/// <summary>What may be spent on one file; sizes in bytes.</summary>
public sealed record FileTextLimits
{
    public static FileTextLimits Default { get; } = new();

    public long FileSize { get; init; } = 50L * 1024 * 1024;

    /// <summary>Of the text; what comes after is left out.</summary>
    public int Characters { get; init; } = 500_000;

    /// <summary>When it is over, what was read until then is the text.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>So long after <see cref="Time"/> a reading that does not come to an end by itself is broken off, without any text.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>By so much the memory of the process may grow meanwhile.</summary>
    public long Memory { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Unpacked, of one part of a package or one stream of a PDF.</summary>
    public long Part { get; init; } = 64L * 1024 * 1024;

    /// <summary>Unpacked, of all that is read of a package.</summary>
    public long Package { get; init; } = 192L * 1024 * 1024;
}
