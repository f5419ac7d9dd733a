using System.Reflection;
using System.Text.Json.Serialization;

namespace OrchardSite.Deployment;

/// <summary>What a package says of itself, in its <c>package.json</c>.</summary>
/// <param name="Format">Of the package: a program reads those of its own format and of older ones.</param>
/// <param name="Product">Name and version of the program that made it.</param>
/// <param name="Files">SHA-256 in lower-case hexadecimal of every other file, by its name.</param>
internal sealed record PackageManifest(
    [property: JsonRequired] int Format, string? Product, DateTime? CreatedUtc, [property: JsonRequired] IReadOnlyDictionary<string, string> Files)
{
    public const int CurrentFormat = 1;
    public const string FileName = "package.json";

    /// <summary>Orchard Core's name for the recipe of a package.</summary>
    public const string RecipeName = "Recipe.json";

    public static string ThisProduct { get; } =
        $"OrchardSite {typeof(PackageManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?"}";
}
