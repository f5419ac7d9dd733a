using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;
using OrchardSite.Users.Sessions;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits.Counting;

/// <summary>
/// Hears from the theme's script that a page is read, and answers with the numbers of the counter: one small request for both. The page
/// itself is the same bytes for everybody, from whichever cache it came.
/// </summary>
internal sealed class CountVisits(VisitSeal seal, VisitLimits limits, Visitors visitors, VisitCounter counter, SiteTotals totals, SiteDays days)
{
    public const string Path = "visits";

    // A seal and the longest address, if each of its letters took four bytes.
    private const int MostBytes = 2048;

    public async Task<IResult> HearAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Sent(context.Request))
        {
            return Refuse(context, StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context.Request) is not { } text)
        {
            return Refuse(context, StatusCodes.Status413PayloadTooLarge);
        }

        var site = context.Tenant().Id;
        if (text.Length > 0)
        {
            if (text.Split(' ', 2) is not [var given, var path] || !seal.IsOf(site, path, given))
            {
                return Refuse(context, StatusCodes.Status400BadRequest);
            }

            if (ReaderRequest.IsOfReader(context) && !await CountAsync(context, site, path))
            {
                return Refuse(context, StatusCodes.Status429TooManyRequests);
            }
        }

        return TypedResults.Json(await totals.OfAsync(site));
    }

    private async Task<bool> CountAsync(HttpContext context, int site, string path)
    {
        var address = ClientAddress.Of(context);
        if (!limits.Take(site, address))
        {
            return false;
        }

        var today = await days.TodayAsync(site);
        var numbers = new VisitNumbers(1, visitors.Meet(site, today, address, context.Request.Headers.UserAgent.ToString()) ? 1 : 0);
        counter.Add(site, path, today, numbers);
        counter.Add(site, VisitCount.WholeSite, today, numbers);
        return true;
    }

    // Nobody reads the answer: it needs no page in the theme.
    private static IResult Refuse(HttpContext context, int status)
    {
        context.Response.ContentLength = 0;
        return TypedResults.StatusCode(status);
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > MostBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }
}
