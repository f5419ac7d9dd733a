using Microsoft.Extensions.Localization;
using OrchardSite.Media;

namespace OrchardSite.Search.Files;

/// <summary>Tells whoever looks after a document that readers will not find it by its words, once it has been read.</summary>
internal sealed class UnsearchableFiles(FileTexts texts, IStringLocalizer localizer) : IMediaNotes
{
    public async Task<string?> FindAsync(MediaEntry file, CancellationToken cancellationToken) =>
        await texts.FindResultAsync(file.Sha256, cancellationToken) is { } read ? WordsOf(read.Reason)?.Value : null;

    private LocalizedString? WordsOf(NoTextReason reason) => reason switch
    {
        NoTextReason.Encrypted => localizer["The words of this file cannot be found by the search: it has a password."],
        NoTextReason.NotReadable => localizer["The words of this file cannot be found by the search: it is damaged, or of a kind that is not read."],
        NoTextReason.TooLarge => localizer["The words of this file cannot be found by the search: it is too large."],
        NoTextReason.NoText => localizer["The words of this file cannot be found by the search: it has no text, as a scan has none."],
        _ => null,
    };
}
