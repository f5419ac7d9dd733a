using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace OrchardSite.Media.Pages.Admin;

/// <summary>The library as a part of another page, where somebody chooses one file.</summary>
public sealed class PickerModel(MediaList list) : MediaPage(list)
{
    [BindProperty(SupportsGet = true)]
    public MediaFilter Filter { get; set; } = new();

    public MediaListPage Files { get; private set; } = new([], [], 1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // Who writes may show what is there, also where they may add nothing.
        await EnterAsync(cancellationToken);
        if (await List.FindAsync(Filter, cancellationToken) is not { } files)
        {
            return NotFound();
        }

        Files = files;
        return Page();
    }

    /// <summary>Another folder.</summary>
    public string AddressOf(string folder) => Address([new("folder", folder), new("kind", Filter.Kind.ToString())]);

    /// <summary>Another page of what is shown.</summary>
    public string AddressOf(int page) =>
        Address([new("folder", Filter.Folder), new("kind", Filter.Kind.ToString()), new("q", Filter.Q), new("page", page.ToString(CultureInfo.InvariantCulture))]);

    private string Address(KeyValuePair<string, string?>[] query) => Request.PathBase + Request.Path + QueryString.Create(query);
}
