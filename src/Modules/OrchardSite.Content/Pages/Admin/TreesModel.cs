using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Trees;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>The menus of a site, or its taxonomies.</summary>
public sealed class TreesModel(TreeWork work) : AdminPage
{
    public IReadOnlyList<(ContentEdition Edition, int Count)> Trees { get; private set; } = [];

    /// <summary>What the person may make one more of; null: nothing.</summary>
    public ContentType? NewType { get; private set; }

    public TreeKind Tree => TreeKind.At(Request.Path);

    protected override Permission Needed => Tree.Permission;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Trees = await work.ListAsync(Tree, cancellationToken);
        NewType = await work.NewTypeAsync(Tree) is { } type && Actor.MayBegin(type.Name) ? type : null;
    }
}
