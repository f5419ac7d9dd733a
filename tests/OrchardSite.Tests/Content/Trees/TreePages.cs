using System.Text.RegularExpressions;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content.Trees;

/// <summary>The pages of menus and taxonomies, as somebody without script uses them.</summary>
internal static partial class TreePages
{
    public const string Categories = "Admin/Taxonomies/categories";
    public const string MainMenu = "Admin/Menus/main-menu";
    public const string LinkedSites = "Admin/Menus/linked-sites";

    public static Task<Colleague> AdministratorAsync(this PortalApp portal, string tenant = PortalApp.Department) => portal.HireAsync(tenant, "Trần Thị Quản trị", Editors.Administrator);

    /// <param name="button">The value of the button, such as <c>up:ID</c>, <c>Save</c> or <c>Publish</c>.</param>
    public static Task<Page> PressAsync(this Colleague person, Page page, string button, params (string Name, string Value)[] fields) =>
        person.Browser.PressAsync(page, $"button[name=press][value='{button}']", fields);

    public static string Field(string id, string member = "TitlePart.Title") => $"entry-{id}.{member}";

    /// <summary>The names of the entries, with a dash for each level above them.</summary>
    public static string[] Outline(this Page page) =>
        [.. Lines(page).Select(line => string.Concat(Enumerable.Repeat("- ", line.Level)) + page.ValueOf(Field(line.Id)))];

    /// <summary>The id of the entry that was just added: it stands at the end.</summary>
    public static string Added(this Page page) => Lines(page).Last().Id;

    private static IEnumerable<(string Id, int Level)> Lines(Page page) =>
        page.Document.GetElementsByName("Entry").Select(line => Line().Match(line.GetAttribute("value")!)).Select(line => (line.Groups[1].Value, int.Parse(line.Groups[2].Value, null)));

    [GeneratedRegex(@"^(\w+):(\d+):\w+$")]
    private static partial Regex Line();
}
