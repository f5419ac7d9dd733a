using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Picture;

/// <summary>
/// The definition as a diagram: the states from top to bottom, transitions as numbered lines beside them, those that go down on
/// the right and those that go up on the left. Lengths are in SVG units.
/// </summary>
public sealed class WorkflowPicture
{
    public const int StateWidth = 190;
    public const int StateHeight = 58;
    private const int Gap = 40;
    private const int LaneWidth = 30;
    private const int Margin = 20;

    private WorkflowPicture(IReadOnlyList<PictureState> states, IReadOnlyList<PictureLine> lines, int width, int height) => (States, Lines, Width, Height) = (states, lines, width, height);

    public IReadOnlyList<PictureState> States { get; }

    public IReadOnlyList<PictureLine> Lines { get; }

    public int Width { get; }

    public int Height { get; }

    /// <param name="counts">How many items are in each state.</param>
    public static WorkflowPicture Draw(EditorialWorkflow workflow, IReadOnlyDictionary<string, int> counts)
    {
        // What can happen anywhere would hide what happens somewhere; the list beside the picture names it.
        var links = workflow.Transitions.Index()
            .Where(pair => !pair.Item.From.Contains(WorkflowTransition.AnyState))
            .SelectMany(pair => pair.Item.From.Select(from => new Link(pair.Index + 1, pair.Item, IndexOf(workflow, from), IndexOf(workflow, pair.Item.To))))
            .Where(link => link.From != link.To)
            .ToArray();
        var down = Lanes(links.Where(link => link.From < link.To));
        var up = Lanes(links.Where(link => link.From > link.To));
        var left = Margin + ((1 + LaneCount(up)) * LaneWidth);
        var ports = new Ports(workflow.States.Count);
        var lines = new List<PictureLine>();
        foreach (var (link, lane) in down.Concat(up).OrderBy(pair => pair.Lane))
        {
            var isDown = link.From < link.To;
            var edge = isDown ? left + StateWidth : left;
            var x = isDown ? edge + ((lane + 1) * LaneWidth) : edge - ((lane + 1) * LaneWidth);
            var (fromY, toY) = (ports.Next(link.From, isDown, isStart: true), ports.Next(link.To, isDown, isStart: false));
            lines.Add(new PictureLine(link.Number, link.Transition, $"M{edge} {fromY}H{x}V{toY}H{edge}", x, (fromY + toY) / 2));
        }

        var states = workflow.States.Select((state, index) => new PictureState(state, counts.GetValueOrDefault(state.Name), left, Top(index))).ToArray();
        return new WorkflowPicture(states, lines, left + StateWidth + ((1 + LaneCount(down)) * LaneWidth) + Margin, Top(states.Length - 1) + StateHeight + Margin);
    }

    private static int Top(int index) => Margin + (index * (StateHeight + Gap));

    private static int IndexOf(EditorialWorkflow workflow, string state) => workflow.States.Index().First(pair => pair.Item.Name == state).Index;

    // Short lines run next to the states; no two in a lane run beside each other.
    private static List<(Link Link, int Lane)> Lanes(IEnumerable<Link> links)
    {
        var placed = new List<(Link Link, int Lane)>();
        foreach (var link in links.OrderBy(link => link.Bottom - link.Top).ThenBy(link => link.Top).ThenBy(link => link.Number))
        {
            var lane = 0;
            while (placed.Any(other => other.Lane == lane && other.Link.Top <= link.Bottom && link.Top <= other.Link.Bottom))
            {
                lane++;
            }

            placed.Add((link, lane));
        }

        return placed;
    }

    private static int LaneCount(List<(Link Link, int Lane)> lanes) => lanes.Count == 0 ? 0 : lanes.Max(pair => pair.Lane) + 1;

    private sealed record Link(int Number, WorkflowTransition Transition, int From, int To)
    {
        public int Top => Math.Min(From, To);

        public int Bottom => Math.Max(From, To);
    }

    // Where lines meet a state: those that leave it in one half of its side, those that arrive in the other, so that none lies on another.
    private sealed class Ports(int states)
    {
        private const int Step = 5;
        private readonly int[,] _used = new int[states, 4];

        public int Next(int state, bool isDown, bool isStart)
        {
            var count = _used[state, (isDown ? 2 : 0) + (isStart ? 1 : 0)]++;
            var middle = Top(state) + (StateHeight / 2);
            var isLower = isDown == isStart;
            return isLower ? middle + 3 + (count * Step) : middle - 3 - (count * Step);
        }
    }
}

/// <param name="X">Of the left edge.</param>
/// <param name="Y">Of the upper edge.</param>
public sealed record PictureState(WorkflowState State, int Count, int X, int Y);

/// <param name="Number">The transition's place in the list, from 1.</param>
/// <param name="Path">As an SVG path.</param>
/// <param name="LabelX">Where its number stands.</param>
/// <param name="LabelY">Where its number stands.</param>
public sealed record PictureLine(int Number, WorkflowTransition Transition, string Path, int LabelX, int LabelY);
