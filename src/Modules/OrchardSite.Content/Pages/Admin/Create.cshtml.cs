using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>The empty form of a new item; it is sent to <see cref="EditModel"/> with the id that the item gets.</summary>
public sealed class CreateModel(ContentEditor editor, IContentMoves moves, IEnumerable<IContentAdvice> advice) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    public EditorView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await editor.TypeAsync(Type) is not { IsCreatable: true } type)
        {
            return NotFound();
        }

        if (!Actor.MayBegin(type.Name))
        {
            return Forbidden(ContentPermissions.EditContent.Description);
        }

        var form = await editor.FormAsync(type, ItemFormReader.Defaults(type), Site.TimeZone, [], cancellationToken);
        View = new EditorView(form, UniqueId.New(), null, UniqueId.New(), UniqueId.New(), await moves.AfterSaveAsync(type, null, Actor, cancellationToken), Actor.Can(ContentPermissions.EditHtml))
        {
            HasAdvice = advice.Any(one => one.ContentType == type.Name),
        };
        return Page();
    }
}
