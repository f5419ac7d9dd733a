using System.CommandLine;
using System.CommandLine.Parsing;
using OrchardSite.Recipes;

namespace OrchardSite.Web.Commands;

/// <summary>The options that give a recipe its parameters.</summary>
internal sealed class SetupParameters
{
    private readonly Option<string?> _siteName;
    private readonly Option<string[]> _parameters;

    public SetupParameters(PortalShell shell)
    {
        _siteName = new Option<string?>("--site-name") { Description = shell.Text["The name that the site shows."] };
        _parameters = new Option<string[]>("--parameter") { Description = shell.Text["A parameter of the recipe; may be given several times."], HelpName = "name=value" };
        _parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1))
            {
                result.AddError(shell.Text["{0} is no parameter; write it like name=value.", token.Value]);
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_siteName);
        command.Add(_parameters);
    }

    public bool HasSiteName(CommandResult command) => Read(command.GetValue(_siteName), command.GetValue(_parameters)).ContainsKey(SetUpTenant.SiteName);

    public Dictionary<string, string> Read(ParseResult parse) => Read(parse.GetValue(_siteName), parse.GetValue(_parameters));

    private static Dictionary<string, string> Read(string? siteName, string[]? parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters ?? [])
        {
            // What is none has its own complaint already.
            if (parameter.IndexOf('=') is > 0 and var split)
            {
                values[parameter[..split]] = parameter[(split + 1)..];
            }
        }

        if (siteName is not null)
        {
            values[SetUpTenant.SiteName] = siteName;
        }

        return values;
    }
}
