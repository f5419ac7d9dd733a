using System.Diagnostics;

namespace OrchardSite.Tests.Hosting;

/// <summary>The program as it serves, until it is stopped as Ctrl+C does it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private const string LinkStart = "/sign-in/link?token=";

    // The last thing it says before it waits for readers.
    private static readonly string[] Ready = ["Ctrl+C stops the portal.", "Nhấn Ctrl+C để dừng cổng thông tin."];

    private readonly Process _process;

    private RunningProgram(Process process, IReadOnlyList<string> lines)
    {
        (_process, Lines) = (process, lines);
        Address = new Uri(lines.First(line => line.Contains("http://", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        Http = Client();
    }

    /// <summary>What it told before it waited for readers.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The address of the first site.</summary>
    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>Null when it printed none.</summary>
    public string? SignInLink => Lines.FirstOrDefault(line => line.Contains(LinkStart, StringComparison.Ordinal));

    public string SignInToken => SignInLink.ShouldNotBeNull().Split(LinkStart)[1];

    /// <summary>In bytes, now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>In bytes, since it was started.</summary>
    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<RunningProgram> StartAsync(PortalProgram program)
    {
        var process = program.Start(["--urls", "http://127.0.0.1:0"]);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (Ready.Contains(line))
            {
                return new RunningProgram(process, lines);
            }
        }

        using (process)
        {
            throw new InvalidOperationException($"The program did not serve: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        }
    }

    /// <summary>A browser with cookies of its own.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<ProgramOutcome> StopAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_process.Id}"]))
        {
            await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramOutcome(_process.ExitCode, output, error);
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await KillAsync();
        _process.Dispose();
    }
}
