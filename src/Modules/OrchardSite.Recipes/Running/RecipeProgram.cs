using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Recipes;

/// <summary>A step with who does it; its expressions are evaluated when its turn comes.</summary>
internal sealed record ProgramStep(RecipeEvaluator Evaluator, RecipeFileStep Step, IRecipeStep Handler);

/// <summary>Puts the steps of a recipe and of everything it includes in order, before the first of them is done.</summary>
internal sealed class RecipeProgram(
    RecipeCatalog catalog,
    IReadOnlyDictionary<string, IRecipeStep> handlers,
    RecipeRun run,
    IStringLocalizer localizer,
    CancellationToken cancellationToken)
{
    /// <summary>The step that includes other recipes.</summary>
    public const string Include = "recipes";

    // Far above any real recipe, far below what files that include each other twice over would grow to.
    private const int MostFiles = 500;

    private readonly List<ProgramStep> _steps = [];
    private readonly List<RecipeFile> _chain = [];
    private readonly Dictionary<string, RecipeEvaluator> _evaluators = new(StringComparer.Ordinal);
    private int _files;

    /// <exception cref="RecipeException">A step is unknown, or a recipe that is included is missing or includes itself.</exception>
    public IReadOnlyList<ProgramStep> Read(RecipeDescriptor recipe)
    {
        Add(catalog.Load(recipe));
        return _steps;
    }

    private void Add(RecipeFile file)
    {
        if (!_evaluators.TryGetValue(file.Descriptor.FullPath, out var evaluator))
        {
            _evaluators.Add(file.Descriptor.FullPath, evaluator = new RecipeEvaluator(file, run, localizer, cancellationToken));
        }

        _chain.Add(file);
        foreach (var step in file.Steps)
        {
            if (step.Name.Equals(Include, StringComparison.OrdinalIgnoreCase))
            {
                AddIncluded(evaluator.Read(step));
            }
            else if (handlers.TryGetValue(step.Name, out var handler))
            {
                _steps.Add(new ProgramStep(evaluator, step, handler));
            }
            else
            {
                var known = string.Join(", ", handlers.Keys.Append(Include).Order(StringComparer.OrdinalIgnoreCase));
                throw new RecipeException(file.Descriptor.File, step.Name, $"$.steps[{step.Index}].name", localizer["There is no such step; there are: {0}.", known]);
            }
        }

        _chain.RemoveAt(_chain.Count - 1);
    }

    private void AddIncluded(RecipeStep step)
    {
        foreach (var value in step.Objects(step.Json, "Values", localizer))
        {
            Add(Find(step, value));
        }
    }

    private RecipeFile Find(RecipeStep step, JsonObject value)
    {
        var name = step.Text(value, "name", localizer);
        var included = catalog.FindFile(name) ?? throw step.Error(value["name"], localizer["There is no recipe {0}.", name]);
        if (_chain.Exists(file => file.Descriptor.FullPath == included.Descriptor.FullPath))
        {
            var chain = string.Join(" → ", _chain.Append(included).Select(file => file.Descriptor.Name));
            throw step.Error(value["name"], localizer["The recipe includes itself: {0}.", chain]);
        }

        return ++_files <= MostFiles ? included : throw step.Error(value["name"], localizer["The recipe includes more than {0} others.", MostFiles]);
    }
}
