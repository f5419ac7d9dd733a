using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Content.Fields;

/// <summary>Checks an item against its type's definition, the items inside it included, and brings values to their stored form.</summary>
internal sealed class ContentCheck(ContentDefinitions definitions, TermTree terms, HtmlCleaner html, IStringLocalizer localizer, bool publishing)
{
    private const int DeepestNesting = 8;

    private readonly List<Refusal> _refusals = [];
    private readonly List<ContentReference> _references = [];

    public TermTree Terms { get; } = terms;

    public HtmlCleaner Html { get; } = html;

    public IStringLocalizer Localizer { get; } = localizer;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>What the item's fields refer to.</summary>
    public IReadOnlyList<ContentReference> References => _references;

    public void Refuse(string path, string message) => _refusals.Add(new Refusal(RefusalKind.Invalid, message, path));

    public void Refer(ContentReference reference) => _references.Add(reference);

    /// <param name="content">The item's parts; other members have been taken out.</param>
    /// <param name="path">JSON path of the item with a dot at its end, or empty.</param>
    public void Check(JsonObject content, ContentType type, string path = "", int depth = 0)
    {
        foreach (var (name, value) in content)
        {
            if (type.FindPart(name) is null && type.FormerParts.All(part => part.Name != name) && name is not ("LayerMetadata" or "TermPart" or "MenuItemsListPart" or "Terms"))
            {
                Refuse(path + name, Localizer["{0} has no part named {1}.", type.DisplayName, name]);
            }
            else if (value is not JsonObject && !(name == "Terms" && value is JsonArray))
            {
                Refuse(path + name, Localizer["{0} must be an object.", name]);
            }
        }

        foreach (var part in type.Parts)
        {
            CheckPart(content, type, part, path);
        }

        CheckContained(content, path, depth);
    }

    private void CheckPart(JsonObject content, ContentType type, TypePart part, string path)
    {
        var json = content[part.Name] as JsonObject;
        switch (part.PartName)
        {
            case "TitlePart":
                CheckTitle(json, type.Title!, path);
                break;
            case "HtmlBodyPart":
                CheckHtml(json, $"{path}{part.Name}.Html");
                break;
            case "LinkMenuItemPart":
                CheckMenuLink(json, $"{path}{part.Name}.Url");
                break;
        }

        foreach (var (name, _) in part.Fields.Count == 0 ? [] : json ?? [])
        {
            if (part.FindField(name) is null && part.FormerFields.All(field => field.Name != name))
            {
                Refuse($"{path}{part.Name}.{name}", Localizer["{0} has no field named {1}.", part.Name, name]);
            }
        }

        foreach (var field in part.Fields)
        {
            CheckField(json?[field.Name], field, $"{path}{part.Name}.{field.Name}");
        }
    }

    private void CheckTitle(JsonObject? json, TitleSettings title, string path)
    {
        var text = json.Text("Title")?.Trim() ?? "";
        if (text.Length == 0)
        {
            Refuse($"{path}TitlePart.Title", Localizer["The title is missing."]);
        }
        else if (text.Length < title.MinLength || text.Length > title.MaxLength)
        {
            Refuse($"{path}TitlePart.Title", Localizer["The title must have {0} to {1} characters; it has {2}.", title.MinLength, title.MaxLength, text.Length]);
        }
    }

    private void CheckHtml(JsonObject? part, string path)
    {
        if (part.Text("Html") is { } html)
        {
            part!["Html"] = Html.Clean(html);
        }
        else if (part?["Html"] is not null)
        {
            Refuse(path, Localizer["{0} must be a text.", "HtmlBodyPart"]);
        }
    }

    private void CheckMenuLink(JsonObject? part, string path)
    {
        if (part?["Url"] is { } url && !LinkAddress.MayBeInMenu(part.Text("Url")))
        {
            Refuse(path, Localizer["“{0}” is no address for a menu: it begins with ~/, http://, https://, mailto:, tel: or #.", url.ToString()]);
        }
    }

    internal void CheckField(JsonNode? json, PartField field, string path)
    {
        var check = new FieldCheck(field, path, this);
        var type = FieldType.Find(field.Type)!;
        if (json is not null and not JsonObject)
        {
            Refuse(path, Localizer["{0} must be an object.", field.Name]);
        }
        else if (json is not JsonObject value || type.IsEmpty(value))
        {
            if (field.IsRequired || (publishing && field.IsRequiredToPublish))
            {
                Refuse(path, Localizer["{0} is required.", field.DisplayName]);
            }
        }
        else
        {
            type.Check(value, check);
        }
    }

    private void CheckContained(JsonObject content, string path, int depth)
    {
        foreach (var (part, json) in content)
        {
            foreach (var (list, items) in json is JsonArray array && part == "Terms" ? [(part, array)] : ContainedLists(part, json as JsonObject))
            {
                for (var index = 0; index < items.Count; index++)
                {
                    CheckContainedItem(items[index], $"{path}{list}[{index}]", depth + 1);
                }
            }
        }
    }

    private static IEnumerable<(string Path, JsonArray Items)> ContainedLists(string part, JsonObject? json) =>
        new[] { "ContentItems", "Widgets", "MenuItems", "Terms" }
            .Where(name => json?[name] is JsonArray)
            .Select(name => ($"{part}.{name}", json![name]!.AsArray()));

    private void CheckContainedItem(JsonNode? node, string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            Refuse(path, Localizer["Items are nested too deeply."]);
        }
        else if (node is not JsonObject item || item.Text("ContentType") is not { } typeName || definitions.Find(typeName) is not { } type)
        {
            Refuse(path, Localizer["There is no content type named {0}.", (node as JsonObject).Text("ContentType") ?? ""]);
        }
        else if (!UniqueId.IsValid(item.Text("ContentItemId")))
        {
            Refuse($"{path}.ContentItemId", Localizer["“{0}” is not the id of a content item.", item.Text("ContentItemId") ?? ""]);
        }
        else
        {
            CheckInPlace(item, type, path, depth);
        }
    }

    // The metadata of a contained item stands beside its parts: checked is a view without it.
    private void CheckInPlace(JsonObject item, ContentType type, string path, int depth)
    {
        var metadata = item.Where(member => ContentMetadata.IsMetadata(member.Key)).ToArray();
        foreach (var (name, _) in metadata)
        {
            item.Remove(name);
        }

        Check(item, type, path + ".", depth);
        for (var index = 0; index < metadata.Length; index++)
        {
            item.Insert(index, metadata[index].Key, metadata[index].Value);
        }
    }
}
