using Fluid;
using Fluid.Values;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Menus;

/// <summary>A link of a menu with the links below it.</summary>
/// <param name="Id">The menu item's content item id.</param>
/// <param name="address">Inside the site as <c>~/path</c>, or absolute; empty for a heading without a link.</param>
/// <param name="target">Orchard Core's word for where it opens, such as <c>_blank</c>; empty for the same tab.</param>
public sealed class MenuItem(string id, string displayText, string address, string target, IReadOnlyList<MenuItem> items) : NamedValue
{
    public string Id { get; } = id;

    public IReadOnlyList<MenuItem> Items { get; } = items;

    public override string ToStringValue() => displayText;

    /// <summary>True when the page, or the section it belongs to, is this link's or one below it.</summary>
    public bool IsActive(PageRendering page) => IsHere(page.Path) || (page.Section is { } section && IsHere("/" + section)) || Items.Any(item => item.IsActive(page));

    /// <summary>True when the link leads to the page itself.</summary>
    public bool IsPage(PageRendering page) => address.Length > 1 && address[0] == '~' && page.Path.AsSpan().SequenceEqual(address.AsSpan(1));

    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "DisplayText" => StringValue.Create(displayText),
        "Url" => StringValue.Create(address.StartsWith("~/", StringComparison.Ordinal) ? context.Page().Url(address) : address),
        "Target" => StringValue.Create(target),
        "IsActive" => BooleanValue.Create(IsActive(context.Page())),
        "Items" => new ArrayValue(Items.ToArray<FluidValue>()),
        _ => NilValue.Instance,
    };

    // The home page is above everything, so only itself counts.
    private bool IsHere(string path) => address == "~/"
        ? path == "/"
        : address.StartsWith("~/", StringComparison.Ordinal)
            && path.AsSpan(1).StartsWith(address.AsSpan(2), StringComparison.Ordinal)
            && (path.Length == address.Length - 1 || path[address.Length - 1] == '/');
}
