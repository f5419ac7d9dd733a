using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

internal static class TenantsCreate
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var name = shell.SiteArgument();
        var prefix = new Option<string>("--prefix") { Description = text["The first part of the path of its addresses; none: the root."], DefaultValueFactory = _ => "" };
        var hosts = new Option<string[]>("--host") { Description = text["A host name that it answers to; none: every host."] };
        var recipe = new Option<string>("--recipe") { Description = text["The recipe that it is set up from."], Required = true };
        var setup = new Option<bool>("--setup") { Description = text["Set it up at once."] };
        var parameters = new SetupParameters(shell);
        var command = new Command("create", text["Adds a site."]) { name, prefix, hosts, recipe, setup };
        parameters.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(setup) && !parameters.HasSiteName(result))
            {
                result.AddError(text["Setting up needs --site-name."]);
            }
        });
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            var tenant = new NewTenant(parse.GetRequiredValue(name), parse.GetRequiredValue(prefix), parse.GetValue(hosts) ?? [], parse.GetRequiredValue(recipe));
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<CreateTenant>().RunAsync(tenant, shell.Actor, token);
            var status = shell.Report(result, created => text["The site {0} has been added.", created.Name]);
            return status == 0 && parse.GetValue(setup)
                ? await TenantsSetup.SetUpAsync(shell, services, tenant.Name, parameters.Read(parse), token)
                : status;
        }, token));
        return command;
    }
}
