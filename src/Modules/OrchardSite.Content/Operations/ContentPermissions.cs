namespace OrchardSite.Content.Operations;

/// <summary>Orchard Core's permissions on content; those of one type carry its name, such as <c>Publish_Article</c>.</summary>
public static class ContentPermissions
{
    public static Permission PublishContent { get; } = new("PublishContent", "Publish or unpublish content of every type");

    public static Permission EditContent { get; } = new("EditContent", "Edit content of every type", PublishContent);

    public static Permission ViewContent { get; } = new("ViewContent", "View content", EditContent);

    public static bool MayPublish(this Actor actor, string contentType) => actor.Can(PublishContent) || actor.Can($"Publish_{contentType}");

    public static bool MayEdit(this Actor actor, string contentType) =>
        actor.Can(EditContent) || actor.Can($"Edit_{contentType}") || actor.Can($"Publish_{contentType}");
}
