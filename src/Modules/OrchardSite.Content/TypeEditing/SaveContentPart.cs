using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Changes how a type has one of its parts.</summary>
public sealed record SaveContentPart(string TypeName, string Name, PartSettings Settings) : DefinitionEdit(TypeName)
{
    private const int LongestTitle = 512;

    public override string Operation => nameof(SaveContentPart);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (draft.TypePart(TypeName, Name) is not { } part)
        {
            return [NoPart(Name, localizer)];
        }

        var kind = part.Text("PartName");
        var refusals = Check(kind, draft, localizer).ToArray();
        if (refusals.Length == 0)
        {
            draft.Merge(DefinitionDraft.Types, new JsonObject
            {
                ["Name"] = TypeName,
                [DefinitionDraft.TypeParts] = new JsonArray(new JsonObject { ["Name"] = Name, ["Settings"] = Written(kind) }),
            });
        }

        return refusals;
    }

    private IEnumerable<Refusal> Check(string? kind, DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (kind == "TitlePart" && (!PartSettings.IsCount(Settings.MinLength, LongestTitle) || !PartSettings.IsCount(Settings.MaxLength, LongestTitle)))
        {
            yield return Invalid("MaxLength", localizer["The lengths of a title are numbers from 1 to {0}.", LongestTitle]);
        }
        else if (kind == "TitlePart" && PartSettings.Count(Settings.MinLength) > (PartSettings.Count(Settings.MaxLength) ?? 255))
        {
            yield return Invalid("MaxLength", localizer["The greatest length is less than the least."]);
        }

        if (kind == "AutoroutePart" && Settings.Pattern.Trim().Length == 0)
        {
            yield return Invalid("Pattern", localizer["The pattern of the address is missing."]);
        }

        foreach (var unknown in kind == AddContentPart.Bag ? Settings.ContainedTypes.Where(type => draft.Type(type) is null) : [])
        {
            yield return Invalid("ContainedTypes", localizer["There is no content type named {0}.", unknown]);
        }
    }

    private JsonObject Written(string? kind)
    {
        var settings = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["DisplayName"] = OrNull(Settings.DisplayName), ["Description"] = OrNull(Settings.Description) } };
        switch (kind)
        {
            case "TitlePart":
                settings["OrchardSiteTitleSettings"] = new JsonObject { ["MinLength"] = PartSettings.Count(Settings.MinLength), ["MaxLength"] = PartSettings.Count(Settings.MaxLength) };
                break;
            case "AutoroutePart":
                settings["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = Settings.Pattern.Trim(), ["AllowCustomPath"] = Settings.AllowCustomPath };
                break;
            case AddContentPart.Bag:
                settings["BagPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray([.. Settings.ContainedTypes.Select(type => (JsonNode)type)]) };
                break;
        }

        return settings;
    }

    private static string? OrNull(string text) => TechnicalNames.Clean(text) is { Length: > 0 } clean ? clean : null;
}

/// <summary>How a type has a part, as it is typed.</summary>
public sealed record PartSettings
{
    public string DisplayName { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Of a title.</summary>
    public string MinLength { get; init; } = "";

    public string MaxLength { get; init; } = "";

    /// <summary>Liquid that makes an address.</summary>
    public string Pattern { get; init; } = "";

    public bool AllowCustomPath { get; init; }

    /// <summary>Names of the types that a bag takes.</summary>
    public IReadOnlyList<string> ContainedTypes { get; init; } = [];

    public static PartSettings Of(TypePart part)
    {
        var type = part.Settings?["ContentTypePartSettings"] as JsonObject;
        var title = part.Settings?["OrchardSiteTitleSettings"] as JsonObject;
        var route = part.Settings?["AutoroutePartSettings"] as JsonObject;
        return new PartSettings
        {
            DisplayName = type.Text("DisplayName") ?? "",
            Description = type.Text("Description") ?? "",
            MinLength = title.Number("MinLength")?.ToString(CultureInfo.InvariantCulture) ?? "",
            MaxLength = title.Number("MaxLength")?.ToString(CultureInfo.InvariantCulture) ?? "",
            Pattern = route.Text("Pattern") ?? "",
            AllowCustomPath = route.Flag("AllowCustomPath"),
            ContainedTypes = [.. Editing.BagInput.TypesOf(part)],
        };
    }

    internal static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static bool IsCount(string text, int most) => text.Length == 0 || Count(text) is { } number && number >= 1 && number <= most;
}
