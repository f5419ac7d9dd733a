using System.Collections.Frozen;

namespace OrchardSite;

/// <summary>Who does something, and what they may do in the current tenant.</summary>
public sealed class Actor
{
    private readonly FrozenSet<string> _permissions;
    private readonly bool _mayDoAnything;

    private Actor(int? accountId, string name, IEnumerable<string> permissions, bool mayDoAnything)
    {
        AccountId = accountId;
        Name = name;
        _permissions = permissions.ToFrozenSet(StringComparer.Ordinal);
        _mayDoAnything = mayDoAnything;
    }

    public int? AccountId { get; }

    public string Name { get; }

    /// <summary>True for who runs the whole installation. No role of a tenant makes somebody that.</summary>
    public bool IsHost => _mayDoAnything;

    /// <summary>True for a program that works with a person's token: it has what was given to it, and stands in for nobody who is away.</summary>
    public bool IsProgram { get; private init; }

    public static Actor Person(int accountId, string name, IEnumerable<string> permissions) =>
        new(accountId, name, permissions, mayDoAnything: false);

    /// <summary>A program that works in a person's name, with a part of what they may do.</summary>
    public static Actor Program(int accountId, string name, IEnumerable<string> permissions) =>
        new(accountId, name, permissions, mayDoAnything: false) { IsProgram = true };

    /// <summary>The person who runs the host, or a program of the host such as a recipe or a command.</summary>
    public static Actor Host(string name, int? accountId = null) => new(accountId, name, [], mayDoAnything: true);

    /// <summary>Somebody who is not signed in, with what the site lets everybody do.</summary>
    public static Actor Visitor(IEnumerable<string> permissions) => new(null, "", permissions, mayDoAnything: false);

    public static Actor Anonymous { get; } = new(null, "", [], mayDoAnything: false);

    public bool Can(Permission permission) => _mayDoAnything || permission.GrantedBy().Any(_permissions.Contains);

    /// <summary>True when the person has a permission whose name begins like this: one on some part, such as one category.</summary>
    public bool CanInPart(string start) => _mayDoAnything || _permissions.Any(name => name.StartsWith(start, StringComparison.Ordinal));

    public bool Can(string permissionName) => _mayDoAnything || _permissions.Contains(permissionName);
}
