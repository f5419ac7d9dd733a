using Microsoft.Extensions.Localization;

namespace OrchardSite.Directives.Delivery;

/// <summary>What states, moves and roles are called, in the language of the current culture.</summary>
public sealed class DeliveryTexts(IStringLocalizer localizer)
{
    public string NameOf(DeliveryState state) => state switch
    {
        DeliveryState.Sent => localizer["Not received"],
        DeliveryState.Received => localizer["Received"],
        DeliveryState.InProgress => localizer["In progress"],
        DeliveryState.Reported => localizer["Reported"],
        DeliveryState.Done => localizer["Done"],
        DeliveryState.Returned => localizer["Returned"],
        _ => localizer["Recalled"],
    };

    public string NameOf(DeliveryMove move) => MoveName(move.Name);

    /// <summary>What was done, for the history.</summary>
    public string MoveName(string move) => move switch
    {
        DeliveryMove.Acknowledge => localizer["Confirm receipt"],
        "Start" => localizer["Begin"],
        "Report" => localizer["Report the result"],
        DeliveryMove.AskForTime => localizer["Ask for more time"],
        "Return" => localizer["Return it to the issuer"],
        DeliveryMove.GrantTime => localizer["Give more time"],
        DeliveryMove.RefuseTime => localizer["Give no more time"],
        "Complete" => localizer["Accept the report"],
        "AskForMore" => localizer["Ask for a better report"],
        "SendAgain" => localizer["Send it again"],
        DeliveryMove.CallOff => localizer["Call it back from this unit"],
        DeliveryMove.PassOn => localizer["Passed on"],
        DeliveryMove.Send => localizer["Sent"],
        DeliveryMove.DueSoon => localizer["Reminded: it is due soon"],
        DeliveryMove.Late => localizer["Reminded: it is late"],
        DeliveryMove.Escalated => localizer["Brought before those who follow it: it has been late for days"],
        _ => localizer["Recalled"],
    };

    public string RoleName(string role) => role switch
    {
        DeliveryRoles.Lead => localizer["leads"],
        DeliveryRoles.Assist => localizer["assists"],
        _ => localizer["for information"],
    };
}
