using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Previewing;

namespace OrchardSite.Content.Pages.Admin;

public sealed class PreviewModel(ContentEditions editions, ContentPreview preview, ContentRights rights) : AdminPage
{
    /// <param name="version">Null for the newest version.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? version, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(id, version, cancellationToken) is not { } edition)
        {
            return NotFound();
        }

        if (!await rights.MayOpenAsync(Actor, edition.Item, cancellationToken))
        {
            return Forbidden(ContentPermissions.ListContent.Description);
        }

        await preview.SendAsync(HttpContext, edition);
        return new EmptyResult();
    }
}
