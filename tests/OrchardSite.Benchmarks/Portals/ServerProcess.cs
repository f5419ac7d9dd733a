using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OrchardSite.Benchmarks.Load;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>A server in a process of its own on a free port of the loopback, ended when this is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;

    private ServerProcess(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>From the start of the process until the first page had arrived.</summary>
    public TimeSpan FirstPageAfter { get; private set; }

    /// <summary>The portal's own program over a data folder.</summary>
    /// <param name="program">As <see cref="PublishedPortal"/> made it.</param>
    public static Task<ServerProcess> StartPortalAsync(
        string program, string dataFolder, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? settings = null)
    {
        var url = FreeUrl();
        return StartAsync(url, [program, "--data", dataFolder, "--urls", url], settings, cancellationToken);
    }

    /// <summary>The bare endpoint with an answer to give.</summary>
    public static Task<ServerProcess> StartBareAsync(string answerFile, CancellationToken cancellationToken)
    {
        var url = FreeUrl();
        return StartAsync(url, [typeof(ServerProcess).Assembly.Location, BareKestrel.Verb, answerFile, url], null, cancellationToken);
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(
        string url, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, url);
        server._process.BeginOutputReadLine();
        await server.WaitForFirstPageAsync(cancellationToken);
        server.FirstPageAfter = Stopwatch.GetElapsedTime(began);
        return server;
    }

    private async Task WaitForFirstPageAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause, cancellationToken))
        {
            try
            {
                using var response = await http.GetAsync(Url + "/", cancellationToken);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                return;
            }
            catch (HttpRequestException exception) when (IsNotYetListening(exception) && Stopwatch.GetElapsedTime(began) < Patience && !_process.HasExited)
            {
            }
        }
    }

    private static bool IsNotYetListening(HttpRequestException exception) =>
        exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };

    private static string FreeUrl()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }
}
