using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content.Operations;

/// <summary>The permissions of each content type that is told apart in roles.</summary>
internal sealed class ContentTypePermissions(DefinitionStore definitions, TermStore terms, IStringLocalizer localizer) : IPermissionSource
{
    public async ValueTask<IReadOnlyList<PermissionGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        var types = (await definitions.GetAsync()).Types.Where(type => type.IsSecurable).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).ToArray();
        var tree = await terms.GetAsync();
        return [.. types.Select(OfType), .. types.SelectMany(type => OfCategories(type, tree))];
    }

    private PermissionGroup OfType(ContentType type) => new(
        type.DisplayName,
        [
            new Permission($"ListContent_{type.Name}", localizer["See them in lists, drafts included"]),
            new Permission($"EditOwn_{type.Name}", localizer["Write and edit one's own"]),
            new Permission($"Edit_{type.Name}", localizer["Edit all"]),
            new Permission($"Publish_{type.Name}", localizer["Publish and take down"]),
            new Permission($"DeleteOwn_{type.Name}", localizer["Delete one's own"]),
            new Permission($"Delete_{type.Name}", localizer["Delete all"]),
            new Permission($"Clone_{type.Name}", localizer["Clone"]),
        ]);

    private IEnumerable<PermissionGroup> OfCategories(ContentType type, TermTree tree)
    {
        var taxonomies = type.Taxonomies.ToHashSet();
        return tree.All
            .Where(term => term.Parent is null && taxonomies.Contains(term.TaxonomyId))
            .OrderBy(term => term.DisplayText, StringComparer.CurrentCulture)
            .SelectMany(root => root.Subtree())
            .Select(term => new PermissionGroup(
                string.Join(" › ", term.Ancestors.Append(term).Select(place => place.DisplayText)),
                [
                    new Permission(ContentPermissions.InCategory("EditOwn", type.Name, term.Id), localizer["Write and edit one's own"]),
                    new Permission(ContentPermissions.InCategory("Edit", type.Name, term.Id), localizer["Edit all"]),
                    new Permission(ContentPermissions.InCategory("Publish", type.Name, term.Id), localizer["Publish and take down"]),
                ])
            {
                Section = localizer["{0}: in single categories", type.DisplayName],
            });
    }
}
