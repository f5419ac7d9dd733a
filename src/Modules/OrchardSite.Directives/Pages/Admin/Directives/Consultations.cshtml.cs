using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Consultations;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>The rounds of the site with how many comments there are, and how many wait for an answer.</summary>
public sealed class RoundsModel(CommentReader reader, TimeProvider time) : AdminPage
{
    public IReadOnlyList<RoundRow> Rows { get; private set; } = [];

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public bool MayCreate => Actor.MayCreate(Consultation.ContentType);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ConsultationPermissions.MaySeeComments(Actor))
        {
            return Forbidden(ConsultationPermissions.ManageConsultations.Description);
        }

        Rows = await reader.RoundsAsync(cancellationToken);
        return Page();
    }
}
