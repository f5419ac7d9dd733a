namespace OrchardSite.Users;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class UserAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("SaveRole", "Saved a role"),
        ("RemoveRole", "Removed a role"),
        ("InvitePerson", "Invited a person"),
        ("ChangeMembership", "Changed the roles of a person"),
        ("EndMembership", "Took a person off the site"),
        ("SaveProfile", "Changed their name"),
        ("SetPassword", "Set their password"),
        ("SetPasswordByLink", "Set their password by a link"),
        ("SendPasswordReset", "Asked for a new password"),
        ("EnsureHostAdministrator", "Made an account of who runs the installation"),
        ("SignInWithPassword", "Signed in with a password"),
        ("SignInWithCode", "Signed in with a code"),
        ("SignInWithProvider", "Signed in with a provider"),
        ("UseSignInLink", "Signed in by a link"),
        ("BeginSession", "Began a new session"),
        ("LinkProvider", "Linked an account with a provider"),
        ("CreateSignInLink", "Made a link that signs in"),
        ("EndSession", "Ended a session"),
        ("EndOtherSessions", "Ended all other sessions"),
        ("ConfirmSecondFactor", "Switched the second step of signing in on"),
        ("RenewRecoveryCodes", "Renewed the recovery codes"),
        ("TurnOffSecondFactor", "Switched the second step of signing in off"),
    ];
}
