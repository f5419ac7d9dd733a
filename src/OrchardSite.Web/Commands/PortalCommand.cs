using System.CommandLine;

namespace OrchardSite.Web.Commands;

/// <summary>The command line: no verb serves the portal, each verb does one thing to the same data folder.</summary>
internal static class PortalCommand
{
    // A name of a site may begin with the sign that elsewhere stands for a file of arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static Task<int> RunAsync(string[] args)
    {
        var shell = new PortalShell(args);
        var texts = new CommandLineTexts(shell.Text);
        var root = Create(shell);
        texts.TranslateHelp(root);
        var parse = root.Parse(args, Parsing);
        if (parse.Errors.Count > 0)
        {
            return Task.FromResult(Refuse(shell, texts, parse));
        }

        return parse.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The server listens for signals itself; a verb that is ended leaves nothing half done.
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Create(PortalShell shell)
    {
        var text = shell.Text;
        var root = new RootCommand(text["A portal of many sites. Without a verb it serves them."])
        {
            shell.Data,
            shell.Language,
            new Command("tenants", text["The sites of this installation."])
            {
                TenantsList.Create(shell),
                TenantsCreate.Create(shell),
                TenantsClone.Create(shell),
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
                RecipesExport.Create(shell),
                RecipesImport.Create(shell),
            },
            new Command("search", text["The index by which content is found."])
            {
                SearchStatus.Create(shell),
                SearchVerify.Create(shell),
                SearchRebuild.Create(shell),
            },
            new Command("audit", text["The logs of who did what."])
            {
                AuditVerify.Create(shell),
            },
            new Command("workflow", text["The editorial workflow."])
            {
                WorkflowExport.Create(shell),
            },
            new Command("import", text["Moves content in from elsewhere."])
            {
                ImportPage.Create(shell),
            },
        };
        Serve.AddTo(root, shell);
        return root;
    }

    private static int Refuse(PortalShell shell, CommandLineTexts texts, ParseResult parse)
    {
        foreach (var sentence in texts.Describe(parse))
        {
            shell.Fail(sentence);
        }

        return shell.Fail(shell.Text["--help shows what can be asked."]);
    }
}
