using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

internal sealed class TextField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Text"] is null || Text(value, "Text")?.Trim().Length == 0 || value.Text("Text") == "";

    public override void Check(JsonObject value, FieldCheck check)
    {
        var (field, _, _) = check;
        if (value.Text("Text") is not { } text)
        {
            check.Refuse("Text", check.Localizer["{0} must be a text.", field.DisplayName]);
            return;
        }

        if (field.MaxLength is { } longest && text.Length > longest)
        {
            check.Refuse("Text", check.Localizer["{0} may have {1} characters at most; it has {2}.", field.DisplayName, longest, text.Length]);
        }

        if (field.Options.Count > 0 && field.Options.All(option => option.Value != text))
        {
            check.Refuse("Text", check.Localizer["{0}: “{1}” is not one of the choices.", field.DisplayName, text]);
        }

        if (field.Pattern is { } pattern && !IsMatch(pattern, text))
        {
            check.Refuse("Text", check.Localizer["{0}: “{1}” is not of the right form.", field.DisplayName, text]);
        }
    }

    private static bool IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

internal sealed class HtmlField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Html"] is null || value.Text("Html")?.Trim().Length == 0;

    public override void Check(JsonObject value, FieldCheck check)
    {
        if (value.Text("Html") is { } html)
        {
            value["Html"] = check.Content.Html.Clean(html);
        }
        else
        {
            check.Refuse("Html", check.Localizer["{0} must be a text.", check.Field.DisplayName]);
        }
    }
}

internal sealed class LinkField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Url"] is null || value.Text("Url")?.Trim().Length == 0;

    public override void Check(JsonObject value, FieldCheck check)
    {
        if (value.Text("Url") is not { } url || !LinkAddress.IsValid(url))
        {
            check.Refuse("Url", check.Localizer["{0} must be an address that begins with http://, https:// or ~/.", check.Field.DisplayName]);
        }

        if (value["Text"] is { } text && text.GetValueKind() is not JsonValueKind.String)
        {
            check.Refuse("Text", check.Localizer["{0} must be a text.", check.Field.DisplayName]);
        }
    }
}
