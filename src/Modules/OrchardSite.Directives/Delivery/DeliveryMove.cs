namespace OrchardSite.Directives.Delivery;

public enum DeliverySide
{
    Unit,
    Issuer,
}

/// <summary>What can be done with a delivery. This table alone says what leads where.</summary>
/// <param name="From">The states in which it can be done.</param>
/// <param name="To">Null: the state stays as it is.</param>
/// <param name="NeedsText">True where a report or a reason must be given.</param>
/// <param name="NeedsDay">True where a day must be given.</param>
public sealed record DeliveryMove(string Name, DeliverySide Side, IReadOnlyList<DeliveryState> From, DeliveryState? To, bool NeedsText = false, bool NeedsDay = false)
{
    public const string Acknowledge = "Acknowledge";
    public const string AskForTime = "AskForTime";
    public const string GrantTime = "GrantTime";
    public const string RefuseTime = "RefuseTime";

    /// <summary>Takes it from one unit for good: no correction of the directive sends it there again.</summary>
    public const string CallOff = "CallOff";

    /// <summary>The unit gives it to units below it as well.</summary>
    public const string PassOn = "PassOn";

    /// <summary>What publishing the directive does for a unit that is among its recipients, and passing it on for a unit below.</summary>
    public const string Send = "Send";

    /// <summary>What taking the directive down does, or publishing it without the unit among its recipients; and what that does for those to whom the unit has passed it on.</summary>
    public const string Recall = "Recall";

    /// <summary>What the calendar does: the last day is near, has passed, or passed days ago.</summary>
    public const string DueSoon = "DueSoon";
    public const string Late = "Late";
    public const string Escalated = "Escalated";

    private static readonly DeliveryState[] Working = [DeliveryState.Received, DeliveryState.InProgress];

    public static IReadOnlyList<DeliveryMove> All { get; } =
    [
        new(Acknowledge, DeliverySide.Unit, [DeliveryState.Sent], DeliveryState.Received),
        new("Start", DeliverySide.Unit, [DeliveryState.Received], DeliveryState.InProgress),
        new("Report", DeliverySide.Unit, Working, DeliveryState.Reported, NeedsText: true),
        new(AskForTime, DeliverySide.Unit, Working, null, NeedsText: true, NeedsDay: true),
        new("Return", DeliverySide.Unit, [DeliveryState.Sent, DeliveryState.Received], DeliveryState.Returned, NeedsText: true),
        new(GrantTime, DeliverySide.Issuer, Working, null, NeedsDay: true),
        new(RefuseTime, DeliverySide.Issuer, Working, null, NeedsText: true),
        new("Complete", DeliverySide.Issuer, [DeliveryState.Reported], DeliveryState.Done),
        new("AskForMore", DeliverySide.Issuer, [DeliveryState.Reported, DeliveryState.Done], DeliveryState.InProgress, NeedsText: true),
        new("SendAgain", DeliverySide.Issuer, [DeliveryState.Returned], DeliveryState.Sent, NeedsText: true),
        new(CallOff, DeliverySide.Issuer, [DeliveryState.Sent, DeliveryState.Received, DeliveryState.InProgress, DeliveryState.Returned], DeliveryState.Recalled, NeedsText: true),
    ];

    public static DeliveryMove? Find(string? name) => All.FirstOrDefault(move => move.Name == name);

    /// <summary>True when it can be done now.</summary>
    public bool Fits(DirectiveDelivery delivery)
    {
        if (!From.Contains(delivery.State))
        {
            return false;
        }

        return Name switch
        {
            AskForTime => delivery is { DueOn: not null, AskedUntil: null, Role: not DeliveryRoles.Inform },
            GrantTime or RefuseTime => delivery.AskedUntil is not null,
            // Of a unit that is only informed nothing but the receipt is expected.
            "AskForMore" => delivery.Role != DeliveryRoles.Inform,
            _ => true,
        };
    }

    /// <summary>Where it leads: a receipt is all that a unit owes which is only informed.</summary>
    public DeliveryState LeadsTo(DirectiveDelivery delivery) =>
        Name == Acknowledge && delivery.Role == DeliveryRoles.Inform ? DeliveryState.Done : To ?? delivery.State;
}
