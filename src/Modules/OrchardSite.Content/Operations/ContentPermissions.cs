namespace OrchardSite.Content.Operations;

/// <summary>
/// Orchard Core's permissions on content. Those of one type carry its name, such as <c>Publish_Article</c>; those on what
/// a person has made have Own in it, such as <c>EditOwn_Article</c>.
/// </summary>
public static class ContentPermissions
{
    public static Permission PublishContent { get; } = new("PublishContent", "Publish or unpublish content of every type");

    public static Permission EditContent { get; } = new("EditContent", "Edit content of every type", PublishContent);

    public static Permission EditOwnContent { get; } = new("EditOwnContent", "Edit one's own content of every type", EditContent);

    public static Permission DeleteContent { get; } = new("DeleteContent", "Delete content of every type");

    public static Permission DeleteOwnContent { get; } = new("DeleteOwnContent", "Delete one's own content of every type", DeleteContent);

    public static Permission CloneContent { get; } = new("CloneContent", "Clone content of every type");

    public static Permission ListContent { get; } = new("ListContent", "See the list of all content");

    public static Permission ViewContent { get; } = new("ViewContent", "View content", EditContent);

    /// <summary>The text is cleaned whoever sends it; this is about who is shown its source.</summary>
    public static Permission EditHtml { get; } = new("EditHtml", "See and edit texts as HTML", EditContent);

    /// <summary>And for each type of custom settings one that begins with this name, such as <c>ManageCustomSettings_SiteIdentity</c>.</summary>
    public static Permission ManageCustomSettings { get; } = new("ManageCustomSettings", "Change custom settings of every kind");

    public static Permission EditContentTypes { get; } = new("EditContentTypes", "Change content types, their parts and fields");

    public static Permission ViewContentTypes { get; } = new("ViewContentTypes", "See content types, their parts and fields", EditContentTypes);

    internal static Permission[] All => [EditContentTypes, ViewContentTypes, ManageCustomSettings, EditHtml, PublishContent, EditContent, EditOwnContent, DeleteContent, DeleteOwnContent, CloneContent, ListContent, ViewContent];

    public static bool MayPublish(this Actor actor, string contentType) => actor.Can(PublishContent) || actor.Can($"Publish_{contentType}");

    /// <summary>True when the person may edit every item of the type.</summary>
    public static bool MayEdit(this Actor actor, string contentType) =>
        actor.Can(EditContent) || actor.Can($"Edit_{contentType}") || actor.Can($"Publish_{contentType}");

    /// <summary>True when the person may edit what they have made themselves.</summary>
    public static bool MayCreate(this Actor actor, string contentType) =>
        actor.MayEdit(contentType) || actor.Can(EditOwnContent) || actor.Can($"EditOwn_{contentType}");

    public static bool MayEdit(this Actor actor, ContentItem item) =>
        actor.MayEdit(item.ContentType) || (Owns(actor, item) && actor.MayCreate(item.ContentType));

    public static bool MayDelete(this Actor actor, ContentItem item) =>
        actor.Can(DeleteContent) || actor.Can($"Delete_{item.ContentType}")
        || (Owns(actor, item) && (actor.Can(DeleteOwnContent) || actor.Can($"DeleteOwn_{item.ContentType}")));

    public static bool MayClone(this Actor actor, ContentItem item) =>
        actor.MayCreate(item.ContentType) && actor.MayOpen(item) && (actor.Can(CloneContent) || actor.Can($"Clone_{item.ContentType}"));

    /// <summary>True when the person may write items of the type, if only in some category.</summary>
    public static bool MayBegin(this Actor actor, string contentType) =>
        actor.MayCreate(contentType) || Writing.Any(verb => actor.CanInPart($"{verb}_{contentType}_"));

    /// <summary>True when the person may publish items of the type, if only in some category.</summary>
    public static bool MayPublishSome(this Actor actor, string contentType) => actor.MayPublish(contentType) || actor.CanInPart($"Publish_{contentType}_");

    /// <summary>The name of a permission on the items of a type that are in a category or below it, such as <c>Publish_Article_termthongbao00000000000000</c>.</summary>
    internal static string InCategory(string verb, string contentType, string termId) => $"{verb}_{contentType}_{termId}";

    internal static string[] Writing { get; } = ["EditOwn", "Edit", "Publish"];

    internal static string[] Editing { get; } = ["Edit", "Publish"];

    internal static string[] Publishing { get; } = ["Publish"];

    /// <summary>True when the person may see all items of the type in lists, drafts included.</summary>
    public static bool MayList(this Actor actor, string contentType) =>
        actor.Can(ListContent) || actor.Can($"ListContent_{contentType}") || actor.MayEdit(contentType);

    /// <summary>True when the person may look at the item with all its versions.</summary>
    public static bool MayOpen(this Actor actor, ContentItem item) => actor.MayList(item.ContentType) || actor.MayEdit(item);

    internal static bool Owns(Actor actor, ContentItem item) => actor.AccountId is { } id && item.OwnerId == id;
}
