using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Pages.Account;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Limits;

/// <summary>The forms of a page are taken only so often: from one address, and for one name where the form has the field <c>userName</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute : Attribute, IAsyncPageFilter
{
    private const string NameField = "userName";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext;
        if (HttpMethods.IsPost(request.Request.Method) && await CountAsync(request) is { } wait)
        {
            request.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var minutes = (int)Math.Ceiling(wait.TotalMinutes);
            var localizer = request.RequestServices.GetRequiredService<IStringLocalizer>();
            context.Result = ((AccountPage)context.HandlerInstance).TooMany(localizer["There were too many tries. Please wait {0} minutes and try again.", minutes]);
            return;
        }

        await next();
    }

    private static async Task<TimeSpan?> CountAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form[NameField].ToString() is { Length: > 0 and <= Account.LongestEmail } typed ? typed : null;
        return context.RequestServices.GetRequiredService<SignInLimits>().Count(ClientAddress.Of(context), name);
    }
}
