using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;

namespace OrchardSite.Directives.Consultations;

/// <summary>How many comments wait for an answer, on the desk of those who give it.</summary>
internal sealed class UnansweredTile(CommentReader reader, IStringLocalizer localizer) : IDashboardTile
{
    private const int Most = 5;

    public int Position => 7;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(ConsultationPermissions.ManageConsultations))
        {
            return null;
        }

        var waiting = (await reader.RoundsAsync(cancellationToken)).Where(row => row.Counts.Unanswered > 0).ToArray();
        return waiting.Length == 0
            ? null
            : new DashboardTile(localizer["Comments on drafts"], "/Pages/Admin/Directives/_UnansweredTile.cshtml", new UnansweredComments(waiting.Sum(row => row.Counts.Unanswered), [.. waiting.Take(Most)]));
    }
}

/// <param name="First">Rounds with comments that wait.</param>
public sealed record UnansweredComments(int Waiting, IReadOnlyList<RoundRow> First);
