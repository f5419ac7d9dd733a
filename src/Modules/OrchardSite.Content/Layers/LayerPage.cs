using OrchardSite.Theming;
using OrchardSite.Users;

namespace OrchardSite.Content.Layers;

/// <summary>What rules of layers ask of a page and who reads it.</summary>
/// <param name="Path">Inside the site, with a slash at the start.</param>
/// <param name="ContentType">Of the item that the page is about; null where it is about none.</param>
/// <param name="Roles">Names of the reader's roles; empty unless a rule asks for them.</param>
public sealed record LayerPage(string Path, bool IsHomepage, string Culture, string? ContentType, bool IsSignedIn, IReadOnlyList<string> Roles)
{
    public static async ValueTask<LayerPage> OfAsync(PageRendering page, bool withRoles, CurrentActor current)
    {
        var user = page.Http.User;
        IReadOnlyList<string> roles = withRoles ? await current.RolesAsync(user, page.Http.RequestAborted) : [];
        return new LayerPage(page.Path, page.IsHomepage, page.Culture.Name, page.ContentType, user.Identity?.IsAuthenticated == true, roles);
    }
}
