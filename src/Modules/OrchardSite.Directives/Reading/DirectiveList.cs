using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>The list of all public directives, newest first, by type and year. Scoped.</summary>
internal sealed class DirectiveList(PageRenderer renderer, DirectiveReader reader, DirectiveFacts facts, ReceivedList received)
{
    public const string Path = "van-ban";

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        page.Section = Path;
        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
        var counts = await reader.CountsAsync();
        if (DirectiveFilter.Read(context.Request.Query, counts) is not { } filter
            || Pager.Read(page, filter.Query) is not { } pager
            || !pager.Exists(filter.Total))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = page.Url(Path);
        var items = await reader.NewestAsync(filter.Type, filter.Year, pager.Size, pager.Skip);
        await renderer.SendAsync(page, new Shape("DirectiveList")
        {
            ["ContentItems"] = items,
            ["Types"] = filter.Types(await facts.VocabularyAsync(page), address).ToArray(),
            ["Years"] = filter.Years(address).ToArray(),
            ["Pager"] = pager.Build(filter.Total, address + filter.Query),
            ["ClearUrl"] = address,
            ["Received"] = await received.Readable.CountAsync(context.RequestAborted),
        });
    }
}
