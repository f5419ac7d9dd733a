using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Theming;

namespace OrchardSite.Directives.Consultations;

/// <summary>What stages, states and answers are called, in the language of the current culture.</summary>
public sealed class ConsultationTexts(IStringLocalizer localizer)
{
    /// <summary>The stage with how many days are left.</summary>
    public string StageOf(Consultation round, DateOnly day) => (round.StageOn(day), round.DaysLeftOn(day)) switch
    {
        (ConsultationStage.Upcoming, _) => localizer["Opens on {0}", DateOf(round.OpensOn)],
        (ConsultationStage.Closed, _) => localizer["Closed"],
        (_, 0) => localizer["Open for comments, last day"],
        (_, var days) => localizer["Open for comments, {0} days left", days],
    };

    public string NameOf(ConsultationStage stage) => stage switch
    {
        ConsultationStage.Open => localizer["Open for comments"],
        ConsultationStage.Upcoming => localizer["Upcoming"],
        _ => localizer["Closed"],
    };

    public string NameOf(CommentState state) => state switch
    {
        CommentState.New => localizer["Not read yet"],
        CommentState.Shown => localizer["Accepted"],
        _ => localizer["Hidden"],
    };

    public string NameOf(AnswerKind kind) => kind switch
    {
        AnswerKind.TakenUp => localizer["Taken up"],
        AnswerKind.PartlyTakenUp => localizer["Taken up in part"],
        _ => localizer["Explained"],
    };

    public string NameOf(CommentChoice choice) => choice switch
    {
        CommentChoice.Unanswered => localizer["Unanswered"],
        CommentChoice.New => NameOf(CommentState.New),
        CommentChoice.Shown => NameOf(CommentState.Shown),
        CommentChoice.Hidden => NameOf(CommentState.Hidden),
        _ => localizer["All"],
    };

    /// <summary>Who sent a comment.</summary>
    public string SenderOf(ConsultationComment comment) => comment.ErasedUtc is null ? comment.Name : localizer["(erased on request)"];

    /// <summary>The stage as templates draw it.</summary>
    internal Shape ShapeOf(Consultation round, DateOnly day) => new()
    {
        ["Code"] = round.StageOn(day).ToString().ToLowerInvariant(),
        ["Name"] = StageOf(round, day),
    };

    public static string DateOf(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
