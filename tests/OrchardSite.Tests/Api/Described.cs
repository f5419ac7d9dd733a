using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;

namespace OrchardSite.Tests.Api;

/// <summary>Brings about each answer that the description names. Everything happens on the first site, whose tokens can do all there is.</summary>
internal sealed class Described(PortalApp portal, DescriptionClient client, DescriptionClient weak)
{
    private const string Unknown = "khongconoidungnay000000000";

    private int _number;

    public Task<Reply> AnswerAsync(string operation, int status) => status switch
    {
        401 => CallAsync(client.With(null), operation),
        403 => CallAsync(weak, operation),
        400 when operation.StartsWith("list", StringComparison.Ordinal) => client.CallAsync(operation, null, ("page", "hai")),
        400 => CallAsync(client, operation, "[1, 2]"u8.ToArray()),
        413 => CallAsync(client, operation, new byte[operation == "putMedia" ? (1024 * 1024) + 1 : (4 * 1024 * 1024) + 1]),
        415 => CallAsync(client, operation, "{}"u8.ToArray(), "text/plain"),
        428 => CallAsync(client, operation, match: false),
        412 => CallAsync(client, operation, tag: "\"cu\""),
        304 => AgainAsync(operation),
        404 => MissingAsync(operation),
        422 => InvalidAsync(operation),
        409 => ConflictAsync(operation),
        _ => SucceedAsync(operation, status),
    };

    private async Task<Reply> SucceedAsync(string operation, int status)
    {
        switch (operation, status)
        {
            case ("createContent", 200):
                var banner = Samples.Banner();
                (await client.CallAsync(operation, banner, ("Idempotency-Key", "hai-lan"))).Should(201);
                return await client.CallAsync(operation, banner, ("Idempotency-Key", "hai-lan"));
            case ("putMedia", 201):
                return await client.CallAsync(operation, Pictures.Png(8, ++_number), null, ("path", $"hinh-anh/{_number}.png"), ("If-None-Match", "*"));
            default:
                return await CallAsync(client, operation);
        }
    }

    private async Task<Reply> AgainAsync(string operation)
    {
        var values = await ValuesAsync(operation);
        var first = (await client.CallAsync(operation, null, values)).Should(200);
        return await client.CallAsync(operation, null, [.. values, ("If-None-Match", first.Tag)]);
    }

    private Task<Reply> MissingAsync(string operation) => operation switch
    {
        "listContent" or "listMedia" or "listTenants" => client.CallAsync(operation, null, ("page", "999")),
        "putMedia" => CallAsync(client, operation, values: [("path", "hinh-anh/khong-co.png"), ("If-Match", "\"cu\"")]),
        _ when operation.EndsWith("Media", StringComparison.Ordinal) => CallAsync(client, operation, values: [("path", "hinh-anh/khong-co.png")]),
        _ when operation.EndsWith("Tenant", StringComparison.Ordinal) => CallAsync(client, operation, values: [("name", "khong-co")]),
        "moveContent" => CallAsync(client, operation, values: [("id", Unknown), ("name", "Publish")]),
        _ => CallAsync(client, operation, values: [("id", Unknown)]),
    };

    private async Task<Reply> InvalidAsync(string operation)
    {
        switch (operation)
        {
            case "listContent" or "listMedia" or "listTenants":
                return await client.CallAsync(operation, null, ("size", "1000"));
            case "createContent":
                return await client.CallAsync(operation, new JsonObject { ["ContentType"] = "KhongCo" });
            case "replaceContent" or "patchContent":
                return await CallAsync(client, operation, Encoding.UTF8.GetBytes("""{ "TitlePart": { "Title": "" } }"""));
            case "putMedia":
                return await client.CallAsync(operation, "không phải ảnh"u8.ToArray(), null, ("path", "hinh-anh/gia.png"), ("If-None-Match", "*"));
            case "createTenant":
                return await client.CallAsync(operation, new JsonObject { ["name"] = "Khuyến công", ["recipe"] = "partner-unit" });
            case "setUpTenant":
                return await CallAsync(client, operation, "{}"u8.ToArray());
            case "publishContent":
                var rough = (await client.CallAsync("createContent", Without(Samples.Article(), "Article", "Sapo"))).Should(201);
                return await client.CallAsync(operation, null, ("id", rough["ContentItemId"]), ("If-Match", rough.Tag));
            case "moveContent":
                return await CallAsync(client, operation, values: [.. await BannerAsync(), ("name", "Bay")]);
            case "unpublishContent":
                return await CallAsync(client, operation, values: [.. await ValuesAsync(operation), ("reason", new string('x', 5000))]);
            default:
                // What the editorial workflow has published is withdrawn with a reason first.
                var saved = await portal.AddAsync(PortalApp.Department, Samples.Article());
                return await CallAsync(client, operation, values: await SeenAsync(saved.ContentItemId));
        }
    }

