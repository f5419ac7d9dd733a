using System.Text.Json;

namespace OrchardSite.Recipes;

/// <summary>Knows texts that JSON can say but no database keeps: half a character, or a NUL.</summary>
internal static class RecipeText
{
    public static bool IsUsable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (text[index] == '\0' || char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Such a text can only be said by an escape, so that most files need no look at each of their texts.</summary>
    /// <param name="json">In UTF-8.</param>
    public static bool MayBeUnusable(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf("\\u"u8); at >= 0; at = json.IndexOf("\\u"u8))
        {
            json = json[(at + 2)..];
            if (json.StartsWith("0000"u8) || json is [(byte)'d' or (byte)'D', >= (byte)'8', ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The JSON path of the first text that is not usable, or null; of a member whose name is not, the path of its object.</returns>
    public static string? FindUnusable(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    if (!TryRead(() => member.Name, out var name))
                    {
                        return path;
                    }

                    if (FindUnusable(member.Value, $"{path}.{name}") is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select((item, index) => FindUnusable(item, $"{path}[{index}]")).FirstOrDefault(found => found is not null);
            case JsonValueKind.String:
                return TryRead(() => json.GetString()!, out _) ? null : path;
            default:
                return null;
        }
    }

    private static bool TryRead(Func<string> read, out string text)
    {
        try
        {
            text = read();
            return IsUsable(text);
        }
        catch (InvalidOperationException)
        {
            // What the reader of .NET says of half a character.
            text = "";
            return false;
        }
    }
}
