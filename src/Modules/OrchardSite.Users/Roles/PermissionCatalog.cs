using System.Collections.Frozen;

namespace OrchardSite.Users.Roles;

/// <summary>Every permission that a module of this program declares.</summary>
public sealed class PermissionCatalog(IEnumerable<Permission> permissions)
{
    // Orchard Core derives one permission per content type from each of these: Edit_Article, ListContent_Directive.
    private static readonly FrozenSet<string> DerivedFrom = FrozenSet.Create(
        StringComparer.Ordinal,
        "View", "ViewOwn", "Preview", "PreviewOwn", "Edit", "EditOwn", "Publish", "PublishOwn", "Delete", "DeleteOwn",
        "Clone", "CloneOwn", "ListContent", "EditContentOwner", "ManageCustomSettings",
        // And this one for each folder of the library: ManageMediaContent_hinh-anh.
        "ManageMediaContent",
        // And this one for each query of a site: ExecuteApi_NewArticles.
        "ExecuteApi");

    private readonly FrozenDictionary<string, Permission> _byName = permissions
        .DistinctBy(permission => permission.Name)
        .ToFrozenDictionary(permission => permission.Name, StringComparer.Ordinal);

    public IReadOnlyList<Permission> All => _byName.Values;

    public Permission? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>True for a declared permission, and for one that is derived for a content type.</summary>
    public bool IsKnown(string name) => _byName.ContainsKey(name) || IsDerived(name);

    /// <summary>True when the actor has the permission, or one that includes it: <c>EditContent</c> and <c>Publish_Article</c> include <c>Edit_Article</c>.</summary>
    public bool Allows(Actor actor, string name)
    {
        if (actor.Can(name) || (Find(name) is { } declared && actor.Can(declared)))
        {
            return true;
        }

        if (!IsDerived(name))
        {
            return false;
        }

        var (verb, type) = (name[..name.IndexOf('_')], name[(name.IndexOf('_') + 1)..]);
        var ofAllTypes = Find(verb) ?? Find(verb + "Content");
        return (ofAllTypes is not null && actor.Can(ofAllTypes))
            || (verb == "Edit" && actor.Can($"Publish_{type}"))
            || (verb is "EditOwn" or "ListContent" && Allows(actor, $"Edit_{type}"))
            || (verb == "DeleteOwn" && Allows(actor, $"Delete_{type}"));
    }

    private static bool IsDerived(string name) =>
        name.IndexOf('_') is > 0 and var end && end < name.Length - 1 && DerivedFrom.Contains(name[..end]);
}
