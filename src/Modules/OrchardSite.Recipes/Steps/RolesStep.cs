using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Recipes;

/// <summary>Creates roles, and replaces, adds or removes what they allow.</summary>
internal sealed class RolesStep(SiteDbContext db, SaveRole saveRole, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "Roles";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var known = await db.Set<Role>().Select(role => role.Name).ToHashSetAsync(cancellationToken);
        foreach (var json in step.Objects(step.Json, "Roles", localizer))
        {
            var role = Read(step, json);
            var saved = await saveRole.RunAsync(role, run.Actor, cancellationToken);
            if (!saved.Succeeded)
            {
                throw step.Error(json, string.Join(' ', saved.Refusals.Select(refusal => refusal.Message)));
            }

            if (saved.Value)
            {
                run.Report(known.Contains(role.Name) ? RecipeEffect.Update : RecipeEffect.Create, "role", role.Name);
            }
        }
    }

    private RoleDefinition Read(RecipeStep step, JsonObject json) => new(
        step.Text(json, "Name", localizer),
        step.OptionalText(json, "Description", localizer),
        Behavior(step, json),
        [.. step.Texts(json, "Permissions", localizer).Select(permission => permission.Text)]);

    // Recipes older than the behaviours mean to replace.
    private PermissionBehavior Behavior(RecipeStep step, JsonObject json)
    {
        const string Member = "PermissionBehavior";
        var text = step.OptionalText(json, Member, localizer) ?? nameof(PermissionBehavior.Replace);
        var names = Enum.GetNames<PermissionBehavior>();
        return Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? Enum.Parse<PermissionBehavior>(names[index])
            : throw step.Error(json[Member], localizer["{0} is no {1}; give one such as {2}.", text, Member, string.Join(", ", names)]);
    }
}
