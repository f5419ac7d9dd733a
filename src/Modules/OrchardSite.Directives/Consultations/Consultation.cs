using OrchardSite.Content;

namespace OrchardSite.Directives.Consultations;

/// <summary>How far a round of comments is; in the order in which lists show them.</summary>
public enum ConsultationStage
{
    Open,
    Upcoming,
    Closed,
}

/// <summary>A round in which readers say what they think of a draft, during a window of days.</summary>
/// <param name="ClosesOn">The last day on which comments are taken.</param>
/// <param name="ShowsComments">True where readers see the comments that were accepted.</param>
/// <param name="KeepMonths">For how long after the last day a commenter's contact is kept.</param>
public sealed record Consultation(string Id, string Title, string? Path, DateOnly OpensOn, DateOnly ClosesOn, bool ShowsComments, int KeepMonths)
{
    /// <summary>Name of the content type, and of the part with its fields.</summary>
    public const string ContentType = "Consultation";

    // For an item that says nothing of it; the definition proposes the same.
    private const int UsualKeepMonths = 12;

    /// <summary>Until then a commenter's contact is kept, this day included.</summary>
    public DateOnly KeepUntil => ClosesOn > DateOnly.MaxValue.AddMonths(-KeepMonths) ? DateOnly.MaxValue : ClosesOn.AddMonths(KeepMonths);

    public static Consultation Of(ContentView item) => new(
        item.Id,
        item.DisplayText,
        item.Path,
        DirectiveData.Date(item.Text(ContentType, "OpensOn", "Value")) ?? DateOnly.MinValue,
        DirectiveData.Date(item.Text(ContentType, "ClosesOn", "Value")) ?? DateOnly.MinValue,
        item.Find(ContentType, "ShowComments", "Value").ValueKind != System.Text.Json.JsonValueKind.False,
        item.Number(ContentType, "KeepMonths") ?? UsualKeepMonths);

    public ConsultationStage StageOn(DateOnly day) =>
        day < OpensOn ? ConsultationStage.Upcoming : day > ClosesOn ? ConsultationStage.Closed : ConsultationStage.Open;

    /// <summary>How many days follow this one; 0 on the last.</summary>
    public int DaysLeftOn(DateOnly day) => ClosesOn.DayNumber - day.DayNumber;
}
