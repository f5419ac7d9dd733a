using System.Runtime.InteropServices;
using System.Text.Json;

namespace OrchardSite.Recipes;

/// <summary>A text such as <c>[js: variables('HomePage')]</c> or <c>[file:text('content/x.html')]</c>.</summary>
internal readonly record struct RecipeExpression(string Engine, string Script)
{
    public const string JavaScript = "js";

    public const string File = "file";

    /// <summary>Texts in brackets that name neither language are texts: they occur in titles.</summary>
    public static RecipeExpression? TryParse(string text)
    {
        if (text.Length < 2 || text[0] != '[' || text[^1] != ']')
        {
            return null;
        }

        var inner = text[1..^1];
        return inner switch
        {
            _ when inner.StartsWith("js:", StringComparison.Ordinal) => new RecipeExpression(JavaScript, inner["js:".Length..].Trim()),
            _ when inner.StartsWith("file:", StringComparison.Ordinal) => new RecipeExpression(File, inner["file:".Length..].Trim()),
            _ => null,
        };
    }

    /// <summary>Whether anything in the JSON may be an expression; most steps have none and need no walk at each run.</summary>
    public static bool IsIn(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    if (IsIn(member.Value))
                    {
                        return true;
                    }
                }

                return false;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    if (IsIn(item))
                    {
                        return true;
                    }
                }

                return false;
            case JsonValueKind.String:
                return JsonMarshal.GetRawUtf8Value(json) is [(byte)'"', (byte)'[', .., (byte)']', (byte)'"'];
            default:
                return false;
        }
    }
}
