namespace OrchardSite.Deployment;

/// <summary>What a package may hold, in the order in which its recipe brings it in: what comes later needs what came before.</summary>
public enum PackagePart
{
    Features,
    Settings,
    Roles,
    Definitions,
    Media,
    Layers,
    Content,
    CustomSettings,
    AdminMenu,
    Templates,
    Search,
}

/// <summary>One of the things of a part that can be taken alone, such as a content type or a folder.</summary>
public sealed record PackageOption(string Name, string Title);

/// <summary>What is to be taken out of a site.</summary>
/// <param name="Parts">Empty: all.</param>
/// <param name="Drafts">True: also what readers have not seen yet.</param>
public sealed record PackageChoice(IReadOnlySet<PackagePart> Parts, bool Drafts)
{
    public static PackageChoice Everything { get; } = new(new HashSet<PackagePart>(), Drafts: true);

    /// <summary>Names of options of a part; a part that is missing here is taken whole.</summary>
    public IReadOnlyDictionary<PackagePart, IReadOnlySet<string>> Options { get; init; } = new Dictionary<PackagePart, IReadOnlySet<string>>();

    public bool Takes(PackagePart part) => Parts.Count == 0 || Parts.Contains(part);

    public bool Takes(PackagePart part, string option) => !Options.TryGetValue(part, out var chosen) || chosen.Count == 0 || chosen.Contains(option);
}
