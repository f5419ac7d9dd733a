using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Workflows.Export;

namespace OrchardSite.Web.Commands;

internal static class WorkflowExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var tenant = shell.TenantOption();
        var file = new Argument<string>("FILE") { Description = text["Where the recipe is written."] };
        var command = new Command("export", text["Writes the editorial workflow of a site as a recipe that Orchard Core runs."]) { file, tenant };
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(tenant), async services =>
        {
            var (recipe, lost) = await services.GetRequiredService<OrchardWorkflow>().MakeAsync(token);
            await File.WriteAllTextAsync(parse.GetRequiredValue(file), recipe.ToJsonString(Indented), token);
            await Console.Out.WriteLineAsync(text["Orchard Core cannot carry:"].Value);
            foreach (var sentence in lost)
            {
                await Console.Out.WriteLineAsync($"- {sentence}");
            }

            return 0;
        }, token));
        return command;
    }
}
