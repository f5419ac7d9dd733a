using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Articles.OldSite;

namespace OrchardSite.Web.Commands;

internal static class ImportPage
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var files = new Argument<string[]>("FILE") { Description = text["Pages of the department's old site, saved as text or HTML."], Arity = ArgumentArity.OneOrMore };
        var tenant = shell.TenantOption();
        var command = new Command("page", text["Takes in saved pages of the department's old site."]) { files, tenant };
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(tenant), async services =>
        {
            var outcomes = await PortalShell.WatchAsync(text["Reading pages"], _ =>
                services.GetRequiredService<ImportOldPages>().RunAsync(parse.GetRequiredValue(files), shell.Actor, token));
            foreach (var outcome in outcomes)
            {
                Tell(shell, outcome);
            }

            return outcomes.Any(outcome => outcome.Effect == OldPageEffect.Refused) ? 1 : 0;
        }, token));
        return command;
    }

    private static void Tell(PortalShell shell, OldPageOutcome outcome)
    {
        var text = shell.Text;
        if (outcome.Effect == OldPageEffect.Refused)
        {
            shell.Fail($"{outcome.File}: {outcome.Reason}");
            return;
        }

        Console.Out.WriteLine(text["{0}: {1}, {2}; {3} further titles.", outcome.File, outcome.Title ?? "", text[outcome.Effect.ToString()], outcome.Stubs]);
        if (outcome.Reason is not null)
        {
            Console.Error.WriteLine($"{outcome.File}: {outcome.Reason}");
        }
    }
}
