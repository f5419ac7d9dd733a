using System.Diagnostics;

namespace OrchardSite.Tests.Hosting;

/// <summary>The built program over one data folder, each time as a process of its own, as an administrator starts it on a terminal.</summary>
public sealed class PortalProgram(string folder, IReadOnlyDictionary<string, string?> settings)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "OrchardSite.Web.dll");

    public PortalProgram(TestDatabase database)
        : this(database.Folder, database.Settings)
    {
    }

    /// <summary>What LANG says; the C locale of a bare server says nothing of a language.</summary>
    public string Locale { get; init; } = "en_US.UTF-8";

    public string DataFolder => folder;

    /// <summary>Runs a verb to its end.</summary>
    public async Task<ProgramOutcome> RunAsync(params IEnumerable<string> arguments)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ending.CancelAfter(Longest);
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ending.Token);
            var error = process.StandardError.ReadToEndAsync(ending.Token);
            await process.WaitForExitAsync(ending.Token);
            return new ProgramOutcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    internal Process Start(IEnumerable<string> arguments)
    {
        // Tests that are run in the background of a script ignore Ctrl+C, and so would whatever they start.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", File, "--data", folder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ORCHARDSITE_", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LANG"] = Locale;
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }
}

/// <param name="Output">What was written for whoever asked.</param>
/// <param name="Error">What was written about something that went wrong.</param>
public sealed record ProgramOutcome(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public ProgramOutcome ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Error);
        Complaints.ShouldBeEmpty();
        return this;
    }

    /// <summary>Nothing was done, and these sentences alone say why.</summary>
    public void ShouldBeRefused(params string[] sentences)
    {
        Complaints.ShouldBe(sentences);
        Lines.ShouldBeEmpty();
        ExitCode.ShouldBe(1);
    }
}
