using System.CommandLine;
using OrchardSite.Benchmarks;
using OrchardSite.Benchmarks.Load;

var file = new Argument<FileInfo>("FILE") { Description = "The answer to give, as saved by the benchmarks." };
var url = new Argument<string>("URL") { Description = "The address to listen on." };
var bare = new Command(BareKestrel.Verb, "Answers every request with one stored answer, and does nothing else.") { file, url };
bare.SetAction((parse, token) => BareKestrel.ServeAsync(parse.GetRequiredValue(file), parse.GetRequiredValue(url), token));

var only = new Option<string[]>("--only") { Description = "The parts to measure: " + string.Join(", ", BenchmarkRun.Parts), AllowMultipleArgumentsPerToken = true };
only.AcceptOnlyFromAmong(BenchmarkRun.Parts);
var quick = new Option<bool>("--quick") { Description = "Shorter, with less to load: for work on the portal's speed." };
var root = new RootCommand("Measures the portal beside a bare Kestrel endpoint. A full run rewrites the table of the README.") { only, quick, bare };
root.SetAction((parse, token) => BenchmarkRun.RunAsync(parse.GetValue(only) ?? [], parse.GetValue(quick), token));
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
