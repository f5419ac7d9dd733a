using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrchardSite.Text;

namespace OrchardSite.Content.Health;

/// <summary>An answer that sends cases as CSV while they are read: a site may have many.</summary>
internal sealed class HealthFile(IAsyncEnumerable<HealthLine> lines, string site, IStringLocalizer localizer) : IActionResult
{
    private const string Name = "tinh-trang-trang.csv";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = CsvText.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Name }.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvText.Line([
            localizer["Kind of fault"], localizer["Content"], localizer["Content type"], localizer["Owner"], localizer["Place in the content"], localizer["Fault"], localizer["Public page"]]));
        await foreach (var (one, type, _, page) in lines.WithCancellation(context.HttpContext.RequestAborted))
        {
            await writer.WriteAsync(CsvText.Line([
                HealthWords.Of(one.Kind, localizer), one.Title, type?.DisplayName ?? one.ContentType, one.Owner, HealthWords.PlaceOf(one, localizer), HealthWords.Of(one, localizer),
                page is null ? "" : $"{site}/{page}"]));
        }
    }
}
