using Microsoft.EntityFrameworkCore;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>The content types of the site.</summary>
public sealed class ListModel(DefinitionStore definitions, SiteDbContext db) : AdminPage
{
    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    /// <summary>How many items there are of each type, those in the bin left out.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public bool MayEdit => Actor.Can(ContentPermissions.EditContentTypes);

    protected override Permission Needed => ContentPermissions.ViewContentTypes;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Types = [.. (await definitions.GetAsync()).Types.OrderBy(type => type.Stereotype.Length > 0).ThenByDescending(type => type.IsListable).ThenBy(type => type.DisplayName, StringComparer.CurrentCulture)];
        Counts = await db.Set<ContentItem>().Where(row => row.DeletedUtc == null).GroupBy(row => row.ContentType)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
    }
}
