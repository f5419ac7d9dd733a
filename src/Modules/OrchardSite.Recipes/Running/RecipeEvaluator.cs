using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Recipes;

/// <summary>Evaluates the expressions of one recipe file during one run. As in Orchard Core, variables are the file's own.</summary>
internal sealed partial class RecipeEvaluator(RecipeFile file, RecipeRun run, IStringLocalizer localizer, CancellationToken cancellationToken)
{
    // Old texts in TCVN3 or VNI must not come in as question marks.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private RecipeScript? _script;

    public RecipeFile File => file;

    /// <exception cref="RecipeException">An expression cannot be evaluated.</exception>
    public RecipeStep Read(RecipeFileStep step)
    {
        var json = JsonObject.Create(step.Json)!;
        var read = new RecipeStep(step.Name, file.Descriptor.File, file.Folder, step.Index, json) { Root = file.Descriptor.Root, IsPackage = file.Descriptor.IsPackage };
        // What people of another site have written must not run here: in a package every text is a text.
        if (step.HasExpressions && !read.IsPackage)
        {
            EvaluateIn(json, read);
        }

        return read;
    }

    private void EvaluateIn(JsonNode node, RecipeStep step)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray())
            {
                if (EvaluateNode(value, step) is { } evaluated)
                {
                    members[name] = evaluated;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                if (EvaluateNode(items[index], step) is { } evaluated)
                {
                    items[index] = evaluated;
                }
            }
        }
    }

    /// <returns>What takes the node's place, or null when it stays.</returns>
    private JsonValue? EvaluateNode(JsonNode? node, RecipeStep step)
    {
        if (node is not JsonValue)
        {
            if (node is not null)
            {
                EvaluateIn(node, step);
            }

            return null;
        }

        return node.GetValueKind() == JsonValueKind.String && RecipeExpression.TryParse(node.GetValue<string>()) is { } expression
            ? JsonValue.Create(Evaluate(expression, reason => step.Error(node, reason)))
            : null;
    }

    // A result is never evaluated again, other than in Orchard Core: a site's name or a file must not become a script.
    private string Evaluate(RecipeExpression expression, Func<string, RecipeException> error)
    {
        var text = expression.Engine == RecipeExpression.File ? ReadFile(expression.Script, error) : RunScript(expression.Script, error);
        return RecipeText.IsUsable(text) ? text : throw error(localizer["The text here has a character that cannot be stored."]);
    }

    private string ReadFile(string script, Func<string, RecipeException> error)
    {
        var match = FilePattern().Match(script);
        if (!match.Success)
        {
            throw error(localizer["A file is named like {0}.", "[file:text('content/page.html')]"]);
        }

        var name = match.Groups["name"].Value;
        var path = RecipeFolder.Find(file.Descriptor.Root, file.Folder, name)
            ?? throw error(localizer["There is no file {0} in the recipe's folder.", name]);
        if (new FileInfo(path).Length > RecipeReader.LargestFile)
        {
            throw error(localizer["The file {0} is too large.", name]);
        }

        return match.Groups["kind"].Value == "text" ? ReadText(path, name, error) : Convert.ToBase64String(System.IO.File.ReadAllBytes(path));
    }

    private string ReadText(string path, string name, Func<string, RecipeException> error)
    {
        try
        {
            return System.IO.File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            throw error(localizer["The file {0} is not in UTF-8.", name]);
        }
    }

    private string RunScript(string script, Func<string, RecipeException> error)
    {
        // Most scripts are just one of these, and an engine costs more than all of them.
        var match = LookupPattern().Match(script);
        if (match.Success)
        {
            var name = match.Groups["name"].Value;
            var value = match.Groups["kind"].Value == "parameters" ? Parameter(name) : Variable(name);
            return string.IsNullOrEmpty(value) ? match.Groups["default"].Value : value;
        }

        _script ??= new RecipeScript(Parameter, Variable, localizer, cancellationToken);
        return _script.Run(script, error);
    }

    private string? Parameter(string name) => run.Parameters.GetValueOrDefault(name);

    private string Variable(string name)
    {
        if (_variables.TryGetValue(name, out var known))
        {
            return known ?? throw VariableError(name, localizer["The variable {0} needs itself.", name]);
        }

        if (file.Variables is not { } variables || !variables.TryGetProperty(name, out var value))
        {
            throw VariableError(name, localizer["There is no variable {0}.", name]);
        }

        // Null marks it as being evaluated.
        _variables[name] = null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return _variables[name] = RecipeExpression.TryParse(text) is { } expression
            ? Evaluate(expression, reason => VariableError(name, reason))
            : text;
    }

    private RecipeException VariableError(string name, string reason) => new(file.Descriptor.File, null, $"$.variables.{name}", reason);

    [GeneratedRegex(@"^(?<kind>text|base64)\('(?<name>[^']+)'\)$")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"^(?<kind>parameters|variables)\('(?<name>[^'\\]+)'\)(\s*\|\|\s*'(?<default>[^'\\]*)')?$")]
    private static partial Regex LookupPattern();
}
