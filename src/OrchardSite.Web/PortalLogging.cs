using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;
using Serilog.Filters;

namespace OrchardSite.Web;

/// <summary>A file a day under the data folder; on the terminal only what somebody should look at.</summary>
internal static class PortalLogging
{
    private const int DaysKept = 31;
    private const string FileLine = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";
    private const string TerminalLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}";

    public static void AddPortalLogging(this WebApplicationBuilder builder, PortalPaths paths)
    {
        var logger = ToFile(new LoggerConfiguration(), paths)
            // The framework's own lines repeat each address with its query, where a sign-in link has its secret.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // On the terminal the portal's own words are enough: a failure of a library reaches it through them.
            .WriteTo.Logger(terminal => terminal
                .Filter.ByIncludingOnly(Matching.FromSource(nameof(OrchardSite)))
                .WriteTo.Console(LogEventLevel.Warning, TerminalLine, CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose))
            .CreateLogger();
        builder.Services.AddSerilog(logger, dispose: true);
    }

    /// <summary>Records what ended the program, which may have been before there was an application to log with.</summary>
    public static void WriteFailure(PortalPaths paths, Exception exception)
    {
        using var logger = ToFile(new LoggerConfiguration(), paths).CreateLogger();
        logger.Fatal(exception, "The program failed");
    }

    private static LoggerConfiguration ToFile(LoggerConfiguration logger, PortalPaths paths) => logger.WriteTo.File(
        Path.Combine(paths.Logs, "portal-.log"),
        outputTemplate: FileLine,
        formatProvider: CultureInfo.InvariantCulture,
        rollingInterval: RollingInterval.Day,
        retainedFileCountLimit: DaysKept,
        // The commands write to the same file while the server runs.
        shared: true);
}
