using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;

namespace OrchardSite.Web.Commands;

internal static class RecipesExport
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var tenant = shell.TenantOption();
        var file = new Argument<string>("PACKAGE.zip") { Description = text["Where the package is written."] };
        var command = new Command("export", text["Writes a site as a package that another one can take in."]) { file, tenant };
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(tenant), async services =>
        {
            var path = Path.GetFullPath(parse.GetRequiredValue(file));
            var unfinished = $"{path}.{UniqueId.New()}";
            try
            {
                OperationResult<WrittenPackage> written;
                await using (var target = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
                {
                    written = await services.GetRequiredService<ExportPackage>().RunAsync(target, PackageChoice.Everything, shell.Actor, token);
                }

                if (written.Succeeded)
                {
                    File.Move(unfinished, path, overwrite: true);
                }

                return shell.Report(written, package => text["The package is written: a recipe and {0} files.", package.Files]);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }, token));
        return command;
    }
}
