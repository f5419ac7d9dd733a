namespace OrchardSite.Content.Editing;

/// <summary>What a module says of an item while somebody types it, before anything is saved. Scoped.</summary>
public interface IContentAdvice
{
    string ContentType { get; }

    /// <param name="draft">What is typed so far: fields may be empty, and nothing has been checked.</param>
    Task<IReadOnlyList<Advice>> OfAsync(ContentDraft draft, CancellationToken cancellationToken);
}

/// <param name="Field">JSON path of the field beside which it is shown, such as <c>Article.Sapo</c>.</param>
/// <param name="Message">A sentence for a person, in the language of the current culture.</param>
/// <param name="IsFault">True for what saving or publishing would refuse.</param>
/// <param name="Proposed">Names of the form's controls with values that the person may take over.</param>
public sealed record Advice(string Field, string Message, bool IsFault, IReadOnlyDictionary<string, string> Proposed)
{
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}
