using OrchardSite.Content.Operations;

namespace OrchardSite.Directives.Delivery;

public static class DeliveryPermissions
{
    /// <summary>Act for the unit on what was sent to its site.</summary>
    public static Permission ReceiveDirectives { get; } = new("ReceiveDirectives", "Confirm directives that were sent to this site, and report on them");

    /// <summary>See how those deal with a directive who got it, on either side.</summary>
    public static Permission FollowDirectives { get; } = new("FollowDirectives", "See how units deal with directives");

    internal static Permission[] All => [ReceiveDirectives, FollowDirectives];

    public static bool MaySeeReceived(Actor actor) => actor.Can(ReceiveDirectives) || actor.Can(FollowDirectives);

    /// <summary>True for those who act for the sender of a delivery: what a unit passes on, its own people follow up.</summary>
    public static bool MaySend(Actor actor, DirectiveDelivery delivery) => delivery.ParentId is null ? actor.MayPublish(DirectiveData.ContentType) : actor.Can(ReceiveDirectives);

    public static bool MaySeeBoard(Actor actor) => actor.Can(FollowDirectives) || actor.MayPublish(DirectiveData.ContentType);
}
