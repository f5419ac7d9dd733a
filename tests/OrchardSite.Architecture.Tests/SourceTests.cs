using System.Text.RegularExpressions;

namespace OrchardSite.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string[] PortalTypes = ["Article", "Directive", "Banner"];

    [Fact]
    public void No_file_is_longer_than_one_can_hold_in_mind()
    {
        var tooLong =
            from folder in new[] { "src", "tests", "themes" }
            from file in Repository.Files(folder, ".cs", ".cshtml", ".liquid", ".ts", ".css", ".scss")
            let lines = Repository.Text(file).AsSpan().Count('\n')
            where lines > LongestFile
            select $"{file}: {lines} lines";

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void A_module_shows_what_it_is_where_one_looks_first()
    {
        foreach (var module in Repository.ModuleProjects)
        {
            foreach (var file in new[] { "README.md", "Manifest.cs", "Startup.cs" })
            {
                File.Exists(Path.Combine(Repository.Root, module.Folder, file)).ShouldBeTrue($"{module.Folder}/{file} is missing.");
            }
        }
    }

    [Fact]
    public void Nothing_outside_a_types_own_module_names_it()
    {
        var named =
            from file in Repository.Files("src", ".cs")
            from type in PortalTypes
            where !file.StartsWith($"src/Modules/OrchardSite.{type}s/", StringComparison.Ordinal) && Repository.Text(file).Contains($"\"{type}\"", StringComparison.Ordinal)
            select $"{file} names {type}";

        named.ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_interface_says_what_it_promises()
    {
        var silent =
            from file in Repository.Files("src", ".cs")
            from Match match in Undocumented().Matches(Repository.Text(file))
            select $"{file}: {match.Groups["name"].Value}";

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_undone() =>
        (from folder in new[] { "src", "tests", "themes", "recipes" }
         from file in Repository.Files(folder, ".cs", ".cshtml", ".liquid", ".ts", ".css", ".json", ".md")
         where Undone().IsMatch(Repository.Text(file))
         select file).ShouldBeEmpty();

    // An interface whose line before is neither a docstring nor an attribute below one.
    [GeneratedRegex(@"(?<!^[ \t]*(///.*|\[.*\])\r?\n)^[ \t]*public (partial )?interface (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Undocumented();

    [GeneratedRegex(@"\b([T]ODO|[F]IXME|[N]otImplementedException)\b")]
    private static partial Regex Undone();
}
