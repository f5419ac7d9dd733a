using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;
using JsonValue = OrchardSite.Theming.Liquid.JsonValue;

namespace OrchardSite.Search.Queries;

/// <summary>Orchard Core's address of a site's queries: <c>/api/queries/NewArticles?parameters={"size":5}</c>. Scoped.</summary>
internal sealed class QueryApi(RunQuery run, CurrentActor current, ChangeFeed feed, IStringLocalizer localizer)
{
    public const string Path = "api/queries/{name}";

    private const int LongestParameters = 4000;

    public async Task<IResult> AnswerAsync(HttpContext context, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        var actor = await current.GetAsync(context.User, context.RequestAborted);
        if (!actor.Can(QueryPermissions.Execute(name)))
        {
            return actor.AccountId is null
                ? Refuse(StatusCodes.Status401Unauthorized, localizer["Please sign in first."])
                : Refuse(StatusCodes.Status403Forbidden, localizer["You may not do this: you lack the permission “{0}”.", QueryPermissions.Execute(name).Name]);
        }

        var parameters = context.Request.Query["parameters"].ToString();
        if (!TryRead(parameters, out var values))
        {
            return Refuse(StatusCodes.Status400BadRequest, localizer["The parameters must be a JSON object of at most {0} characters.", LongestParameters]);
        }

        var result = await run.RunAsync(context.Tenant().Id, name, values, feed.Position, context.RequestAborted);
        return result.Succeeded
            ? TypedResults.Json(new { items = result.Value.Items.Select(ToJson), count = result.Value.Count }, CompactJson.Options)
            : Refuse((int)result.Refusals[0].Kind, result.Refusals[0].Message);
    }

    private static bool TryRead(string parameters, out IEnumerable<KeyValuePair<string, FluidValue>> values)
    {
        values = [];
        if (parameters.Length == 0)
        {
            return true;
        }

        try
        {
            if (parameters.Length > LongestParameters || JsonElement.Parse(parameters) is not { ValueKind: JsonValueKind.Object } json)
            {
                return false;
            }

            values = json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, JsonValue.Of(member.Value))).ToArray();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A content item in Orchard Core's form: what it is, then its parts.
    private static JsonObject ToJson(ContentView item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.Id,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.IsLatest,
            ["Published"] = true,
            ["ModifiedUtc"] = item.ModifiedUtc,
            ["PublishedUtc"] = item.PublishedUtc,
        };
        foreach (var part in item.Content.EnumerateObject())
        {
            json[part.Name] = JsonObject.Create(part.Value);
        }

        return json;
    }

    private static IResult Refuse(int status, string message) => TypedResults.Problem(message, statusCode: status);
}
