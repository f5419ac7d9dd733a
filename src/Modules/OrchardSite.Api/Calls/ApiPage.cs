using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Api;

[Description("A page of a list. The header Link has the addresses of the first, previous, next and last pages.")]
internal sealed record ApiPage<T>(
    IReadOnlyList<T> Items,
    [property: Description("From 1.")] int Page,
    [property: Description("How many entries a page has.")] int Size,
    [property: Description("How many entries all pages have.")] int Total);

/// <summary>Which part of a list is asked for. Scoped.</summary>
internal sealed class ApiPaging(IStringLocalizer localizer)
{
    public const int MostOnPage = 100;

    public const int UsualSize = 20;

    /// <returns>Null where page and size can be; else 422.</returns>
    public IResult? Check(int? page, int? size) =>
        page is < 1 ? ApiAnswer.Refused(RefusalKind.Invalid, localizer["Pages are counted from 1."], "page")
        : size is < 1 or > MostOnPage ? ApiAnswer.Refused(RefusalKind.Invalid, localizer["A page has 1 to {0} entries.", MostOnPage], "size")
        : null;

    /// <summary>The page with its links; 404 for one behind the last.</summary>
    public IResult Answer<T>(HttpContext context, IReadOnlyList<T> items, int page, int size, int total)
    {
        var last = LastOf(total, size);
        if (page > last)
        {
            return ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no page {0}: the last is {1}.", page, last], "page");
        }

        (string Name, int Page)[] links = [("first", 1), ("prev", page - 1), ("next", page + 1), ("last", last)];
        context.Response.Headers.Link = string.Join(", ", links.Where(link => link.Page >= 1 && link.Page <= last).Select(link => $"<{AddressOf(context.Request, link.Page)}>; rel=\"{link.Name}\""));
        return ApiAnswer.Read(context, new ApiPage<T>(items, page, size, total));
    }

    public static int LastOf(int total, int size) => Math.Max(1, (int)Math.Ceiling(total / (double)size));

    private static string AddressOf(HttpRequest request, int page)
    {
        var query = request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
