using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content.Operations;

/// <summary>The permissions of each content type that is told apart in roles.</summary>
internal sealed class ContentTypePermissions(DefinitionStore definitions, IStringLocalizer localizer) : IPermissionSource
{
    public async ValueTask<IReadOnlyList<PermissionGroup>> GroupsAsync(CancellationToken cancellationToken) =>
        (await definitions.GetAsync()).Types
            .Where(type => type.IsSecurable)
            .OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)
            .Select(type => new PermissionGroup(type.DisplayName,
            [
                new Permission($"ListContent_{type.Name}", localizer["See them in lists, drafts included"]),
                new Permission($"EditOwn_{type.Name}", localizer["Write and edit one's own"]),
                new Permission($"Edit_{type.Name}", localizer["Edit all"]),
                new Permission($"Publish_{type.Name}", localizer["Publish and take down"]),
                new Permission($"DeleteOwn_{type.Name}", localizer["Delete one's own"]),
                new Permission($"Delete_{type.Name}", localizer["Delete all"]),
                new Permission($"Clone_{type.Name}", localizer["Clone"]),
            ]))
            .ToArray();
}
