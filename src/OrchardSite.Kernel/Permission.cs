namespace OrchardSite;

/// <summary>Something a role may allow. A module registers the ones it asks for.</summary>
/// <param name="Name">Orchard Core's name where it has one, such as <c>PublishContent</c>.</param>
/// <param name="Description">English text, translated where it is shown.</param>
/// <param name="ImpliedBy">Permissions that include this one.</param>
public sealed record Permission(string Name, string Description, params Permission[] ImpliedBy)
{
    /// <summary>The name of every permission that grants this one.</summary>
    public IEnumerable<string> GrantedBy() => ImpliedBy.SelectMany(permission => permission.GrantedBy()).Prepend(Name);
}
