using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Media;

namespace OrchardSite.Content.Health;

/// <summary>Where in an item something was found; see the members of <see cref="HealthCase"/>.</summary>
internal sealed record FoundPlace(string Path, string Label, string Inside);

internal enum LinkUse
{
    /// <summary>Inside HTML, where the address is a browser's business.</summary>
    Text,

    /// <summary>A picture inside HTML.</summary>
    Picture,

    /// <summary>A field or an entry of a menu, where <c>~/</c> is the site itself.</summary>
    Field,

    /// <summary>A path in the library.</summary>
    File,

    /// <summary>The id of an item.</summary>
    Item,
}

internal sealed record FoundLink(FoundPlace Place, string Text, string Address, LinkUse Use);

internal sealed record FoundProblem(FoundPlace Place, HealthProblem Problem, string Text, string Detail = "");

/// <summary>What there is to check in an item: read out of its JSON by what its type and the types of the items inside it say.</summary>
internal sealed class FoundContent
{
    private const int DeepestNesting = 8;

    private static readonly string[] Lists = ["ContentItems", "Widgets", "MenuItems", "Terms"];

    private readonly ContentDefinitions _definitions;
    private readonly bool _isPage;

    private FoundContent(ContentDefinitions definitions, bool isPage) => (_definitions, _isPage) = (definitions, isPage);

    public List<FoundLink> Links { get; } = [];

    public List<FoundProblem> Problems { get; } = [];

    /// <summary>The places in its texts that links may lead to.</summary>
    public HashSet<string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <param name="content">The item's parts, without what readers never see.</param>
    /// <param name="isPage">True for an item with an address of its own.</param>
    public static FoundContent Read(JsonObject content, ContentType type, ContentDefinitions definitions, bool isPage)
    {
        var found = new FoundContent(definitions, isPage);
        found.Read(content, type, "", "", 0);
        return found;
    }

    /// <summary>Stands for what could not be read.</summary>
    public static FoundContent Unreadable(ContentDefinitions definitions)
    {
        var found = new FoundContent(definitions, isPage: false);
        found.Problems.Add(new FoundProblem(new FoundPlace("", "", ""), HealthProblem.Unreadable, ""));
        return found;
    }

    private void Read(JsonObject content, ContentType type, string path, string inside, int depth)
    {
        foreach (var part in type.Parts)
        {
            if (content[part.Name] is JsonObject json)
            {
                ReadPart(json, part, new FoundPlace(path + part.Name, "", inside), isPageText: _isPage && depth == 0);
                foreach (var field in part.Fields.Where(field => !field.IsPrivate && json[field.Name] is JsonObject))
                {
                    ReadField(json[field.Name]!.AsObject(), field, new FoundPlace($"{path}{part.Name}.{field.Name}", field.DisplayName, inside));
                }
            }
        }

        foreach (var (name, json) in content)
        {
            foreach (var (list, items) in json is JsonArray array && name == "Terms" ? [(name, array)] : Lists.Where(list => (json as JsonObject)?[list] is JsonArray).Select(list => ($"{name}.{list}", json![list]!.AsArray())))
            {
                for (var index = 0; index < items.Count && depth < DeepestNesting; index++)
                {
                    if (items[index] is JsonObject item && _definitions.Find(item.Text("ContentType") ?? "") is { } inner)
                    {
                        Read(item, inner, $"{path}{list}[{index}].", (item["TitlePart"] as JsonObject).Text("Title") ?? item.Text("DisplayText") ?? inner.DisplayName, depth + 1);
                    }
                }
            }
        }
    }

    private void ReadPart(JsonObject json, TypePart part, FoundPlace place, bool isPageText)
    {
        switch (part.PartName)
        {
            case "HtmlBodyPart":
                // The text of a page stands below its title; that of a widget below the heading of the widget.
                HtmlCheck.Read(json.Text("Html") ?? "", place, isPageText ? 1 : 2, this);
                break;
            case "LinkMenuItemPart" when json.Text("Url") is { Length: > 0 } url:
                Links.Add(new FoundLink(place, place.Inside, url, LinkUse.Field));
                break;
            case "ContentMenuItemPart" when Texts(json["SelectedContentItem"] as JsonObject, "ContentItemIds") is [var id, ..]:
                Links.Add(new FoundLink(place, place.Inside, id, LinkUse.Item));
                break;
        }
    }

    private void ReadField(JsonObject json, PartField field, FoundPlace place)
    {
        switch (field.Type)
        {
            case "HtmlField":
                // Templates put the name of the field above it, a heading of the second level.
                HtmlCheck.Read(json.Text("Html") ?? "", place, 2, this);
                break;
            case "LinkField" when json.Text("Url") is { Length: > 0 } url:
                Links.Add(new FoundLink(place, json.Text("Text") ?? "", url, LinkUse.Field));
                break;
            case "MediaField":
                ReadMedia(json, field, place);
                break;
        }
    }

    private void ReadMedia(JsonObject json, PartField field, FoundPlace place)
    {
        var takesText = field.Settings?["AllowMediaText"] is null || field.Settings.Flag("AllowMediaText");
        var texts = Texts(json, "MediaTexts");
        foreach (var (index, path) in Texts(json, "Paths").Index())
        {
            var row = place with { Path = $"{place.Path}.{index}" };
            Links.Add(new FoundLink(row, MediaPath.NameOf(path), path, LinkUse.File));
            if (takesText && MediaPath.IsPicture(path))
            {
                CheckDescription(texts.ElementAtOrDefault(index), MediaPath.NameOf(path), row);
            }
        }
    }

    /// <param name="name">Of the picture's file.</param>
    public void CheckDescription(string? text, string name, FoundPlace place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Problems.Add(new FoundProblem(place, HealthProblem.NoDescription, name));
        }
        else if (MediaPath.IsPicture(text.Trim()) || string.Equals(text.Trim(), Path.GetFileNameWithoutExtension(name), StringComparison.OrdinalIgnoreCase))
        {
            Problems.Add(new FoundProblem(place, HealthProblem.FileName, name));
        }
    }

    private static string[] Texts(JsonObject? json, string member) =>
        (json?[member] as JsonArray ?? []).Select(item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToArray();
}
