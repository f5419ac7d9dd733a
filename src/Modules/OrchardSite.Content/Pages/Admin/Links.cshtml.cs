using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>What a link in a text may lead to: an address, content of the site, or a file of its library.</summary>
public sealed class LinksModel(ContentEditor editor) : AdminPage
{
    /// <summary>True where only what was found is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public bool IsPart { get; set; }

    public IReadOnlyList<ContentItem> Items { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken) => Items = await editor.LinkTargetsAsync(q, cancellationToken);
}
