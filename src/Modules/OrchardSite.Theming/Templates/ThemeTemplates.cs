using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Theming.Templates;

/// <summary>A template as the theme has it.</summary>
/// <param name="Hash">Changes when the theme's template does.</param>
public sealed record TemplateFile(string Name, string Text, string Hash);

/// <summary>
/// The theme's templates that a site may put its own in the place of: those that draw shapes. Their names begin with a
/// capital; the others are parts that they include.
/// </summary>
public sealed class ThemeTemplates
{
    private readonly FrozenDictionary<string, TemplateFile> _files;

    public ThemeTemplates(PortalPaths paths)
    {
        var folder = new DirectoryInfo(Path.Combine(paths.Themes, PortalTheme.Name, "Views"));
        var files = folder.Exists ? folder.GetFiles("*.liquid") : [];
        _files = files.Where(file => char.IsAsciiLetterUpper(file.Name[0])).Select(Read).ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);
        Parts = files.Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToFrozenSet(StringComparer.Ordinal);
    }

    public IEnumerable<TemplateFile> All => _files.Values.OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>Names of everything that a template may include.</summary>
    public IReadOnlySet<string> Parts { get; }

    public TemplateFile? Find(string name) => _files.GetValueOrDefault(name);

    private static TemplateFile Read(FileInfo file)
    {
        var text = File.ReadAllText(file.FullName).ReplaceLineEndings("\n");
        return new TemplateFile(Path.GetFileNameWithoutExtension(file.Name), text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)));
    }
}
