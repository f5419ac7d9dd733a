namespace OrchardSite.Directives;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class DirectiveAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("DeliverDirective.Send", "Sent a directive to units"),
        ("DeliverDirective.Recall", "Recalled a directive from units"),
        ("MoveDelivery.Acknowledge", "Confirmed receipt of a directive"),
        ("MoveDelivery.Start", "Began with a directive"),
        ("MoveDelivery.Report", "Reported on a directive"),
        ("MoveDelivery.AskForTime", "Asked for more time for a directive"),
        ("MoveDelivery.Return", "Returned a directive"),
        ("MoveDelivery.GrantTime", "Gave more time for a directive"),
        ("MoveDelivery.RefuseTime", "Gave no more time for a directive"),
        ("MoveDelivery.Complete", "Accepted the report on a directive"),
        ("MoveDelivery.AskForMore", "Asked for a better report on a directive"),
        ("MoveDelivery.SendAgain", "Sent a directive again"),
        ("PassOnDelivery", "Passed a directive on to units below"),
        ("MoveDelivery.CallOff", "Called a directive back from a unit"),
        ("SubmitComment", "Got a comment on a draft"),
        ("JudgeComments.Shown", "Published a comment on a draft"),
        ("JudgeComments.Hidden", "Hid a comment on a draft"),
        ("AnswerComment", "Answered a comment on a draft"),
        ("EraseCommenter", "Erased who sent a comment"),
        ("ForgetContacts", "Forgot how to reach who sent a comment"),
    ];
}
