using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OrchardSite.Benchmarks.Load;

/// <summary>The load generator wrk, with the connections that the reference was measured with.</summary>
internal static partial class Wrk
{
    public const int Connections = 32;
    public const int Threads = 2;

    private const string Program = "wrk";

    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <returns>Answers per second.</returns>
    /// <exception cref="InvalidOperationException">Some answers were none, or not 200.</exception>
    public static async Task<double> MeasureAsync(string url, string? acceptEncoding, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true };
        foreach (var argument in Arguments(url, acceptEncoding, duration))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var rate = RatePattern().Match(output);
        return rate.Success && !FailurePattern().IsMatch(output)
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The load on {url} did not go well:\n{output}");
    }

    private static IEnumerable<string> Arguments(string url, string? acceptEncoding, TimeSpan duration)
    {
        string[] arguments = [$"-t{Threads}", $"-c{Connections}", $"-d{duration.TotalSeconds:0}s"];
        return acceptEncoding is null ? [.. arguments, url] : [.. arguments, "-H", $"Accept-Encoding: {acceptEncoding}", url];
    }

    [GeneratedRegex(@"^Requests/sec:\s*([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex RatePattern();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex FailurePattern();
}
