namespace OrchardSite.Content.Trees;

/// <summary>Moves an entry by one place, and all below it along.</summary>
internal static class TreeMoves
{
    public static bool IsMove(string verb) => verb is "up" or "down" or "in" or "out";

    /// <param name="levels">How deep the tree may be.</param>
    /// <returns>False where there is no such place.</returns>
    public static bool Run(List<TreeEntry> entries, int at, string verb, int levels) => verb switch
    {
        "up" => FormerSibling(entries, at) is { } former && Move(entries, at, former, 0),
        "down" => EndOf(entries, at) is var next && next < entries.Count && entries[next].Level == entries[at].Level && Move(entries, next, at, 0),
        "in" => FormerSibling(entries, at) is not null && entries[at..EndOf(entries, at)].Max(entry => entry.Level) + 1 < levels && Move(entries, at, at, 1),
        "out" => entries[at].Level > 0 && Move(entries, at, EndOf(entries, ParentOf(entries, at)), -1),
        _ => false,
    };

    public static int ParentOf(List<TreeEntry> entries, int at) => entries.FindLastIndex(at, entry => entry.Level < entries[at].Level);

    /// <summary>The first place behind all that is below an entry.</summary>
    public static int EndOf(List<TreeEntry> entries, int at) =>
        entries.FindIndex(at + 1, entry => entry.Level <= entries[at].Level) is var end and >= 0 ? end : entries.Count;

    private static int? FormerSibling(List<TreeEntry> entries, int at) =>
        at > 0 && entries.FindLastIndex(at - 1, entry => entry.Level <= entries[at].Level) is var former and >= 0 && entries[former].Level == entries[at].Level ? former : null;

    private static bool Move(List<TreeEntry> entries, int at, int to, int deeper)
    {
        var block = entries[at..EndOf(entries, at)].ConvertAll(entry => entry with { Level = entry.Level + deeper });
        entries.RemoveRange(at, block.Count);
        entries.InsertRange(to > at ? to - block.Count : to, block);
        return true;
    }
}
