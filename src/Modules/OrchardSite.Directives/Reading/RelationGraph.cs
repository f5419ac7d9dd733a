using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>
/// A directive as a picture: above it what acts on it, below it what it acts on, each with the kind of the relation over it.
/// Narrow, so that it is read on a phone. Lengths are in SVG units.
/// </summary>
internal sealed class RelationGraph
{
    private const int Fewest = 2;
    private const int MostOnASide = 8;
    private const int WidestLetter = 9;

    private const int Width = 350;
    private const int Trunk = 16;
    private const int Indent = 44;
    private const int BoxHeight = 34;
    private const int LabelHeight = 20;
    private const int Gap = 10;
    private const int Arrow = 6;

    private readonly List<Shape> _boxes = [];
    private readonly List<Shape> _words = [];
    private readonly List<string> _lines = [];
    private int _y = Gap;

    /// <returns>Null where there is too little to draw.</returns>
    public static Shape? Draw(string name, IReadOnlyList<ShownRelation> relations) => relations.Count < Fewest ? null : new RelationGraph().DrawAll(name, relations.ToLookup(relation => relation.IsIncoming));

    private Shape DrawAll(string name, ILookup<bool, ShownRelation> sides)
    {
        var (incoming, hiddenAbove) = Take(sides[true]);
        var starts = incoming.Select(AddIncoming).ToArray();
        AddMore(hiddenAbove);

        var top = _y;
        AddBox(name, null, 1, isOwn: true);
        if (starts.Length > 0)
        {
            _lines.Add(string.Concat(starts.Select(start => $"M{Indent} {start}H{Trunk}V{top}")) + Down(Trunk, top));
        }

        var bottom = _y - Gap;
        var (outgoing, hiddenBelow) = Take(sides[false]);
        foreach (var relation in outgoing)
        {
            var middle = AddRelated(relation, Indent);
            _lines.Add($"M{Trunk} {bottom}V{middle}H{Indent}m-{Arrow}-{Arrow}l{Arrow} {Arrow}l-{Arrow} {Arrow}");
        }

        AddMore(hiddenBelow);
        return new Shape { ["Width"] = Width, ["Height"] = _y, ["Boxes"] = _boxes.ToArray(), ["Words"] = _words.ToArray(), ["Lines"] = string.Concat(_lines) };
    }

    /// <returns>The middle of the box's height.</returns>
    private int AddIncoming(ShownRelation relation)
    {
        if (relation.EndedBy is { } end)
        {
            // Two steps: what has ended the other one stands over it, further in.
            var from = AddRelated(end, 2 * Indent);
            var x = Indent + Trunk;
            _lines.Add($"M{2 * Indent} {from}H{x}V{_y + LabelHeight}{Down(x, _y + LabelHeight)}");
        }

        return AddRelated(relation, Indent);
    }

    private int AddRelated(ShownRelation relation, int x)
    {
        // Beside the line that comes down from above.
        _words.Add(new Shape { ["Text"] = relation.KindName, ["X"] = x + Trunk + Arrow + 4, ["Y"] = _y + LabelHeight - 6 });
        _y += LabelHeight;
        return AddBox(relation.Name, relation.Url, x, isOwn: false);
    }

    private int AddBox(string name, string? url, int x, bool isOwn)
    {
        var middle = _y + (BoxHeight / 2);
        _boxes.Add(new Shape { ["Name"] = Cut(name, (Width - x - (2 * Gap)) / WidestLetter), ["Url"] = url, ["X"] = x, ["Y"] = _y, ["Width"] = Width - x - 1, ["Height"] = BoxHeight, ["TextX"] = x + Gap, ["TextY"] = middle + 5, ["IsOwn"] = isOwn });
        _y += BoxHeight + Gap;
        return middle;
    }

    private void AddMore(int hidden)
    {
        if (hidden > 0)
        {
            _words.Add(new Shape { ["Hidden"] = hidden, ["X"] = Indent, ["Y"] = _y + LabelHeight - 8 });
            _y += LabelHeight + Gap;
        }
    }

    private static (ShownRelation[] Shown, int Hidden) Take(IEnumerable<ShownRelation> side)
    {
        var all = side.ToArray();
        return (all[..Math.Min(all.Length, MostOnASide)], Math.Max(0, all.Length - MostOnASide));
    }

    private static string Down(int x, int y) => $"M{x - Arrow} {y - Arrow}L{x} {y}L{x + Arrow} {y - Arrow}";

    private static string Cut(string name, int longest) => name.Length <= longest ? name : name[..(longest - 1)].TrimEnd() + "…";
}
