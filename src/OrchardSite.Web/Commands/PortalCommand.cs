using System.CommandLine;

namespace OrchardSite.Web.Commands;

/// <summary>The command line: no verb serves the portal, each verb does one thing to the same data folder.</summary>
internal static class PortalCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var shell = new PortalShell(args);
        var text = shell.Text;
        var root = new RootCommand(text["A portal of many sites. Without a verb it serves them."])
        {
            shell.Data,
            shell.Language,
            new Command("tenants", text["The sites of this installation."])
            {
                TenantsList.Create(shell),
                TenantsCreate.Create(shell),
                TenantsSetup.Create(shell),
                TenantsEnable.Create(shell),
                TenantsDisable.Create(shell),
                TenantsRemove.Create(shell),
                TenantsFeatures.Create(shell),
            },
            new Command("recipes", text["What sites are made of."])
            {
                RecipesList.Create(shell),
                RecipesPlan.Create(shell),
                RecipesRun.Create(shell),
            },
            new Command("import", text["Moves content in from elsewhere."])
            {
                ImportPage.Create(shell),
            },
        };
        Serve.AddTo(root, shell);
        return root.Parse(args).InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The server listens for signals itself; a verb that is ended leaves nothing half done.
            ProcessTerminationTimeout = null,
        });
    }
}
