using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Pages.Admin;

/// <summary>Where the site, or a part of it, is taken out as a package, and where one is brought in.</summary>
public sealed class PackagesModel(ExportPackage export, PackageFolders folders, IEnumerable<IDeploymentSource> sources, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    private const char Of = '|';

    /// <summary>Names of the parts that are ticked.</summary>
    [BindProperty]
    public string[] Parts { get; set; } = [];

    /// <summary>Things of parts as <c>Content|NAME</c>.</summary>
    [BindProperty]
    public string[] Options { get; set; } = [];

    [BindProperty]
    public bool Drafts { get; set; }

    public IReadOnlyList<(PackagePart Part, IReadOnlyList<PackageOption> Options)> All { get; private set; } = [];

    public bool MayExport => Actor.Can(DeploymentPermissions.Export);

    public bool MayImport => Actor.Can(DeploymentPermissions.Import);

    public static string ValueOf(PackagePart part, PackageOption option) => $"{part}{Of}{option.Name}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Parts = Enum.GetNames<PackagePart>();
        await ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var parts = Parts.Select(name => Enum.TryParse<PackagePart>(name, out var part) && Enum.IsDefined(part) ? part : (PackagePart?)null).OfType<PackagePart>().ToHashSet();
        if (parts.Count == 0)
        {
            return await RefuseAsync([new Refusal(RefusalKind.Invalid, localizer["Tick at least one thing to take out."])], cancellationToken);
        }

        var package = folders.CreateFile(HttpContext.Tenant().Id);
        var written = await export.RunAsync(package, new PackageChoice(parts, Drafts) { Options = OptionsByPart() }, Actor, cancellationToken);
        if (!written.Succeeded)
        {
            await package.DisposeAsync();
            return await RefuseAsync(written.Refusals, cancellationToken);
        }

        package.Position = 0;
        var day = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Site.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return File(package, "application/zip", $"{HttpContext.Tenant().Name}-{day}.zip");
    }

    protected override Permission? Missing() => base.Missing() ?? (MayExport || MayImport ? null : DeploymentPermissions.Export);

    private Dictionary<PackagePart, IReadOnlySet<string>> OptionsByPart() => Options
        .Select(option => option.Split(Of, 2))
        .Where(option => option.Length == 2 && Enum.TryParse<PackagePart>(option[0], out _))
        .GroupBy(option => Enum.Parse<PackagePart>(option[0]), option => option[1])
        .ToDictionary(group => group.Key, group => (IReadOnlySet<string>)group.ToHashSet(StringComparer.Ordinal));

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Refused(refusals);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<(PackagePart, IReadOnlyList<PackageOption>)>();
        foreach (var source in sources.OrderBy(source => source.Part))
        {
            all.Add((source.Part, await source.OptionsAsync(cancellationToken)));
        }

        All = all;
    }
}
