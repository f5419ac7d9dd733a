using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Localization;
using OrchardSite.Tenants;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

/// <summary>What all verbs share: options, language, terminal, and how a portal is opened and a failure told.</summary>
internal sealed class PortalShell
{
    private const string LanguageName = "--language";
    private const int WidthOfFiles = 200;

    // The languages that the portal's texts are in; the first is the default.
    private static readonly string[] Languages = ["vi", "en"];

    public PortalShell(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(ChooseLanguage(args));
        Text = new PoStringLocalizer(new Translations([typeof(PortalShell).Assembly]));
        Data = new Option<string?>("--data") { Description = Text["The folder for everything that the portal writes."], HelpName = "DIR", Recursive = true };
        Language = new Option<string?>(LanguageName) { Description = Text["The language of this output: vi or en."], HelpName = "vi|en", Recursive = true };
        Language.AcceptOnlyFromAmong(Languages);
        Data.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
            {
                result.AddError(Text["--data needs a folder."]);
            }
        });
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
        }
    }

    public IStringLocalizer Text { get; }

    public Option<string?> Data { get; }

    public Option<string?> Language { get; }

    /// <summary>Who the audit log says has done what a verb does.</summary>
    public Actor Actor { get; } = Actor.Host("orchardsite");

    /// <summary>Opens the portal over its data folder without serving it, and does a verb's work.</summary>
    public Task<int> RunAsync(ParseResult parse, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) =>
        RunAsync(new PortalOptions { DataFolder = parse.GetValue(Data) }, async app =>
        {
            await PortalHost.OpenDatabaseAsync(app.Services, cancellationToken);
            return await work(app.Services);
        });

    /// <summary>Opens the portal as a verb does, in the scope of the tenant that the verb names.</summary>
    public Task<int> RunInTenantAsync(ParseResult parse, string tenantName, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) =>
        RunAsync(parse, async services =>
        {
            if (services.GetRequiredService<TenantDirectory>().Find(tenantName) is not { } tenant)
            {
                return Fail(Text["There is no site with the name {0}.", tenantName]);
            }

            await using var scope = services.CreateTenantScope(tenant.Identity);
            return await work(scope.ServiceProvider);
        }, cancellationToken);

    /// <summary>Builds the portal and works with it; what goes wrong becomes one sentence.</summary>
    public async Task<int> RunAsync(PortalOptions options, Func<WebApplication, Task<int>> work)
    {
        WebApplication? app = null;
        try
        {
            DataFolder.Open(PortalHost.PathsOf(options));
            app = PortalHost.Build(options);
            return await work(app);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var paths = PortalHost.PathsOf(options);
            if (new Failures(Text, paths).Describe(exception) is { } sentence)
            {
                return Fail(sentence);
            }

            PortalLogging.WriteFailure(paths, exception);
            return Fail(Text["Something unexpected went wrong ({0}); the log in {1} says more.", FirstSentence(exception.Message), paths.Logs]);
        }
        finally
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>Does something that takes a while. On a terminal its progress is shown; a file keeps only what comes of it.</summary>
    public static Task<T> WatchAsync<T>(string subject, Func<IProgress<string>?, Task<T>> work) => AnsiConsole.Profile.Capabilities.Interactive
        ? AnsiConsole.Status().StartAsync(Markup.Escape(subject), status => work(new TellStatus(status, subject)))
        : work(null);

    public int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    /// <summary>0 for a success after telling it, 1 for a refusal after giving its reasons.</summary>
    public int Report<T>(OperationResult<T> result, Func<T, string> describe)
    {
        if (result.Succeeded)
        {
            Console.Out.WriteLine(describe(result.Value));
            return 0;
        }

        foreach (var refusal in result.Refusals)
        {
            Console.Error.WriteLine(refusal.Message);
        }

        return 1;
    }

    public Argument<string> SiteArgument() => new("NAME") { Description = Text["The name of the site."] };

    public Option<string> TenantOption() => new("--tenant") { Description = Text["The name of the site."], HelpName = "NAME", Required = true };

    public static Table Table(params ReadOnlySpan<LocalizedString> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        return table;
    }

    private static string FirstSentence(string message) => message.Split('\n')[0].Split(". ")[0].TrimEnd('.', '\r');

    private static string ChooseLanguage(string[] args)
    {
        var asked = args.SkipWhile(argument => argument != LanguageName).ElementAtOrDefault(1)
            ?? args.FirstOrDefault(argument => argument.StartsWith(LanguageName + "=", StringComparison.Ordinal))?[(LanguageName.Length + 1)..]
            ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return Languages.Contains(asked) ? asked : Languages[0];
    }
}
