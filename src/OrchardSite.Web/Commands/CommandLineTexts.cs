using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Web.Commands;

/// <summary>Says in the terminal's language what the command line library, which has no Vietnamese, says by itself.</summary>
internal sealed class CommandLineTexts(IStringLocalizer text)
{
    // In the order in which they are looked for: the library's own words.
    private static readonly string[] Errors =
    [
        "Unrecognized command or argument '{0}'.",
        "Required argument '{0}' missing for command: '{1}'.",
        "Required argument missing for option: '{0}'.",
        "Required command was not provided.",
        "Option '{0}' is required.",
        "Option '{0}' expects a single argument but {1} were provided.",
        "Argument '{0}' not recognized. Must be one of:{1}",
        "{0} option cannot be combined with other arguments.",
    ];

    private static readonly string[] Headings = ["Description:", "Usage:", "Arguments:", "Options:", "Commands:"];
    private static readonly string[] Labels = ["[options]", "[command]", "(REQUIRED)"];

    public void TranslateHelp(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption { Action: HelpAction action } help:
                    help.Description = text["Shows what can be asked, also after a verb."];
                    help.Action = new Help(action, Translate);
                    break;
                case VersionOption version:
                    version.Description = text["Shows the version of the program."];
                    break;
            }
        }
    }

    /// <summary>What is wrong with a command line, a sentence each.</summary>
    public IEnumerable<string> Describe(ParseResult parse) => parse.Errors.Select(error => DescribeError(error.Message)).Distinct();

    private string DescribeError(string message)
    {
        foreach (var known in Errors)
        {
            var pattern = Regex.Replace(Regex.Escape(known), @"\\\{\d}", "(.*)");
            if (Regex.Match(message, $"^{pattern}$", RegexOptions.Singleline) is { Success: true } match)
            {
                return text[known, [.. match.Groups.Values.Skip(1).Select(group => Squeeze(group.Value))]];
            }
        }

        return message;
    }

    private static string Squeeze(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Translate(string help)
    {
        foreach (var heading in Headings)
        {
            help = Regex.Replace(help, $"^{heading}", text[heading], RegexOptions.Multiline);
        }

        return Labels.Aggregate(help, (current, label) => current.Replace(label, text[label], StringComparison.Ordinal));
    }

    private sealed class Help(HelpAction library, Func<string, string> translate) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parse)
        {
            var invocation = parse.InvocationConfiguration;
            var terminal = invocation.Output;
            using var help = new StringWriter();
            invocation.Output = help;
            var status = library.Invoke(parse);
            terminal.Write(translate(help.ToString()));
            return status;
        }
    }
}
