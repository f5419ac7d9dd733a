using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace OrchardSite.Users.Pages.Account;

/// <summary>Makes this module's pages known, whichever program hosts the portal.</summary>
internal static class AccountPages
{
    public static void AddTo(ApplicationPartManager manager)
    {
        var assembly = typeof(AccountPages).Assembly;
        if (manager.ApplicationParts.Any(part => part.Name == assembly.GetName().Name))
        {
            return;
        }

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
        {
            manager.ApplicationParts.Add(part);
        }
    }
}
