using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Content;

/// <summary>The pages on which content types of Lạng Sơn are made.</summary>
internal static class TypeEditor
{
    public const string Pages = "/xttm-lang-son/Admin/ContentTypes";

    private const string Save = ".settings-form button.btn-primary";

    public static Task<Page> TypePageAsync(this HttpClient browser, string type) => browser.GetPageAsync($"{Pages}/Edit/{type}");

    public static async Task CreateTypeAsync(this HttpClient browser, string name, string displayName)
    {
        var created = await browser.PressAsync(await browser.GetPageAsync($"{Pages}/Create"), Save, ("Name", name), ("DisplayName", displayName));
        created.Location().ShouldBe($"{Pages}/Edit/{name}");
    }

    public static async Task<Page> AddFieldAsync(this HttpClient browser, string type, string name, string displayName, string kind) =>
        await browser.PressAsync(await browser.TypePageAsync(type), "#add-field button.btn-primary", ("fieldName", name), ("fieldDisplayName", displayName), ("kind", kind));

    public static Task<Page> FieldPageAsync(this HttpClient browser, string type, string field) => browser.GetPageAsync($"{Pages}/{type}/{type}/Fields/{field}");

    /// <summary>Sends the form of a field as it is on the page, with these values.</summary>
    public static Task<Page> SendFieldAsync(this HttpClient browser, Page page, params (string Name, string Value)[] values) => browser.PressAsync(page, Save, values);

    public static Task<Page> RemovalPageAsync(this HttpClient browser, string type, string field) => browser.GetPageAsync($"{Pages}/Remove/{type}?part={type}&field={field}");

    public static Task<Page> ConfirmRemovalAsync(this HttpClient browser, Page page, params (string Name, string Value)[] values) =>
        browser.PressAsync(page, ".settings-form button.btn-outline-danger", values);

    /// <summary>A type of procedures with the text Fee and the number Days.</summary>
    public static async Task CreateProceduresAsync(this HttpClient browser)
    {
        await browser.CreateTypeAsync("Procedure", "Thủ tục hành chính");
        (await browser.AddFieldAsync("Procedure", "Fee", "Lệ phí", "TextField")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.AddFieldAsync("Procedure", "Days", "Số ngày", "NumericField")).Status.ShouldBe(HttpStatusCode.Found);
    }

    public static JsonObject Procedure(string title, string? fee = null, int? days = null)
    {
        var part = new JsonObject();
        if (fee is not null)
        {
            part["Fee"] = new JsonObject { ["Text"] = fee };
        }

        if (days is not null)
        {
            part["Days"] = new JsonObject { ["Value"] = days };
        }

        return new JsonObject { ["ContentType"] = "Procedure", ["TitlePart"] = new JsonObject { ["Title"] = title }, ["Procedure"] = part };
    }

    /// <summary>The definitions of a site as they are stored.</summary>
    public static async Task<JsonObject> DefinitionsAsync(this PortalApp portal, string tenant) => JsonNode.Parse(await portal.ReadAsync(
        tenant, db => db.Set<SiteDocument>().AsNoTracking().Where(row => row.Name == ContentDefinitions.Document).Select(row => row.Json).SingleAsync()))!.AsObject();
}
