using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Audit;

/// <summary>An answer that sends entries as CSV while they are read: a log may be long.</summary>
/// <param name="name">Of the file that browsers save.</param>
/// <param name="entries">Those of a site.</param>
public sealed class AuditFile(string name, AuditTable table, IReadOnlyList<Tenant> sites, Func<Tenant, IAsyncEnumerable<AuditEntry>> entries) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = CsvText.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvText.Line(table.Heads));
        foreach (var site in sites)
        {
            var zone = await table.ZoneOfAsync(site);
            await foreach (var entry in entries(site).WithCancellation(context.HttpContext.RequestAborted))
            {
                await writer.WriteAsync(CsvText.Line(table.Line(site, entry, zone)));
            }
        }
    }
}
