using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Taxonomies;

/// <summary>Terms of one kind, three levels at most, each once.</summary>
internal sealed class TaxonomyRule(IStringLocalizer localizer) : IContentRule
{
    internal const int MostLevels = 3;

    public string ContentType => "Taxonomy";

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing)
    {
        var part = draft.Content["TaxonomyPart"] as JsonObject;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Check(part?["Terms"] as JsonArray, part.Text("TermContentType"), "TaxonomyPart.Terms", "", 1, seen);
    }

    private IEnumerable<Refusal> Check(JsonArray? terms, string? termType, string path, string parentAddress, int level, HashSet<string> seen)
    {
        for (var index = 0; index < (terms?.Count ?? 0); index++)
        {
            var term = terms![index]!.AsObject();
            var place = $"{path}[{index}]";
            var name = (term["TitlePart"] as JsonObject).Text("Title") ?? "";
            if (level > MostLevels)
            {
                yield return new Refusal(RefusalKind.Invalid, localizer["“{0}” is too deep: there are {1} levels at most.", name, MostLevels], place);
            }

            if (term.Text("ContentType") != termType)
            {
                yield return new Refusal(RefusalKind.Invalid, localizer["“{0}” must be of the type {1}.", name, termType ?? ""], place);
            }

            if (!seen.Add(term.Text("ContentItemId") ?? ""))
            {
                yield return new Refusal(RefusalKind.Invalid, localizer["The term {0} occurs twice.", term.Text("ContentItemId") ?? ""], place);
            }

            var address = AddressOf(term, name, parentAddress);
            if (address.Length > 0 && !ContentPath.IsValid(address))
            {
                yield return new Refusal(
                    RefusalKind.Invalid, localizer["“{0}” cannot be an address: use small letters without diacritics, digits, hyphens and slashes.", address], place + ".AutoroutePart.Path");
            }

            foreach (var refusal in Check(term["Terms"] as JsonArray, termType, place + ".Terms", address, level + 1, seen))
            {
                yield return refusal;
            }
        }
    }

    // A term that may have an address and was given none gets one below its parent's.
    private static string AddressOf(JsonObject term, string name, string parentAddress)
    {
        if (term["AutoroutePart"] is not JsonObject route)
        {
            return parentAddress;
        }

        var address = route.Text("Path")?.Trim().Trim('/').ToLowerInvariant() is { Length: > 0 } chosen ? chosen : ContentPath.Clean($"{parentAddress}/{name}");
        route["Path"] = address;
        return address;
    }
}
