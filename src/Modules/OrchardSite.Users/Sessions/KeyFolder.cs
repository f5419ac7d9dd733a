using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Users.Sessions;

/// <summary>The keys that protect cookies and forms: files that only the program's own user may read.</summary>
public static class KeyFolder
{
    /// <summary>Makes the folder where it is not there yet.</summary>
    /// <returns>Its path.</returns>
    public static string Create(PortalPaths paths)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(paths.Keys);
        }
        else
        {
            Directory.CreateDirectory(paths.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return paths.Keys;
    }

    internal static IXmlRepository Open(PortalPaths paths, ILoggerFactory loggers) => new FileSystemXmlRepository(new DirectoryInfo(Create(paths)), loggers);
}
