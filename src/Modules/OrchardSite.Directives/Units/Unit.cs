using OrchardSite.Content;

namespace OrchardSite.Directives.Units;

/// <summary>A unit in the register of the site that sends to it, under the name that it has there.</summary>
/// <param name="Kind">Code of the kind, by which many are named at once.</param>
/// <param name="Site">Technical name of the unit's own site; null where it has none, so that the issuer keeps its receipts.</param>
/// <param name="ValidTo">The last day on which it existed under this name.</param>
/// <param name="SuccessorId">The unit that took its place.</param>
public sealed record Unit(string Id, string Name, string Kind, string? Site, DateOnly? ValidFrom, DateOnly? ValidTo, string? SuccessorId)
{
    /// <summary>Name of the content type, and of the part with its fields.</summary>
    public const string ContentType = "Unit";

    public bool ExistsOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);

    public static Unit Of(ContentItem item)
    {
        var view = new ContentView(item);
        return new Unit(
            item.Id,
            item.DisplayText,
            view.Text(ContentType, "Kind") ?? "",
            view.Text(ContentType, "Site")?.Trim() is { Length: > 0 } site ? site : null,
            DirectiveData.Date(view.Text(ContentType, "ValidFrom", "Value")),
            DirectiveData.Date(view.Text(ContentType, "ValidTo", "Value")),
            view.Texts(ContentType, "Successor", "ContentItemIds").FirstOrDefault());
    }
}
