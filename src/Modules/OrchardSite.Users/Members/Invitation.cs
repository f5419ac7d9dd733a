namespace OrchardSite.Users.Members;

/// <param name="Roles">Names of roles of the current tenant.</param>
public sealed record Invitation(string DisplayName, string Email, IReadOnlyList<string> Roles);

/// <param name="IsMailed">A letter is on its way to the person.</param>
/// <param name="Link">
/// Path and query of the link that sets the person's first password, to be shown once and handed over by whoever has
/// invited them. Null when it was mailed, or the person has a password already.
/// </param>
public sealed record Invited(int AccountId, bool IsMailed, string? Link);
