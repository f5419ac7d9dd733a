using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OrchardSite.Benchmarks.Report;

/// <summary>Puts the machine and the table between the marks in the README beside this project's file.</summary>
internal static class Readme
{
    private const string Start = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    public static void Write(IEnumerable<Row> rows)
    {
        var file = Path.Combine(ProjectFolder(), "README.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(file, $"{text[..start]}\n{Machine()}\n\n{Row.Head}\n{string.Join('\n', rows)}\n{text[end..]}");
    }

    private static string Machine() =>
        $"Measured on {Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.";

    private static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
