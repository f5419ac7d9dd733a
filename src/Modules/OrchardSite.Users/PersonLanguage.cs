using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardSite.Users;

/// <summary>Runs a page in the language that the person has chosen; where none was chosen, it stays the site's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonLanguageAttribute : Attribute, IAsyncResourceFilter
{
    private const string Cookie = "orchardsite-language";

    /// <summary>What the portal speaks, each by its own name.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["vi"] = "Tiếng Việt", ["en"] = "English" };

    /// <returns>False for a language that the portal does not speak.</returns>
    public static bool Choose(HttpContext context, string language)
    {
        if (!Languages.ContainsKey(language))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        return true;
    }

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (context.HttpContext.Request.Cookies[Cookie] is { } chosen && Languages.ContainsKey(chosen))
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(chosen);
        }

        return next();
    }
}
