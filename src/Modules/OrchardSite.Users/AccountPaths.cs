namespace OrchardSite.Users;

/// <summary>Where people sign in, in every tenant.</summary>
public static class AccountPaths
{
    public const string SignIn = "sign-in";

    public const string SignInLink = SignIn + "/link";

    public const string SignInCode = SignIn + "/code";

    public const string SignInWith = SignIn + "/with";

    public const string PasswordReset = SignIn + "/reset";

    public const string PasswordByLink = SignIn + "/password";

    public const string SignOut = "sign-out";

    public const string Account = "account";

    public const string Profile = Account + "/profile";

    public const string Password = Account + "/password";

    public const string SecondFactor = Account + "/second-factor";

    public const string Sessions = Account + "/sessions";

    public const string Style = Account + "/account.css";
}
