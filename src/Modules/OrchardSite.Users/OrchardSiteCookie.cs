namespace OrchardSite.Users;

/// <summary>The cookie of somebody who is signed in. A request without it is an anonymous reader's.</summary>
public static class OrchardSiteCookie
{
    public const string Name = "orchardsite";
}
