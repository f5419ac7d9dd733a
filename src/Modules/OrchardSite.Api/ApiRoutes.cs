using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

/// <summary>The addresses of the API, each with what its description says of it.</summary>
internal static class ApiRoutes
{
    /// <summary>Inside each site.</summary>
    public const string Base = "api/v1";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"{Base}/openapi.json", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, ApiDescription description) => description.SendAsync(context)).ExcludeFromDescription();
        routes.MapMethods($"{ScalarFiles.Path}/{{name}}", [HttpMethods.Get, HttpMethods.Head], (string name, ScalarFiles files, HttpContext context) => files.Send(context, name)).ExcludeFromDescription();
        var api = routes.MapGroup(Base).AddEndpointFilter<ApiCall>();
        MapContent(api.MapGroup("content").WithTags("Content"));
        MapMoves(api.MapGroup("content").WithTags("Content"));
        MapMedia(api.MapGroup("media").WithTags("Media"));
        MapTaxonomies(api.MapGroup("taxonomies").WithTags("Taxonomies"));
        MapTenants(api.MapGroup("tenants").WithTags("Tenants"));
        // Whatever else is asked for here is asked by a program, which can do nothing with a page.
        routes.Map($"{Base}/{{**rest}}", (IStringLocalizer text) => ApiAnswer.Refused(RefusalKind.NotFound, text["The API has no such operation."])).ExcludeFromDescription();
    }

    private static void MapContent(RouteGroupBuilder content)
    {
        content.MapGet("", (HttpContext context, ReadContentApi api, [AsParameters] ContentQuery query) => api.ListAsync(context, query))
            .Named("listContent", "List content", "The newest versions of what the caller may see in lists, drafts included, last edited first. Who may only write sees their own.")
            .Gives<ApiPage<ContentItemJson>>().IsRead().IsPaged().Refuses(400, 403, 404, 422);
        content.MapGet("{id}", (HttpContext context, ReadContentApi api, string id, string? version) => api.GetAsync(context, id, version))
            .Named("getContent", "Get one item", "The newest version that the caller may see; with version=published the one that readers see, with version=latest the newest, with the id of a version that one. Who may see no drafts gets what is public.")
            .Gives<ContentItemJson>().IsRead().Refuses(403, 404);
        content.MapPost("", (HttpContext context, WriteContentApi api, string? changeNote, [FromHeader(Name = "Idempotency-Key")] string? key) => api.CreateAsync(context, changeNote))
            .Named("createContent", "Create an item", "Saves the first version as a draft. With a ContentItemId chosen by the caller, or an Idempotency-Key (up to 200 characters), it is made once however often the call is sent: the same key with the same body answers 200 with the item as it is now.")
            .Takes<ContentItemJson>(ApiBody.JsonType).Gives<ContentItemJson>(201).Gives<ContentItemJson>().IsTagged().Refuses(400, 403, 409, 413, 415, 422);
        content.MapPut("{id}", (HttpContext context, WriteContentApi api, string id, string? changeNote, [FromHeader(Name = "If-Match")] string? ifMatch) => api.ReplaceAsync(context, id, changeNote))
            .Named("replaceContent", "Save a whole item", "Saves a new version as a draft: all parts as they are sent, none of the others. What readers see stays as it is.")
            .Takes<ContentItemJson>(ApiBody.JsonType).Gives<ContentItemJson>().IsTagged().Refuses(400, 403, 404, 409, 412, 413, 415, 422, 428);
        content.MapPatch("{id}", (HttpContext context, WriteContentApi api, string id, string? changeNote, [FromHeader(Name = "If-Match")] string? ifMatch) => api.PatchAsync(context, id, changeNote))
            .Named("patchContent", "Change some members of an item", "Saves a new version as a draft: the newest one with the sent members in it (JSON Merge Patch, RFC 7396); null takes a member away.")
            .Takes<ContentItemJson>(ApiBody.PatchType).Gives<ContentItemJson>().IsTagged().Refuses(400, 403, 404, 409, 412, 413, 415, 422, 428);
        content.MapDelete("{id}", (HttpContext context, MoveContentApi api, string id, [FromHeader(Name = "If-Match")] string? ifMatch) => api.DeleteAsync(context, id))
            .Named("deleteContent", "Put an item into the bin", "Readers no longer see it. It can be restored in the dashboard. What the editorial workflow has published must be withdrawn first, with a reason.")
            .Gives(204).Refuses(403, 404, 412, 422, 428);
    }

    private static void MapMoves(RouteGroupBuilder content)
    {
        content.MapPost("{id}/publish", (HttpContext context, MoveContentApi api, string id, string? changeNote, [FromHeader(Name = "If-Match")] string? ifMatch) => api.PublishAsync(context, id, changeNote))
            .Named("publishContent", "Publish the newest version", "Makes it the one that readers see. Where a workflow watches over the type, it must have been approved, or the caller may approve it; nobody approves what they wrote.")
            .Gives<ContentItemJson>().IsTagged().Refuses(403, 404, 409, 412, 422, 428);
        content.MapPost("{id}/unpublish", (HttpContext context, MoveContentApi api, string id, string? reason, [FromHeader(Name = "If-Match")] string? ifMatch) => api.UnpublishAsync(context, id, reason))
            .Named("unpublishContent", "Take an item away from readers", "Its versions stay. The reason is for colleagues. What the editorial workflow has published is taken down by moveContent with Withdraw.")
            .Gives<ContentItemJson>().IsTagged().Refuses(403, 404, 412, 422, 428);
        content.MapGet("{id}/moves", (HttpContext context, ReadContentApi api, Definitions definitions, string id) => api.MovesAsync(context, id, definitions))
            .Named("listContentMoves", "List what can be done with an item after saving", "Such as sending it for review, as the editor offers it to the caller.")
            .Gives<IReadOnlyList<ContentMoveJson>>().IsRead().Refuses(403, 404);
        content.MapPost("{id}/moves/{name}", (HttpContext context, MoveContentApi api, string id, string name, [AsParameters] MoveQuery words, [FromHeader(Name = "If-Match")] string? ifMatch) => api.MoveAsync(context, id, name, words))
            .Named("moveContent", "Move an item on its way to readers", "Makes a transition of the editorial workflow, such as Submit, Approve or Withdraw; for types without a workflow there is Publish.")
            .Gives<ContentItemJson>().IsTagged().Refuses(403, 404, 409, 412, 422, 428);
    }

    private static void MapMedia(RouteGroupBuilder media)
    {
        media.MapGet("", (HttpContext context, MediaApi api, [AsParameters] MediaQuery query) => api.ListAsync(context, query))
            .Named("listMedia", "List files", "Those of one folder of the library, by name.")
            .Gives<ApiPage<MediaFileJson>>().IsRead().IsPaged().Refuses(400, 403, 404, 422);
        media.MapGet("{**path}", (HttpContext context, MediaApi api, string path) => api.GetAsync(context, path))
            .Named("getMedia", "Get what is known of a file", "Its bytes are at its address.")
            .Gives<MediaFileJson>().IsRead().Refuses(403, 404);
        media.MapPut("{**path}", (HttpContext context, MediaApi api, string path, string? altText, [FromHeader(Name = "If-Match")] string? ifMatch, [FromHeader(Name = "If-None-Match")] string? ifNoneMatch) => api.PutAsync(context, path, altText))
            .Named("putMedia", "Upload a file", "Send If-None-Match: * where there must be no file yet, or If-Match with the ETag of the one that is to be replaced. Folders come with their first file. The content must be what the name says.")
            .Takes<Stream>(ApiBody.FileType).Gives<MediaFileJson>(201).Gives<MediaFileJson>().IsTagged().Refuses(403, 404, 412, 413, 415, 422, 428);
        media.MapDelete("{**path}", (HttpContext context, MediaApi api, string path, [FromHeader(Name = "If-Match")] string? ifMatch) => api.DeleteAsync(context, path))
            .Named("deleteMedia", "Delete a file", "One that is in use is kept, and the places are named.")
            .Gives(204).Refuses(403, 404, 409, 412, 428);
    }

    private static void MapTaxonomies(RouteGroupBuilder taxonomies)
    {
        taxonomies.MapGet("", (HttpContext context, TaxonomyApi api) => api.ListAsync(context))
            .Named("listTaxonomies", "List taxonomies with their terms", "Categories of the site and the like, as trees. Any token of the site may read them.")
            .Gives<IReadOnlyList<TaxonomyJson>>().IsRead().Refuses();
        taxonomies.MapGet("{id}", (HttpContext context, TaxonomyApi api, string id) => api.GetAsync(context, id))
            .Named("getTaxonomy", "Get one taxonomy with its terms", "Any token of the site may read it.")
            .Gives<TaxonomyJson>().IsRead().Refuses(404);
    }

    private static void MapTenants(RouteGroupBuilder tenants)
    {
        tenants.MapGet("", (HttpContext context, TenantApi api, int? page, int? size) => api.ListAsync(context, page, size))
            .Named("listTenants", "List the sites of the installation", "By technical name. As all operations on sites: with a token of the first site, made for that by an administrator of the whole installation.")
            .Gives<ApiPage<TenantJson>>().IsRead().IsPaged().Refuses(400, 403, 404, 422);
        tenants.MapGet("{name}", (HttpContext context, TenantApi api, string name) => api.GetAsync(context, name))
            .Named("getTenant", "Get one site", "With its place, state and features.")
            .Gives<TenantJson>().IsRead().Refuses(403, 404);
        tenants.MapPost("", (HttpContext context, TenantApi api, CreateTenant create) => api.CreateAsync(context, create))
            .Named("createTenant", "Add a site", "It answers 503 until it is set up.")
            .Takes<NewTenantJson>(ApiBody.JsonType).Gives<TenantJson>(201).IsTagged().Refuses(400, 403, 409, 413, 415, 422);
        tenants.MapPost("{name}/setup", (HttpContext context, TenantApi api, SetUpTenant setUp, string name) => api.SetUpAsync(context, name, setUp))
            .Named("setUpTenant", "Set a site up from its recipe", "All of the recipe or nothing; then the site runs.")
            .Takes<TenantSetUpJson>(ApiBody.JsonType).Gives<TenantJson>().IsTagged().Refuses(400, 403, 404, 409, 413, 415, 422);
        tenants.MapPost("{name}/enable", (HttpContext context, TenantApi api, EnableTenant enable, string name) => api.EnableAsync(context, name, enable))
            .Named("enableTenant", "Open a disabled site to its readers again", "Nothing happens to one that runs.")
            .Gives<TenantJson>().IsTagged().Refuses(403, 404, 409);
        tenants.MapPost("{name}/disable", (HttpContext context, TenantApi api, DisableTenant disable, string name) => api.DisableAsync(context, name, disable))
            .Named("disableTenant", "Close a site", "Its readers get 503. Nothing of it is lost.")
            .Gives<TenantJson>().IsTagged().Refuses(403, 404, 409);
        tenants.MapDelete("{name}", (HttpContext context, TenantApi api, RemoveTenant remove, string name, [FromHeader(Name = "If-Match")] string? ifMatch) => api.RemoveAsync(context, name, remove))
            .Named("removeTenant", "Remove a site for good", "With every row and file it has. Only one that is disabled or was never set up.")
            .Gives(204).Refuses(403, 404, 409, 412, 428);
    }
}
