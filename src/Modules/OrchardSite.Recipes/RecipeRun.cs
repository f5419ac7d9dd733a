namespace OrchardSite.Recipes;

public enum RecipeEffect
{
    Create,
    Update,
    Remove,
}

/// <param name="Subject">What it is about, such as <c>Article</c> or <c>media</c>.</param>
/// <param name="Name">Which one, such as a title or a path.</param>
public sealed record RecipeChange(RecipeEffect Effect, string Subject, string Name);

/// <summary>One run, or plan, of a recipe with everything it includes.</summary>
public sealed class RecipeRun(Actor actor, bool planOnly, IReadOnlyDictionary<string, string> parameters, IProgress<string>? progress = null)
{
    private readonly List<RecipeChange> _changes = [];
    private readonly List<Func<CancellationToken, Task>> _afterCommit = [];

    public Actor Actor { get; } = actor;

    /// <summary>True when the run will be rolled back: do nothing that a transaction cannot undo.</summary>
    public bool PlanOnly { get; } = planOnly;

    /// <summary>True when steps that bring content are left out.</summary>
    public bool WithoutContent { get; init; }

    /// <summary>Set-up parameters such as SiteName.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; } = parameters;

    public IReadOnlyList<RecipeChange> Changes => _changes;

    internal IReadOnlyList<Func<CancellationToken, Task>> AfterCommit => _afterCommit;

    public void Report(RecipeEffect effect, string subject, string name) => _changes.Add(new RecipeChange(effect, subject, name));

    /// <summary>Tells the person who waits what is being done.</summary>
    public void Tell(string message) => progress?.Report(message);

    /// <summary>Work outside the database that is to be done once the recipe is committed, such as moving files into place.</summary>
    public void OnCommitted(Func<CancellationToken, Task> work) => _afterCommit.Add(work);
}
