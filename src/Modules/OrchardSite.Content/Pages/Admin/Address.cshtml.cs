using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Data;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>Says while somebody types an address whether it is free.</summary>
public sealed class AddressModel(SiteDbContext db, IStringLocalizer localizer) : AdminPage
{
    public string Answer { get; private set; } = "";

    public async Task OnGetAsync(string? id, [FromQuery(Name = "AutoroutePart.Path")] string? path, CancellationToken cancellationToken)
    {
        var wanted = (path ?? "").Trim().Trim('/').ToLowerInvariant();
        if (wanted.Length > 0)
        {
            Answer = !ContentPath.IsValid(wanted)
                ? localizer["Use small letters without diacritics, digits, hyphens and slashes."]
                : await db.Set<ContentRoute>().AnyAsync(route => route.Path == wanted && route.ItemId != id, cancellationToken)
                    ? localizer["“{0}” is taken already.", wanted]
                    : localizer["“{0}” is free.", wanted];
        }
    }
}
