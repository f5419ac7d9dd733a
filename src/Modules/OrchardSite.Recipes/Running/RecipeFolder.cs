namespace OrchardSite.Recipes;

/// <summary>Finds the files that a recipe names, and only those inside its root.</summary>
internal static class RecipeFolder
{
    public static string? Find(string root, string folder, string path)
    {
        if (path.Length == 0 || path.Contains('\0') || Path.IsPathRooted(path))
        {
            return null;
        }

        var fullRoot = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var full = Path.GetFullPath(Path.Combine(folder, path.Replace('\\', '/')));
        return full.StartsWith(fullRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) && !HasLink(fullRoot, full)
            ? full
            : null;
    }

    // A link inside the root may lead out of it.
    private static bool HasLink(string root, string path)
    {
        for (var current = path; current.Length > root.Length; current = Path.GetDirectoryName(current)!)
        {
            if (File.GetAttributes(current).HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }

        return false;
    }
}
