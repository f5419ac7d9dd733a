using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Trees;

/// <summary>What is demanded of a tree beyond what is demanded of its entries.</summary>
internal sealed class TreeCheck(IStringLocalizer localizer)
{
    /// <param name="types">The types that an entry may be of.</param>
    /// <param name="levels">How deep the tree may be.</param>
    /// <returns>The reasons to refuse it, each with the entry's field.</returns>
    public IEnumerable<Refusal> Check(List<TreeEntry> entries, IReadOnlyCollection<ContentType> types, int levels)
    {
        var above = new List<TreeEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            above.RemoveRange(entry.Level, above.Count - entry.Level);
            if (!seen.Add(entry.Id))
            {
                yield return Refuse(entry, above.Exists(one => one.Id == entry.Id)
                    ? localizer["“{0}” cannot stand below itself.", entry.Title]
                    : localizer["“{0}” stands in two places.", entry.Title]);
            }

            if (entry.Level >= levels)
            {
                yield return Refuse(entry, localizer["“{0}” is too deep: there are {1} levels at most.", entry.Title, levels]);
            }

            if (entry.Type is null || !types.Contains(entry.Type))
            {
                yield return Refuse(entry, localizer["“{0}” is of a type that does not belong here.", entry.Title]);
            }

            above.Add(entry);
        }
    }

    private static Refusal Refuse(TreeEntry entry, string message) => new(RefusalKind.Invalid, message, entry.Field);
}
