using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Theming;

namespace OrchardSite.Tests.Theming;

/// <summary>A portal whose theme has other templates in place of some of its own.</summary>
internal static class AlteredTheme
{
    /// <param name="views">Names of templates without extension, each with its Liquid.</param>
    public static Task<PortalApp> StartAsync(params (string View, string Liquid)[] views) => PortalApp.StartAsync(services: services =>
    {
        var paths = (PortalPaths)services.Last(service => service.ServiceType == typeof(PortalPaths)).ImplementationInstance!;
        services.AddSingleton(new PortalPaths(paths.Data) { Themes = Copy(paths, views) });
    });

    private static string Copy(PortalPaths paths, (string View, string Liquid)[] views)
    {
        var original = Path.Combine(paths.Themes, PortalTheme.Name);
        var copy = Path.Combine(paths.Data, "themes", PortalTheme.Name);
        Directory.CreateDirectory(Path.Combine(copy, "Views"));
        foreach (var view in Directory.EnumerateFiles(Path.Combine(original, "Views")))
        {
            File.Copy(view, Path.Combine(copy, "Views", Path.GetFileName(view)));
        }

        foreach (var (view, liquid) in views)
        {
            File.WriteAllText(Path.Combine(copy, "Views", view + ".liquid"), liquid);
        }

        Directory.CreateSymbolicLink(Path.Combine(copy, "wwwroot"), Path.Combine(original, "wwwroot"));
        Directory.CreateSymbolicLink(Path.Combine(copy, "Localization"), Path.Combine(original, "Localization"));
        return Path.Combine(paths.Data, "themes");
    }
}
