namespace OrchardSite.Recipes;

/// <summary>A recipe that cannot be run; nothing of it has been applied.</summary>
public sealed class RecipeException(string file, string? step, string? path, string message, Exception? inner = null)
    : Exception(Describe(file, step, path, message), inner)
{
    public string File { get; } = file;

    public string? Step { get; } = step;

    /// <summary>JSON path in the file.</summary>
    public string? Path { get; } = path;

    /// <summary>The reason alone.</summary>
    public string Reason { get; } = message;

    private static string Describe(string file, string? step, string? path, string message) =>
        $"{file}{(step is null ? "" : $", {step}")}{(path is null ? "" : $", {path}")}: {message}";
}