    private async Task<Reply> ConflictAsync(string operation)
    {
        switch (operation)
        {
            case "createContent":
                var banner = Samples.Banner();
                banner["ContentItemId"] = (await BannerAsync())[0].Value;
                return await client.CallAsync(operation, banner);
            case "replaceContent" or "patchContent":
                return await CallAsync(client, operation, Encoding.UTF8.GetBytes($$"""{ "ContentType": "Page", "TitlePart": { "Title": "Khác kiểu" }{{(operation == "patchContent" ? ", \"Banner\": null" : "")}} }"""));
            case "publishContent" or "moveContent":
                var draft = (await client.CallAsync("createContent", Samples.Article())).Should(201);
                (string, string)[] values = [("id", draft["ContentItemId"]), ("If-Match", draft.Tag)];
                return await client.CallAsync(operation, null, operation == "publishContent" ? values : [.. values, ("name", "Approve")]);
            case "deleteMedia":
                return await client.CallAsync(operation, null, ("path", "nhan-dien/logo.svg"), ("If-Match", (await client.CallAsync("getMedia", null, ("path", "nhan-dien/logo.svg"))).Tag));
            case "createTenant":
                return await client.CallAsync(operation, new JsonObject { ["name"] = PortalApp.LangSon, ["prefix"] = "khac", ["recipe"] = "partner-unit" });
            case "setUpTenant":
                return await CallAsync(client, operation, values: [("name", PortalApp.LangSon)]);
            case "removeTenant":
                return await CallAsync(client, operation, values: [("name", PortalApp.LangSon), ("If-Match", (await client.CallAsync("getTenant", null, ("name", PortalApp.LangSon))).Tag)]);
            default:
                // It has not been set up yet.
                return await CallAsync(client, operation, values: [("name", await TenantAsync())]);
        }
    }

    private async Task<Reply> CallAsync(DescriptionClient caller, string operation, byte[]? body = null, string? type = null, (string Name, string Value)[]? values = null, string? tag = null, bool match = true)
    {
        values ??= await ValuesAsync(operation);
        values = [.. values.Where(value => value.Name != "If-Match" || match).Select(value => value.Name == "If-Match" && tag is not null ? ("If-Match", tag) : value)];
        return await caller.CallAsync(operation, body ?? BodyOf(operation), type, values);
    }

    private byte[]? BodyOf(string operation) => operation switch
    {
        "createContent" or "replaceContent" => Encoding.UTF8.GetBytes(Samples.Banner($"Tuần lễ {++_number}").ToJsonString()),
        "patchContent" => """{ "TitlePart": { "Title": "Tuần lễ khác" } }"""u8.ToArray(),
        "putMedia" => Pictures.Png(16, ++_number),
        "createTenant" => Encoding.UTF8.GetBytes($$"""{ "name": "khuyen-cong-{{++_number}}", "prefix": "khuyen-cong-{{_number}}", "recipe": "partner-unit" }"""),
        "setUpTenant" => """{ "siteName": "Trung tâm Khuyến công" }"""u8.ToArray(),
        _ => null,
    };

    /// <summary>What the operation needs to succeed.</summary>
    private async Task<(string Name, string Value)[]> ValuesAsync(string operation) => operation switch
    {
        _ when operation.StartsWith("list", StringComparison.Ordinal) && operation != "listContentMoves" => [],
        "createContent" or "createTenant" => [],
        "getTaxonomy" => [("id", Samples.Categories)],
        "getContent" or "listContentMoves" => [(await BannerAsync())[0]],
        "moveContent" => [.. await BannerAsync(), ("name", "Publish")],
        "unpublishContent" => await SeenAsync((await portal.AddAsync(PortalApp.Department, Samples.Banner())).ContentItemId),
        _ when operation.EndsWith("Content", StringComparison.Ordinal) => await BannerAsync(),
        "getMedia" => [(await FileAsync())[0]],
        _ when operation.EndsWith("Media", StringComparison.Ordinal) => await FileAsync(),
        "getTenant" or "enableTenant" or "disableTenant" => [("name", PortalApp.VinhLong)],
        "setUpTenant" => [("name", await TenantAsync())],
        "removeTenant" => await NewTenantAsync(),
        _ => throw new InvalidOperationException($"How does {operation} succeed?"),
    };

    private async Task<(string Name, string Value)[]> BannerAsync()
    {
        var made = (await client.CallAsync("createContent", Samples.Banner())).Should(201);
        return [("id", made["ContentItemId"]), ("If-Match", made.Tag)];
    }

    private async Task<(string Name, string Value)[]> SeenAsync(string id) => [("id", id), ("If-Match", (await client.CallAsync("getContent", null, ("id", id))).Should(200).Tag)];

    private async Task<(string Name, string Value)[]> FileAsync()
    {
        var path = $"hinh-anh/anh-{++_number}.png";
        return [("path", path), ("If-Match", (await client.CallAsync("putMedia", Pictures.Png(4, _number), null, ("path", path), ("If-None-Match", "*"))).Should(201).Tag)];
    }

    private async Task<string> TenantAsync() => (await NewTenantAsync())[0].Value;

    private async Task<(string Name, string Value)[]> NewTenantAsync()
    {
        var name = $"trang-{++_number}";
        var made = (await client.CallAsync("createTenant", new JsonObject { ["name"] = name, ["prefix"] = name, ["recipe"] = "partner-unit" })).Should(201);
        return [("name", name), ("If-Match", made.Tag)];
    }

    private static JsonObject Without(JsonObject item, string part, string field)
    {
        item[part]!.AsObject().Remove(field);
        return item;
    }
}
