using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OrchardSite;

/// <summary>How JSON is stored: without white space, with Vietnamese letters as they are.</summary>
public static class CompactJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
