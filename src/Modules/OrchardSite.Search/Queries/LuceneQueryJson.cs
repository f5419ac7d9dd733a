using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using OrchardSite.Text;

namespace OrchardSite.Search.Queries;

/// <summary>Reads the JSON of a query, and refuses what it does not expect with the place of it.</summary>
internal sealed class LuceneQueryJson(IStringLocalizer localizer)
{
    public (string Name, JsonElement Value) OnlyMember(JsonElement value, string path)
    {
        Expect(value, JsonValueKind.Object, path);
        return value.EnumerateObject().ToArray() is [var only]
            ? (only.Name, only.Value)
            : throw new LuceneQueryException(path, localizer["Exactly one member is expected here."]);
    }

    public int Number(JsonElement parent, string member, int otherwise, int most)
    {
        if (!parent.TryGetProperty(member, out var value))
        {
            return otherwise;
        }

        // Templates write numbers of parameters in quotes as often as without.
        return int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new LuceneQueryException($"$.{member}", localizer["A number from {0} to {1} is expected here.", 0, most]);
    }

    public string Text(JsonElement value, string path) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        ? VietnameseText.ToNfc(value.ToString())
        : throw new LuceneQueryException(path, localizer["A text is expected here."]);

    public void Expect(JsonElement value, JsonValueKind kind, string path)
    {
        if (value.ValueKind != kind)
        {
            throw new LuceneQueryException(path, kind == JsonValueKind.Array ? localizer["A list of texts is expected here."] : localizer["An object is expected here."]);
        }
    }

    public void Refuse(JsonElement value, string path, IReadOnlyCollection<string> known)
    {
        foreach (var member in value.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            throw new LuceneQueryException($"{path}.{member.Name}", localizer["The member “{0}” is not known here.", member.Name]);
        }
    }

    public LuceneQueryException UnknownField(string field, string path) => new(path, localizer["The field “{0}” cannot be asked for in this way.", field]);

    public LuceneQueryException Unexpected(string text, string path) => new(path, localizer["“{0}” is not expected here.", text]);
}
