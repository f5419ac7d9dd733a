using OrchardSite.Data;

namespace OrchardSite.Directives.Delivery;

/// <summary>How far a unit is with a directive.</summary>
public enum DeliveryState
{
    /// <summary>The unit has not confirmed it.</summary>
    Sent,
    Received,
    InProgress,
    Reported,
    Done,

    /// <summary>The unit has returned it with a reason.</summary>
    Returned,

    /// <summary>The issuer has called it back: the unit sees that, and none of its files.</summary>
    Recalled,
}

/// <summary>What people are reminded of, one after the other.</summary>
public enum DeliveryReminder
{
    None,
    DueSoon,
    Late,
    Escalated,
}

/// <summary>
/// One directive for one unit. The directive itself stays with its issuer and is read there: what is here of it is what lists
/// of hundreds need, written in the transaction that publishes the directive.
/// </summary>
[GlobalEntity("The issuer and the unit both see it, through operations alone.")]
public sealed class DirectiveDelivery
{
    public const int LongestRole = 32;

    public string Id { get; init; } = UniqueId.New();

    /// <summary>The site that sends it: the issuer's, or that of a unit which passes it on. Its deliveries go with it.</summary>
    public required int TenantId { get; init; }

    /// <summary>The site where the directive is: the issuer's, whoever passes it on.</summary>
    public required int SourceId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The unit in the register of the site that sends it.</summary>
    public required string UnitId { get; init; }

    public required string UnitName { get; set; }

    /// <summary>The delivery that a unit has passed on to this one, which is below it; null: sent by the issuer.</summary>
    public string? ParentId { get; internal set; }

    /// <summary>The unit that has passed it on, by the name that it had with who sent it there; null: sent by the issuer.</summary>
    public string? PassedOnBy { get; internal set; }

    /// <summary>Technical name of the unit's site by that register; null where it has none: then who sends it keeps the receipts for it.</summary>
    public string? Site { get; set; }

    public required string Number { get; set; }

    public required string Subject { get; set; }

    /// <summary>Abbreviation of the type, such as <c>QĐ</c>.</summary>
    public required string DocumentType { get; set; }

    /// <summary>Who issued it, by the name on that day.</summary>
    public required string Issuer { get; set; }

    public required DateOnly IssuedOn { get; set; }

    public string? Urgency { get; set; }

    /// <summary>Its page on the issuer's site; null where readers do not see it.</summary>
    public string? PublicPath { get; set; }

    /// <summary>One of <see cref="DeliveryRoles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The day that the directive set, moved on to a working day.</summary>
    public DateOnly? SetDueOn { get; set; }

    /// <summary>The last day in time; later than the one that was set where the issuer has given more time.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Until when the unit asks for more time; null: it does not.</summary>
    public DateOnly? AskedUntil { get; internal set; }

    public DeliveryState State { get; internal set; }

    /// <summary>The last reminder of <see cref="DueOn"/> that was given.</summary>
    public DeliveryReminder Reminded { get; internal set; }

    public required DateTime SentUtc { get; init; }

    public DateTime? ReceivedUtc { get; internal set; }

    public DateTime? ReportedUtc { get; internal set; }

    /// <summary>When there was nothing left to do.</summary>
    public DateTime? DoneUtc { get; internal set; }

    /// <summary>The day on which the unit had done its part: reported, or, where it is only informed, confirmed; null while it has not.</summary>
    public DateOnly? FinishedOn { get; internal set; }

    public int Revision { get; internal set; }

    /// <summary>True while somebody still has to do something.</summary>
    public bool IsOpen => State is not (DeliveryState.Done or DeliveryState.Recalled);

    /// <summary>True where a unit may pass it on: what it has confirmed and not answered, or, of what it only takes note of, what it has confirmed.</summary>
    public bool MayBePassedOn => State is DeliveryState.Received or DeliveryState.InProgress || (State == DeliveryState.Done && Role == DeliveryRoles.Inform);

    /// <summary>True when the unit has let its last day pass; a report in time is in time however long the issuer takes.</summary>
    public bool IsOverdueOn(DateOnly day) => DueOn < day && State is DeliveryState.Sent or DeliveryState.Received or DeliveryState.InProgress;

    /// <returns>What is to be kept of it.</returns>
    internal DeliveryEntry Recall(DateTime now)
    {
        (State, AskedUntil) = (DeliveryState.Recalled, null);
        Revision++;
        return DeliveryEntry.Of(this, DeliveryMove.Recall, now);
    }

    /// <summary>Makes it new for the unit again.</summary>
    internal void SendAgain() => (State, ReceivedUtc, ReportedUtc, DoneUtc, FinishedOn) = (DeliveryState.Sent, null, null, null, null);
}

/// <summary>One thing that was done with a delivery, when and by whom. Kept also when the directive is recalled.</summary>
[GlobalEntity("It belongs to a delivery.")]
public sealed class DeliveryEntry
{
    public const int LongestText = 4000;

    public string Id { get; init; } = UniqueId.New();

    /// <summary>The site that sends it.</summary>
    public required int TenantId { get; init; }

    public required string DeliveryId { get; init; }

    /// <summary>Counts the changes of the delivery, so that what was done in the same moment stays in its order.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the <see cref="DeliveryMove"/>, or what the publication of the directive did.</summary>
    public required string Move { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>Null for what followed from publishing or taking down the directive.</summary>
    public int? PersonId { get; init; }

    public required string Person { get; init; }

    /// <summary>The report or the reason.</summary>
    public string? Text { get; init; }

    /// <summary>The day that was asked for or granted.</summary>
    public DateOnly? Until { get; init; }

    /// <param name="actor">Null for what nobody in particular has done.</param>
    internal static DeliveryEntry Of(DirectiveDelivery delivery, string move, DateTime now, Actor? actor = null, string? text = null, DateOnly? until = null) => new()
    {
        TenantId = delivery.TenantId,
        DeliveryId = delivery.Id,
        Number = delivery.Revision,
        Move = move,
        State = delivery.State,
        AtUtc = now,
        PersonId = actor?.AccountId,
        Person = actor?.Name ?? "",
        Text = string.IsNullOrEmpty(text) ? null : text,
        Until = until,
    };
}
