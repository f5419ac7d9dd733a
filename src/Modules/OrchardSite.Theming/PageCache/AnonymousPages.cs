using Microsoft.Extensions.Options;

namespace OrchardSite.Theming.PageCache;

/// <summary>Settings of the page cache, section <c>PageCache</c>.</summary>
public sealed class PageCacheOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Megabytes that stored pages may take; a quarter as much again is for fragments of pages.</summary>
    public int Megabytes { get; init; } = 128;
}

/// <summary>What a stored page was asked by.</summary>
/// <param name="Host">Scheme and host: pages carry their own absolute address.</param>
public readonly record struct PageKey(string Host, bool IsHttps, string Path, string Query);

/// <summary>The pages that readers who are not signed in get.</summary>
public sealed class AnonymousPages(TimeProvider time, IOptions<PageCacheOptions> options)
    : TaggedCache<PageKey, StoredPage>(time, options.Value.Megabytes * 1024L * 1024L);

/// <summary>Parts of pages that many pages share, such as a rendered widget.</summary>
public sealed class PageFragments(TimeProvider time, IOptions<PageCacheOptions> options)
    : TaggedCache<FragmentKey, Fragment>(time, options.Value.Megabytes * 1024L * 256L);

/// <param name="Id">What it is, such as the id of a widget.</param>
/// <param name="Path">The page it is for when it differs between pages, else empty.</param>
public readonly record struct FragmentKey(string Id, string Culture, string Path);

/// <param name="Tags">What the fragment shows; the page that takes it in shows the same.</param>
public sealed record Fragment(string Html, IReadOnlySet<string> Tags);
