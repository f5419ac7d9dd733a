using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OrchardSite.Tests.Api;

/// <summary>A program that knows of the API what its published description says, and nothing else.</summary>
internal sealed class DescriptionClient(HttpClient http, JsonObject description, string? token)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="site">Address of the site, without a slash behind it.</param>
    public static async Task<DescriptionClient> OpenAsync(HttpClient http, string site, string? token = null) =>
        new(http, JsonNode.Parse(await http.GetStringAsync($"{site}/api/v1/openapi.json", Token))!.AsObject(), token);

    public DescriptionClient With(string? other) => new(http, description, other);

    /// <summary>Each operation with each status that it may answer.</summary>
    public IEnumerable<(string Operation, int Status)> Answers =>
        from operation in Operations
        from response in operation.Json["responses"]!.AsObject()
        select (operation.Id, int.Parse(response.Key, null));

    private IEnumerable<Operation> Operations =>
        from path in description["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Value!["operationId"] is not null
        select new Operation(method.Value!["operationId"]!.GetValue<string>(), path.Key, method.Key, method.Value.AsObject());

    /// <param name="values">Parameters by the names that the description has for them.</param>
    public async Task<Reply> CallAsync(string id, JsonNode? body, params (string Name, string Value)[] values) => await CallAsync(id, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), null, values);

    /// <param name="type">Of the body; null: the one that the description names.</param>
    public async Task<Reply> CallAsync(string id, byte[]? body, string? type, params (string Name, string Value)[] values)
    {
        var operation = Operations.Single(one => one.Id == id);
        var declared = (operation.Json["parameters"] as JsonArray ?? []).ToDictionary(parameter => parameter!["name"]!.GetValue<string>(), parameter => parameter!["in"]!.GetValue<string>());
        var path = operation.Path;
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = HttpMethod.Parse(operation.Method) };
        foreach (var (name, value) in values)
        {
            switch (declared.GetValueOrDefault(name))
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                    break;
                case "header":
                    request.Headers.TryAddWithoutValidation(name, value);
                    break;
                default:
                    throw new InvalidOperationException($"The description of {id} has no parameter {name}.");
            }
        }

        request.RequestUri = new Uri(description["servers"]![0]!["url"]!.GetValue<string>() + path + (query.Count > 0 ? "?" + string.Join('&', query) : ""));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            // Who sends much asks first whether it will be taken.
            request.Headers.ExpectContinue = body.Length > 1024 * 1024;
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type ?? operation.Json["requestBody"]!["content"]!.AsObject().First().Key);
        }

        var response = await http.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        var reply = new Reply((int)response.StatusCode, text, response);
        Check(operation, reply);
        return reply;
    }

    // What is not in the description must not happen, and what is answered must be as it says.
    private void Check(Operation operation, Reply reply)
    {
        var documented = operation.Json["responses"]![$"{reply.Status}"].ShouldNotBeNull($"{operation.Id} answered {reply.Status}, which its description does not name: {reply.Text}");
        foreach (var header in documented["headers"] as JsonObject ?? [])
        {
            reply.Response.Headers.Contains(header.Key).ShouldBeTrue($"{operation.Id} {reply.Status}: {header.Key}");
        }

        if (documented["content"] is not JsonObject content)
        {
            reply.Text.ShouldBeEmpty($"{operation.Id} {reply.Status}");
            return;
        }

        reply.Response.Content.Headers.ContentType!.MediaType.ShouldBe(content.First().Key, $"{operation.Id} {reply.Status}");
        CheckSchema(content.First().Value!["schema"]!.AsObject(), reply.Body, $"{operation.Id} {reply.Status}");
    }

    private void CheckSchema(JsonObject schema, JsonNode? value, string place)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)description, (node, name) => node[name]!).AsObject();
        }

        if (value is JsonArray list && schema["items"] is JsonObject items)
        {
            foreach (var entry in list)
            {
                CheckSchema(items, entry, place);
            }
        }

        if (value is not JsonObject found || schema["properties"] is not JsonObject properties)
        {
            return;
        }

        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            found.ContainsKey(name!.GetValue<string>()).ShouldBeTrue($"{place} has no {name}: {found}");
        }

        foreach (var (name, inner) in properties)
        {
            CheckSchema(inner!.AsObject(), found[name], $"{place}.{name}");
        }
    }

    private sealed record Operation(string Id, string Path, string Method, JsonObject Json);
}

internal sealed record Reply(int Status, string Text, HttpResponseMessage Response)
{
    public JsonNode? Body => Text.Length == 0 ? null : JsonNode.Parse(Text);

    public string Tag => Response.Headers.ETag.ShouldNotBeNull($"{Status}: {Text}").ToString();

    public string this[string name] => Body![name]?.ToString() ?? "";

    public Reply Should(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}
