using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives;

/// <summary>Answers programs whether a directive that every reader may see is in force on a day. Scoped.</summary>
internal sealed class ValidityApi(SiteDbContext db, CurrentTenant current, TenantCache<DirectiveEffects> effects, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    public const string Path = "api/directives/validity";

    // An issuer gives a number once a year; several issuers may give the same.
    private const int MostFound = 100;

    /// <param name="number">However it is written, such as <c>05/QĐ-SCT</c>.</param>
    /// <param name="on">A day, such as <c>2022-06-01</c>; today where there is none.</param>
    public async Task<IResult> AnswerAsync(string? number, string? on, CancellationToken cancellationToken)
    {
        var key = VietnameseText.NumberKey(number ?? "");
        if (key.Length == 0)
        {
            return Refuse(localizer["Give the number of the directive, such as {0}.", "05/QĐ-SCT"]);
        }

        var day = string.IsNullOrEmpty(on) ? time.TodayIn((await settings.GetAsync(current.Id)).TimeZone) : DirectiveData.Date(on);
        if (day is not { } asked)
        {
            return Refuse(localizer["Give the day as {0}.", "2022-06-01"]);
        }

        var rows = await (
            from row in db.Set<DirectiveRow>().AsNoTracking()
            where row.NumberKey == key && row.IsForEveryReader
            join item in db.Set<ContentItem>().AsNoTracking() on row.ItemId equals item.Id
            where item.IsPublic
            orderby row.IssuedOn descending, row.ItemId
            select item).Take(MostFound).ToListAsync(cancellationToken);
        var known = await effects.GetAsync(current.Id);
        return TypedResults.Ok(new
        {
            On = asked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Directives = rows.ConvertAll(item => Answer(new ContentView(item), asked, known)),
        });
    }

    private object Answer(ContentView item, DateOnly day, DirectiveEffects known)
    {
        var directive = DirectiveData.Of(item);
        var code = DirectiveFacts.CodeOf(DirectiveValidity.On(day, item.Id, directive.Force, known));
        return new
        {
            directive.Number,
            directive.Issuer,
            IssuedOn = directive.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Subject = item.Text(DirectiveData.ContentType, "Subject"),
            Path = "/" + item.Path,
            Validity = code,
            ValidityName = DirectiveFacts.NameOf(code, localizer),
        };
    }

    private static IResult Refuse(string message) => TypedResults.Problem(message, statusCode: StatusCodes.Status422UnprocessableEntity);
}
