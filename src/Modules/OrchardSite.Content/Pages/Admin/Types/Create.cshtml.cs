using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>Adds a content type.</summary>
public sealed class CreateModel(ChangeDefinitions changes, IStringLocalizer localizer) : TypePage(changes)
{
    /// <summary>The engine's parts that a type may begin with.</summary>
    public static IReadOnlyDictionary<string, string> Beginnings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TitlePart"] = "A title",
        ["AutoroutePart"] = "A page of its own on the site, at an address made from the title",
        ["HtmlBodyPart"] = "A text with headings, pictures and tables",
    };

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public string Stereotype { get; set; } = "";

    [BindProperty]
    public string[] Parts { get; set; } = ["TitlePart", "AutoroutePart"];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Parts = [.. Beginnings.Keys.Where(part => Request.Form["Parts"].Contains(part))];
        if (await SaveAsync(new CreateContentType((Name ?? "").Trim(), DisplayName ?? "", Stereotype ?? "", Parts), cancellationToken) is { } refused)
        {
            return refused;
        }

        Notice = localizer["The content type “{0}” is added. Now give it fields.", DisplayName!.Trim()];
        return LocalRedirect(Url.Content($"~/Admin/ContentTypes/Edit/{Name!.Trim()}"));
    }
}
