using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrchardSite.Content.Definitions;

/// <summary>A field with the settings that its values are checked by.</summary>
public sealed class PartField
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    internal PartField(JsonObject json)
    {
        Type = json.Text("FieldName")!;
        Name = json.Text("Name")!;
        var all = json["Settings"] as JsonObject;
        Settings = all?[Type + "Settings"] as JsonObject;
        DisplayName = (all?["ContentPartFieldSettings"] as JsonObject).Text("DisplayName") ?? Name;
        Editor = (all?["ContentPartFieldSettings"] as JsonObject).Text("Editor") ?? "";
        DefaultValue = Settings?["DefaultValue"] ?? (all?["TextFieldPredefinedListEditorSettings"] as JsonObject)?["DefaultValue"];
        IsRequired = Settings.Flag("Required");
        IsMultiple = Settings.Flag("Multiple");

        var own = all?["OrchardSiteFieldSettings"] as JsonObject;
        IsInSummary = own.Flag("InSummary");
        IsPrivate = own.Flag("Private");
        IsRequiredToPublish = own.Flag("RequiredToPublish");
        MaxLength = (int?)own.Number("MaxLength");
        Minimum = own.Number("Minimum") ?? Settings.Number("Minimum");
        Maximum = own.Number("Maximum") ?? Settings.Number("Maximum");
        Pattern = own.Text("Pattern") is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout) : null;
        Options = ((all?["TextFieldPredefinedListEditorSettings"] as JsonObject)?["Options"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(option => new FieldOption(
                option.Text("name") ?? option.Text("value") ?? "",
                option.Text("value") ?? "",
                option.Where(member => option.Text(member.Key) is not null).ToDictionary(member => member.Key, member => option.Text(member.Key)!)))
            .ToArray();
    }

    /// <summary>Orchard Core's name of the kind of field, such as <c>TextField</c>.</summary>
    public string Type { get; }

    public string Name { get; }

    public string DisplayName { get; }

    /// <summary>Orchard Core's settings of the kind of field, such as <c>TextFieldSettings</c>.</summary>
    public JsonObject? Settings { get; }

    /// <summary>Orchard Core's name of the way it is edited, such as <c>TextArea</c>; empty for the usual one.</summary>
    public string Editor { get; }

    /// <summary>What it holds in a new item; null where it is empty there.</summary>
    public JsonNode? DefaultValue { get; }

    public bool IsRequired { get; }

    public bool IsRequiredToPublish { get; }

    public bool IsMultiple { get; }

    /// <summary>True when lists show it.</summary>
    public bool IsInSummary { get; }

    /// <summary>True when readers never see it.</summary>
    public bool IsPrivate { get; }

    public int? MaxLength { get; }

    public decimal? Minimum { get; }

    public decimal? Maximum { get; }

    public Regex? Pattern { get; }

    /// <summary>The values of a list to choose from; empty when any text may be entered.</summary>
    public IReadOnlyList<FieldOption> Options { get; }

    /// <summary>What people read instead of a stored value.</summary>
    public string NameOf(string? value) => Options.FirstOrDefault(option => option.Value == value)?.Name ?? value ?? "";
}

/// <param name="Members">All texts of the option, with those that a module adds to Orchard Core's.</param>
public sealed record FieldOption(string Name, string Value, IReadOnlyDictionary<string, string> Members);
