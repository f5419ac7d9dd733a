using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives.Consultations;

public static class ConsultationPermissions
{
    public static Permission ManageConsultations { get; } = new("ManageConsultations", "Read, show and answer comments on drafts, with who sent them and how to reach them");

    internal static Permission[] All => [ManageConsultations];

    /// <summary>True for who may read comments; how to reach who sent them is for those alone who manage them.</summary>
    public static bool MaySeeComments(Actor actor) => actor.Can(ManageConsultations) || actor.Can(DeliveryPermissions.FollowDirectives);
}
