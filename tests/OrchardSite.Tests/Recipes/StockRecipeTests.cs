using System.Text.Json;

namespace OrchardSite.Tests.Recipes;

/// <summary>
/// What the portal came with can be read by a stock Orchard Core: its step names with its members, its own steps told
/// apart by their names. The lists are Orchard Core's, so that a word of our own shows up here.
/// </summary>
public sealed class StockRecipeTests
{
    private const string OwnSteps = "orchardsite-";
    private const string OwnSettings = "OrchardSite";

    private static readonly string[] Head =
        ["name", "displayName", "description", "author", "website", "version", "issetuprecipe", "categories", "tags", "variables", "steps"];

    private static readonly Dictionary<string, string[]> Steps = new(StringComparer.OrdinalIgnoreCase)
    {
        ["recipes"] = ["Values"],
        ["feature"] = ["enable", "disable"],
        ["themes"] = ["site", "admin"],
        ["Roles"] = ["Roles"],
        ["ContentDefinition"] = ["ContentTypes", "ContentParts"],
        ["content"] = ["data"],
        ["media"] = ["Files"],
        ["layers"] = ["Layers"],
        ["AdminMenu"] = ["data"],
        ["Queries"] = ["Queries"],
    };

    // Their members are names of settings, or of types with the stereotype CustomSettings.
    private static readonly string[] OpenSteps = ["settings", "custom-settings"];

    private static readonly Dictionary<string, string[]> Items = new(StringComparer.OrdinalIgnoreCase)
    {
        ["recipes.Values"] = ["executionid", "name"],
        ["Roles.Roles"] = ["Name", "Description", "Permissions", "PermissionBehavior"],
        ["ContentDefinition.ContentTypes"] = ["Name", "DisplayName", "Settings", "ContentTypePartDefinitionRecords"],
        ["ContentDefinition.ContentParts"] = ["Name", "Settings", "ContentPartFieldDefinitionRecords"],
        ["media.Files"] = ["SourcePath", "TargetPath", "Base64"],
        ["layers.Layers"] = ["Name", "Description", "LayerRule"],
        ["AdminMenu.data"] = ["Id", "Name", "Enabled", "MenuItems"],
    };

    private static readonly string[] Fields =
    [
        "BooleanField", "ContentPickerField", "DateField", "DateTimeField", "HtmlField", "LinkField", "MediaField", "MultiTextField",
        "NumericField", "TaxonomyField", "TextField", "TimeField", "UserPickerField", "YoutubeField", "LocalizationSetContentPickerField",
    ];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Root, "*.recipe.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order()];

    private static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recipe_says_nothing_that_a_stock_Orchard_Core_does_not_know(string file)
    {
        var recipe = Read(file);
        NamesOf(recipe).Except(Head).ShouldBeEmpty();
        foreach (var step in recipe.GetProperty("steps").EnumerateArray())
        {
            CheckStep(step.GetProperty("name").GetString()!, step);
        }
    }

    private static void CheckStep(string name, JsonElement step)
    {
        if (name.StartsWith(OwnSteps, StringComparison.Ordinal) || OpenSteps.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        Steps.ShouldContainKey(name);
        NamesOf(step).Except(Steps[name]).ShouldBe(["name"]);
        foreach (var member in step.EnumerateObject().Where(member => Items.ContainsKey($"{name}.{member.Name}")))
        {
            foreach (var item in member.Value.EnumerateArray())
            {
                NamesOf(item).Except(Items[$"{name}.{member.Name}"]).ShouldBeEmpty($"{name}.{member.Name}");
                CheckItem(member.Name, item);
            }
        }

        if (name.Equals("content", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var item in step.GetProperty("data").EnumerateArray())
            {
                CheckContent(item);
            }
        }
    }

    private static void CheckItem(string member, JsonElement item)
    {
        switch (member)
        {
            case "ContentTypes":
                CheckRecords(item, "ContentTypePartDefinitionRecords", "PartName", known: null);
                break;
            case "ContentParts":
                CheckRecords(item, "ContentPartFieldDefinitionRecords", "FieldName", Fields);
                break;
            case "Layers":
                item.GetProperty("LayerRule").GetProperty("Conditions").EnumerateArray()
                    .ShouldAllBe(condition => condition.GetProperty("Name").GetString()!.EndsWith("Condition", StringComparison.Ordinal));
                break;
            case "Files":
                item.GetProperty("TargetPath").GetString().ShouldNotBeNullOrEmpty();
                break;
        }
    }

    private static void CheckRecords(JsonElement item, string records, string kind, string[]? known)
    {
        foreach (var record in item.GetProperty(records).EnumerateArray())
        {
            NamesOf(record).Except(["Name", "Settings", kind]).ShouldBeEmpty(records);
            (known ?? [record.GetProperty(kind).GetString()!]).ShouldContain(record.GetProperty(kind).GetString()!);
            NamesOf(record.GetProperty("Settings")).ShouldAllBe(name => name.EndsWith("Settings", StringComparison.Ordinal) || name.StartsWith(OwnSettings, StringComparison.Ordinal));
        }
    }

    private static void CheckContent(JsonElement item)
    {
        UniqueId.IsValid(item.GetProperty("ContentItemId").GetString()).ShouldBeTrue(item.GetProperty("ContentItemId").GetString());
        item.GetProperty("ContentType").GetString().ShouldNotBeNullOrEmpty();
        (item.GetProperty("Latest").ValueKind, item.GetProperty("Published").ValueKind).ShouldBe((JsonValueKind.True, JsonValueKind.True));
        // Apart from these an item has parts alone, each an object.
        string[] own = ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "CreatedUtc", "ModifiedUtc", "PublishedUtc", "Owner", "Author"];
        item.EnumerateObject().Where(member => !own.Contains(member.Name)).ShouldAllBe(member => member.Value.ValueKind == JsonValueKind.Object);
    }

    private static IEnumerable<string> NamesOf(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    private static JsonElement Read(string file) => JsonElement.Parse(
        File.ReadAllBytes(Path.Combine(Root, file)),
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
}
