namespace OrchardSite.Users.Pages.Account;

/// <summary>What has just been done, told on the next page.</summary>
public enum AccountNotice
{
    PasswordSaved,
    ProfileSaved,
}
