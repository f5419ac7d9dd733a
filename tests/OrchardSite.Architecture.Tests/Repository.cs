using System.Reflection;
using System.Xml.Linq;

namespace OrchardSite.Architecture.Tests;

/// <summary>The sources as they lie on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IReadOnlyList<SourceProject> Projects { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(SourceProject.Read)
        .OrderBy(project => project.Name, StringComparer.Ordinal)
        .ToArray();

    public static IReadOnlyList<SourceProject> ModuleProjects { get; } = Projects.Where(project => project.IsModule).ToArray();

    /// <summary>Files that people write, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params ReadOnlySpan<string> extensions)
    {
        var wanted = extensions.ToArray();
        return Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => wanted.Contains(Path.GetExtension(file)) && !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot" or "Migrations"))
            .Order(StringComparer.Ordinal);
    }

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));
}

internal sealed record SourceProject(string Name, string Folder, IReadOnlyList<string> References)
{
    /// <summary>From the root, with forward slashes.</summary>
    public bool IsModule => Folder.StartsWith("src/Modules/", StringComparison.Ordinal);

    /// <summary>Every project whose types it can use, directly or through another.</summary>
    public IReadOnlySet<string> Reach()
    {
        var reach = new HashSet<string>(References);
        foreach (var reference in References)
        {
            reach.UnionWith(Repository.Projects.Single(project => project.Name == reference).Reach());
        }

        return reach;
    }

    public static SourceProject Read(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'),
        XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .ToArray());
}
