using OrchardSite.Theming;

namespace OrchardSite.Admin;

/// <summary>The dashboard's style sheet, scripts, fonts and icons.</summary>
public sealed class AdminFiles(PortalPaths paths) : AssetFiles(Path.Combine(paths.Themes, "Admin", "wwwroot"), AdminPaths.Files);
