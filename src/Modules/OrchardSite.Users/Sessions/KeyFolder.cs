using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Users.Sessions;

/// <summary>The keys that protect cookies and forms: files that only the program's own user may read.</summary>
internal static class KeyFolder
{
    public static IXmlRepository Open(PortalPaths paths, ILoggerFactory loggers)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(paths.Keys);
        }
        else
        {
            Directory.CreateDirectory(paths.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new FileSystemXmlRepository(new DirectoryInfo(paths.Keys), loggers);
    }
}
