using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Api;

/// <summary>What an operation takes.</summary>
internal sealed record TakenBody(Type Type, string ContentType);

/// <summary>Headers that an operation answers with.</summary>
internal sealed record AnswerHeader(string Name, string Description);

/// <summary>How the addresses of the API tell what they do.</summary>
internal static class ApiOperation
{
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.WithName(id).WithSummary(summary).WithDescription(description);

    /// <summary>Not by Accepts, which would choose among addresses by the type of the body.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string contentType) => route.WithMetadata(new TakenBody(typeof(T), contentType));

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route.Produces<T>(status, ApiBody.JsonType);

    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder route, int status) => route.Produces(status);

    public static RouteHandlerBuilder IsTagged(this RouteHandlerBuilder route) => route.WithMetadata(new AnswerHeader("ETag", "Names this state; send it back in If-Match or If-None-Match."));

    public static RouteHandlerBuilder IsRead(this RouteHandlerBuilder route) => route.IsTagged().Produces(StatusCodes.Status304NotModified);

    public static RouteHandlerBuilder IsPaged(this RouteHandlerBuilder route) => route.WithMetadata(new AnswerHeader("Link", "Addresses of the first, prev, next and last pages."));

    /// <param name="statuses">Beside those that any operation may answer to whoever calls it.</param>
    public static void Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses.Append(StatusCodes.Status401Unauthorized).Append(StatusCodes.Status429TooManyRequests).Order())
        {
            route.Produces<ApiProblem>(status, ApiAnswer.ProblemType);
        }
    }
}
