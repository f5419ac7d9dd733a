using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace OrchardSite.Localization;

/// <summary>All translations of the program, by language. The key is the English text, so English needs no file.</summary>
public sealed class Translations
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _languages = new(StringComparer.Ordinal);

    public Translations(IEnumerable<Assembly> modules)
    {
        foreach (var module in modules)
        {
            AddEmbedded(module);
        }
    }

    /// <summary>Adds the <c>xx.po</c> files of a folder, such as a theme's.</summary>
    public void AddFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.po"))
            {
                using var reader = new StreamReader(file, Encoding.UTF8);
                Add(Path.GetFileNameWithoutExtension(file), reader, file);
            }
        }
    }

    public string? Find(CultureInfo culture, string text) =>
        _languages.TryGetValue(culture.TwoLetterISOLanguageName, out var language) ? language.GetValueOrDefault(text) : null;

    private void AddEmbedded(Assembly module)
    {
        foreach (var name in module.GetManifestResourceNames().Where(name => name.EndsWith(".po", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(module.GetManifestResourceStream(name)!, Encoding.UTF8);
            Add(name.Split('.')[^2], reader, name);
        }
    }

    private void Add(string language, TextReader reader, string source)
    {
        var texts = _languages.GetOrAdd(language, _ => new(StringComparer.Ordinal));
        foreach (var (id, text) in PoCatalog.Read(reader, source))
        {
            texts[id] = text;
        }
    }
}
