using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>Choices for a field that refers to other items, while somebody types.</summary>
public sealed class CandidatesModel(ContentEditor editor) : AdminPage
{
    /// <summary>Name of the field's control, which each choice gets.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public IReadOnlyList<ContentItem> Items { get; private set; } = [];

    public bool IsSearch { get; private set; }

    public async Task OnGetAsync(string? types, CancellationToken cancellationToken)
    {
        var words = ContentEditor.WordsOf(Request.Query.FirstOrDefault(pair => pair.Key.EndsWith("-q", StringComparison.Ordinal)).Value);
        IsSearch = words.Length > 0;
        Items = IsSearch ? await editor.CandidatesAsync((types ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), words, Actor, cancellationToken) : [];
    }
}
