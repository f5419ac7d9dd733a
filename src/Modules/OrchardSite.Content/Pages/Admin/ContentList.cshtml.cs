using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Listing;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Content.Pages.Admin;

public sealed class ContentListModel(ContentList list, ContentActions actions, ContentRights rights, IContentMoves moves, TermStore terms, IStringLocalizer localizer) : AdminPage
{
    /// <summary>The one type that is listed; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public ContentListFilter Filter { get; set; } = new();

    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    /// <summary>What the list is narrowed to.</summary>
    public ContentType? OneType { get; private set; }

    public IReadOnlyList<Term> Categories { get; private set; } = [];

    public ContentListPage List { get; private set; } = new([], 1, 0, false);

    /// <summary>Ids of those that the person may edit.</summary>
    public IReadOnlySet<string> Editable { get; private set; } = new HashSet<string>();

    /// <summary>Where the items are on their way to readers, by their ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ContentMark>> Marks { get; private set; } = new Dictionary<string, IReadOnlyList<ContentMark>>();

    public bool IsNarrowed =>
        Filter is not { State: ContentState.Any, From: null, To: null } || !string.IsNullOrWhiteSpace(Filter.Query + Filter.Category + Filter.Author);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    /// <param name="action">What to do, such as <c>Publish</c>; with an item behind it (<c>Delete|ID|VERSION</c>) it is done with that one alone.</param>
    /// <param name="picked">Items with the versions that the person saw, as <c>ID|VERSION</c>.</param>
    public async Task<IActionResult> OnPostAsync(string? action, string[] picked, CancellationToken cancellationToken)
    {
        var (verb, one) = (action ?? "").Split('|', 2) is [var first, .. var rest] ? (first, rest) : ("", []);
        var chosen = one.Length > 0 ? one : picked;
        if (chosen.Length == 0)
        {
            return await ReadAsync(cancellationToken) ?? Refused([new Refusal(RefusalKind.Invalid, localizer["Pick at least one entry of the list first."])]);
        }

        var (done, refusals) = await actions.RunAsync(verb, chosen.Take(ContentList.PageSize), Actor, cancellationToken);
        var told = done.Count > 0 ? actions.Tell(verb, done) : null;
        if (refusals.Count == 0)
        {
            Notice = told;
            return LocalRedirect(Request.PathBase + Request.Path + Request.QueryString);
        }

        Told = told;
        return await ReadAsync(cancellationToken) ?? Refused(refusals);
    }

    public ContentType TypeOf(ContentItem item) => Types.First(type => type.Name == item.ContentType);

    public string TextOf(ContentState state) => state switch
    {
        ContentState.Published => localizer["Published"],
        ContentState.Draft => localizer["Draft"],
        ContentState.Changed => localizer["Published, changed since"],
        ContentState.Deleted => localizer["In the bin"],
        _ => localizer["All but the bin"],
    };

    public static ContentState StateOf(ContentItem item) => item switch
    {
        { DeletedUtc: not null } => ContentState.Deleted,
        { PublishedVersionId: null } => ContentState.Draft,
        _ => item.PublishedVersionId == item.LatestVersionId ? ContentState.Published : ContentState.Changed,
    };

    public string AddressOf(int page)
    {
        var query = Request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return Request.PathBase + Request.Path + QueryString.Create(page == 1 ? query : query.Append(KeyValuePair.Create("page", (string?)page.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        Types = await list.TypesAsync(Actor);
        OneType = Types.FirstOrDefault(type => type.Name.Equals(Type, StringComparison.OrdinalIgnoreCase));
        if (Type is not null && OneType is null)
        {
            return (await list.ExistsAsync(Type)) ? Forbidden("See the list of all content") : NotFound();
        }

        var tree = await terms.GetAsync();
        var taxonomies = (OneType is null ? Types : [OneType]).SelectMany(type => type.Taxonomies).ToHashSet();
        Categories = tree.All.Where(term => term.Parent is null && taxonomies.Contains(term.TaxonomyId)).OrderBy(term => term.DisplayText, StringComparer.CurrentCulture).ToArray();
        List = await list.FindAsync(OneType is null ? Types : [OneType], Filter, Site.TimeZone, Actor, cancellationToken);
        Editable = await rights.EditableAsync(Actor, List.Items, cancellationToken);
        Marks = await moves.MarksAsync(List.Items, cancellationToken);
        return null;
    }
}
