using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Recipes;

/// <summary>The recipes that the portal came with, found once by their names; each file is read when needed, and again when it has changed.</summary>
public sealed class RecipeCatalog : ISetupRecipes
{
    // Orchard Core writes packages whose recipes have no name.
    private const string NamelessPackage = "package";

    private readonly RecipeReader _reader;
    private readonly IStringLocalizer _localizer;
    private readonly string _root;
    private readonly Lazy<FrozenDictionary<string, string>> _paths;
    private readonly ConcurrentDictionary<string, Entry> _files = new(StringComparer.Ordinal);

    public RecipeCatalog(PortalPaths paths, RecipeReader reader, IStringLocalizer localizer)
    {
        _reader = reader;
        _localizer = localizer;
        _root = paths.Recipes;
        // This mode forgets a failure, so that a mended file is found.
        _paths = new Lazy<FrozenDictionary<string, string>>(FindPaths, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>In the order of their names.</summary>
    /// <exception cref="RecipeException">A file is no recipe, or two have one name.</exception>
    public IReadOnlyList<RecipeDescriptor> All => [.. _paths.Value.Values.Select(path => Load(path).Descriptor).OrderBy(recipe => recipe.Name, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<string> SetupRecipeNames => [.. All.Where(recipe => recipe.IsSetupRecipe).Select(recipe => recipe.Name)];

    /// <returns>Null when there is no recipe of that name.</returns>
    /// <exception cref="RecipeException">A file is no recipe, or two have one name.</exception>
    public RecipeDescriptor? Find(string name) => FindFile(name)?.Descriptor;

    /// <summary>A recipe outside the catalog. The files it names must lie in its own folder or below.</summary>
    /// <exception cref="RecipeException">The file is missing or no recipe.</exception>
    public RecipeDescriptor Open(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new RecipeException(file, null, null, _localizer["There is no such file."]);
        }

        var fullPath = Path.GetFullPath(file);
        return Load(fullPath, file, Path.GetDirectoryName(fullPath)!).Descriptor;
    }

    /// <summary>The recipe of a package that was unpacked into a folder of its own. Not remembered: it is used once.</summary>
    /// <exception cref="RecipeException">The file is missing or no recipe.</exception>
    public RecipeDescriptor OpenPackage(string file)
    {
        var fullPath = Path.GetFullPath(file);
        return _reader.Read(fullPath, Path.GetFileName(file), Path.GetDirectoryName(fullPath)!, NamelessPackage).Descriptor with { IsPackage = true };
    }

    internal RecipeFile Load(RecipeDescriptor recipe)
    {
        if (!recipe.IsPackage)
        {
            return Load(recipe.FullPath, recipe.File, recipe.Root);
        }

        var read = _reader.Read(recipe.FullPath, recipe.File, recipe.Root, NamelessPackage);
        return read with { Descriptor = recipe };
    }

    internal RecipeFile? FindFile(string name) => _paths.Value.TryGetValue(name, out var path) ? Load(path) : null;

    private FrozenDictionary<string, string> FindPaths()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Directory.Exists(_root))
        {
            foreach (var path in Directory.EnumerateFiles(_root, "*.recipe.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var recipe = Load(path).Descriptor;
                if (!found.TryAdd(recipe.Name, path))
                {
                    throw new RecipeException(recipe.File, null, "$.name", _localizer["There is another recipe {0}, in {1}.", recipe.Name, NameOf(found[recipe.Name])]);
                }
            }
        }

        return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private RecipeFile Load(string path) => Load(path, NameOf(path), _root);

    private RecipeFile Load(string path, string file, string root)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (_files.TryGetValue(path, out var entry) && entry.WrittenUtc == written && entry.Root == root && entry.Recipe.TryGetTarget(out var known))
        {
            return known;
        }

        var read = _reader.Read(path, file, root);
        _files[path] = new Entry(written, root, new WeakReference<RecipeFile>(read));
        return read;
    }

    private string NameOf(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');

    // Weak: sites that are set up one after the other share what was read, and a portal that only serves pages does not keep it.
    private sealed record Entry(DateTime WrittenUtc, string Root, WeakReference<RecipeFile> Recipe);
}
