using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OrchardSite.Api;

/// <summary>What the generator cannot see: who may call, what is sent, and what answers mean.</summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    private const string Introduction = """
        The same operations as on the pages of the dashboard, for other programs, with the same rights and refusals.

        **Tokens.** Each call needs an access token of the site in the header `Authorization: Bearer ops_…`. People make theirs in the dashboard under Access tokens. A token may do what was chosen for it and what its person may do at the moment of the call. Cookies count for nothing.

        **Content** is Orchard Core's JSON. It is saved as a draft; what readers see changes by publishing alone, by the rules of the editorial workflow.

        **Changes** of something name the state that the caller has seen: send its `ETag` back in `If-Match`. Without it the answer is 428, and 412 with what is there now where somebody else was quicker.

        **Refusals** are problem details (RFC 9457), in Vietnamese or English as `Accept-Language` asks.
        """;

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "Done, or what was asked for.",
        ["201"] = "It was made; Location says where it is.",
        ["204"] = "Done.",
        ["304"] = "It is still as the caller knows it.",
        ["400"] = "The call cannot be read.",
        ["401"] = "No token of this site, or one that has ended or was revoked.",
        ["403"] = "The token, or its person, may not do this.",
        ["404"] = "There is no such thing on this site.",
        ["409"] = "It cannot be done in the present state.",
        ["412"] = "It has changed since the caller saw it; current is what is there now.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is of another type than this operation takes.",
        ["422"] = "Something in it is not as it must be; errors says what and where.",
        ["428"] = "The call does not say which state it has seen.",
        ["429"] = "Too many calls with tokens that are none; Retry-After says how long to wait.",
    };

    private static readonly JsonNode Example = JsonNode.Parse("""{ "ContentType": "Page", "TitlePart": { "Title": "Quy chế tiếp công dân" }, "HtmlBodyPart": { "Html": "<p>Sáng thứ năm hằng tuần.</p>" } }""")!;

    public static void Set(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith(ApiRoutes.Base, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "OrchardSite API", Version = ApiDescription.Document, Description = Introduction };
            document.Servers = [new OpenApiServer { Url = ApiDescription.Site }];
            document.Components ??= new OpenApiComponents();
            document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token of the site, such as ops_…" });
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
        options.AddSchemaTransformer((schema, _, _) =>
        {
            // What is not known is left out of answers.
            foreach (var name in schema.Required?.Where(name => name == "current" || schema.Properties?[name] is { Type: { } type } && type.HasFlag(JsonSchemaType.Null)).ToArray() ?? [])
            {
                schema.Required!.Remove(name);
            }

            return Task.CompletedTask;
        });
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<TakenBody>().FirstOrDefault() is { } body)
        {
            var schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken);
            var isItem = body.Type == typeof(ContentItemJson);
            var media = new OpenApiMediaType { Schema = schema, Example = isItem ? Example.DeepClone() : null };
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [body.ContentType] = media } };
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter is { In: ParameterLocation.Header, Name: "If-Match" } && operation.OperationId != "putMedia")
            {
                parameter.Required = true;
            }
        }

        if (operation.Responses?.ContainsKey("304") == true)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { In = ParameterLocation.Header, Name = "If-None-Match", Description = "ETag of what the caller has: 304 where it is still that.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        foreach (var (status, response) in operation.Responses?.Select(pair => (pair.Key, pair.Value as OpenApiResponse)) ?? [])
        {
            response?.Description = Meanings[status];
            foreach (var header in status[0] == '2' ? metadata.OfType<AnswerHeader>() : [])
            {
                response!.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers[header.Name] = new OpenApiHeader { Description = header.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }
    }
}
