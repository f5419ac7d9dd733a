using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrchardSite.Content;

namespace OrchardSite.Api;

[Description("A content item in Orchard Core's JSON: what it is, then its parts as further members, such as TitlePart and the part of its type.")]
internal sealed record ContentItemJson
{
    [JsonPropertyName("ContentItemId"), Description("26 small letters and digits. May be chosen by who creates the item.")]
    public string? ContentItemId { get; init; }

    [JsonPropertyName("ContentItemVersionId"), Description("Of the version that is shown. Not read.")]
    public string? ContentItemVersionId { get; init; }

    [JsonPropertyName("ContentType"), Description("Name of a content type of the site.")]
    public string? ContentType { get; init; }

    [JsonPropertyName("DisplayText"), Description("The title, as lists show it. Not read where the type has a title.")]
    public string? DisplayText { get; init; }

    [JsonPropertyName("Latest"), Description("True for the newest version. Not read.")]
    public bool? Latest { get; init; }

    [JsonPropertyName("Published"), Description("True for the version that readers see. Not read: items are saved as drafts and published by an operation of their own.")]
    public bool? Published { get; init; }

    [JsonPropertyName("CreatedUtc"), Description("Not read.")]
    public DateTime? CreatedUtc { get; init; }

    [JsonPropertyName("ModifiedUtc"), Description("When it was last saved, published or taken down. Not read.")]
    public DateTime? ModifiedUtc { get; init; }

    [JsonPropertyName("PublishedUtc"), Description("Since when readers have seen it; absent for what was never published. Not read.")]
    public DateTime? PublishedUtc { get; init; }

    [JsonPropertyName("Owner"), Description("Who made it. Not read.")]
    public string? Owner { get; init; }

    [JsonPropertyName("Author"), Description("Who saved the version. Not read.")]
    public string? Author { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Parts { get; init; }

    /// <param name="isWhole">True with the fields that readers never see.</param>
    public static ContentItemJson Of(ContentEdition edition, bool isWhole) => new()
    {
        ContentItemId = edition.Item.Id,
        ContentItemVersionId = edition.Version.Id,
        ContentType = edition.Item.ContentType,
        DisplayText = edition.Version.DisplayText,
        Latest = edition.Version.Id == edition.Item.LatestVersionId,
        Published = edition.IsPublished,
        CreatedUtc = edition.Item.CreatedUtc,
        ModifiedUtc = edition.Item.EditedUtc,
        PublishedUtc = edition.Item.PublishedUtc,
        Owner = edition.Item.Owner,
        Author = edition.Version.Author,
        Parts = isWhole ? edition.Content().Deserialize<Dictionary<string, JsonElement>>() : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(edition.Version.Json),
    };

    /// <summary>Another one after each change of the item, and for each version and view of it.</summary>
    public static string TagOf(ContentEdition edition, bool isWhole) =>
        $"\"{edition.Version.Id}-{ApiAnswer.Text(edition.Item.Revision)}{(isWhole ? "" : "-public")}\"";
}
