using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Pages.Account;

/// <summary>What all account pages have in common: nothing of them is stored, framed, or told to another site.</summary>
[PersonLanguage]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class AccountPage : PageModel
{
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        // The address of a sign-in link is a secret.
        headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>The page again, with the reasons why nothing was done.</summary>
    protected PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refusals = refusals;
        Response.StatusCode = (int)refusals[0].Kind;
        return Page();
    }

    /// <summary>The page again, for somebody who has tried too often.</summary>
    internal PageResult TooMany(string message)
    {
        var page = Refused([new Refusal(RefusalKind.Invalid, message)]);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    /// <summary>The first refusal of every form with a new password: what was typed twice differs.</summary>
    protected static Refusal NotTheSame(IStringLocalizer localizer) =>
        new(RefusalKind.Invalid, localizer["The two new passwords are not the same."], SetPassword.RepeatedField);

    /// <summary>To the person's own page, which tells what was done.</summary>
    protected LocalRedirectResult ToAccount(AccountNotice notice) => LocalRedirect(Url.Content($"~/{AccountPaths.Account}?saved={notice}"));

    /// <summary>To the question for the second factor, and from there onward.</summary>
    protected LocalRedirectResult ToCode(string? returnUrl) => LocalRedirect(
        Url.Content($"~/{AccountPaths.SignInCode}") + (Url.IsLocalUrl(returnUrl) ? QueryString.Create("returnUrl", returnUrl).Value : ""));

    /// <summary>To where the person wanted to go, if that is on this host; else to where their work begins.</summary>
    protected async Task<LocalRedirectResult> OnwardAsync(string? returnUrl, Accounts.Account account) =>
        LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Content($"~/{await StartPage.OfAsync(HttpContext, account)}"));
}
