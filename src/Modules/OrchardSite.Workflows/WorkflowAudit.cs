namespace OrchardSite.Workflows;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class WorkflowAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("MoveContent", "Moved content on in the workflow"),
        ("CommentOnContent", "Commented on content"),
        ("AssignContent", "Assigned content"),
        ("SetReviewDay", "Set when content is read again"),
        ("AddAbsence", "Named who acts for them"),
        ("EndAbsence", "Ended an absence"),
        ("ProposeItem", "Proposed content to the department"),
        ("AnswerProposal.Accepted", "Accepted what a unit put forward"),
        ("AnswerProposal.Returned", "Returned what a unit put forward"),
        ("TakeOverPictures", "Took over pictures of a unit"),
        ("AddCoApprovalRule", "Asked for co-approval in a category"),
        ("RemoveCoApprovalRule", "Ended co-approval in a category"),
    ];
}
