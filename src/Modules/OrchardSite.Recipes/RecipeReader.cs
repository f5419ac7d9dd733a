using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Recipes;

/// <summary>Reads recipe files: JSON with comments and trailing commas. Says file and line of what is wrong.</summary>
public sealed class RecipeReader(IStringLocalizer localizer)
{
    public const int LargestFile = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    };

    /// <param name="file">The file as a person would name it.</param>
    /// <param name="usualName">Of one that has no name; null: a name is needed.</param>
    /// <exception cref="RecipeException">The file is missing, too large, or no recipe.</exception>
    internal RecipeFile Read(string fullPath, string file, string root, string? usualName = null)
    {
        var bytes = ReadBytes(fullPath, file);
        var json = Parse(bytes, file);
        if (RecipeText.MayBeUnusable(bytes) && RecipeText.FindUnusable(json, "$") is { } path)
        {
            throw Error(file, path, localizer["The text here has a character that cannot be stored."]);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Error(file, "$", localizer["A recipe is a JSON object."]);
        }

        var descriptor = new RecipeDescriptor(
            (Text(json, "name", file) is { Length: > 0 } given ? given : usualName) is { } name ? name : throw Error(file, "$", localizer["{0} is missing.", "name"]),
            Text(json, "displayName", file) ?? name,
            Text(json, "description", file) ?? "",
            Text(json, "version", file) ?? "",
            Text(json, "author", file) ?? "",
            Member(json, "issetuprecipe")?.ValueKind == JsonValueKind.True,
            file,
            fullPath,
            root);
        return new RecipeFile(descriptor, Variables(json, file), Steps(json, file));
    }

    private byte[] ReadBytes(string fullPath, string file)
    {
        try
        {
            var info = new FileInfo(fullPath);
            if (!info.Exists)
            {
                throw Error(file, null, localizer["There is no such file."]);
            }

            return info.Length <= LargestFile
                ? File.ReadAllBytes(fullPath)
                : throw Error(file, null, localizer["The file is too large: a recipe may have {0} MB.", LargestFile / 1024 / 1024]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(file, null, null, localizer["The file cannot be read: {0}", exception.Message], exception);
        }
    }

    private JsonElement Parse(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (!Utf8.IsValid(bytes))
        {
            throw Error(file, null, localizer["The file is not in UTF-8."]);
        }

        try
        {
            return JsonElement.Parse(bytes, Options);
        }
        catch (JsonException exception)
        {
            // The exception's own message ends in a position that counts lines from 0.
            var reason = exception.Message.Split(" LineNumber:")[0];
            var message = exception.LineNumber is { } line ? localizer["Line {0}: {1}", line + 1, reason] : reason;
            throw new RecipeException(file, null, null, message, exception);
        }
        catch (InvalidOperationException exception)
        {
            // What the parser of .NET says of half a character in the name of a member.
            throw new RecipeException(file, null, null, localizer["The text here has a character that cannot be stored."], exception);
        }
    }

    private JsonElement? Variables(JsonElement json, string file) => Member(json, "variables") switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } variables => variables,
        _ => throw Error(file, "$.variables", localizer["An object is expected here."]),
    };

    private List<RecipeFileStep> Steps(JsonElement json, string file)
    {
        var steps = new List<RecipeFileStep>();
        if (Member(json, "steps") is not { } array)
        {
            return steps;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            throw Error(file, "$.steps", localizer["A list is expected here."]);
        }

        foreach (var step in array.EnumerateArray())
        {
            var path = $"$.steps[{steps.Count}]";
            if (step.ValueKind != JsonValueKind.Object)
            {
                throw Error(file, path, localizer["An object is expected here."]);
            }

            if (!step.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
            {
                throw Error(file, path, localizer["{0} is missing.", "name"]);
            }

            steps.Add(new RecipeFileStep(name.GetString()!, steps.Count, step, RecipeExpression.IsIn(step)));
        }

        return steps;
    }

    private string? Text(JsonElement json, string name, string file) => Member(json, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Error(file, "$." + name, localizer["A text is expected here."]),
    };

    // Orchard Core reads the head of a recipe without regard to case.
    private static JsonElement? Member(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    private static RecipeException Error(string file, string? path, string message) => new(file, null, path, message);
}
