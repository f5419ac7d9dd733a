namespace OrchardSite.Benchmarks.Report;

/// <summary>A line of the table; what there is no figure for is empty.</summary>
/// <param name="Reference">What Orchard Core was measured at, with its unit.</param>
/// <param name="Ours">What was measured now, with its unit.</param>
/// <param name="Ratio">How many times better than Orchard Core.</param>
internal sealed record Row(string What, string Reference, string Ours, string Ratio, string Aim, bool? IsMet)
{
    public const string Head = "| What | Orchard Core there | OrchardSite here | Ratio | Aim | Met |\n|---|---|---|---|---|---|";

    public override string ToString() => $"| {What} | {Reference} | {Ours} | {Ratio} | {Aim} | {Met} |";

    private string Met => IsMet switch
    {
        true => "yes",
        false => "**no**",
        null => "",
    };
}
