using System.Diagnostics;
using System.Runtime.CompilerServices;
using OrchardSite.Web;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>The portal as the README publishes it for a server.</summary>
internal static class PublishedPortal
{
    /// <returns>The program's path.</returns>
    /// <exception cref="InvalidOperationException">It could not be published; the message is what the build said.</exception>
    public static async Task<string> PublishAsync(string folder, CancellationToken cancellationToken)
    {
        var name = typeof(FirstRun).Assembly.GetName().Name!;
        var project = Path.Combine(RepositoryFolder(), "src", name);
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "-o", folder, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0 ? Path.Combine(folder, name + ".dll") : throw new InvalidOperationException(output);
    }

    private static string RepositoryFolder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
