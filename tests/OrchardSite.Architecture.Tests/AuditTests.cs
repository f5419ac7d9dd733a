using System.Text.RegularExpressions;
using OrchardSite.Data;

namespace OrchardSite.Architecture.Tests;

public sealed partial class AuditTests
{
    private static readonly string[] MayTouchEntries = ["src/OrchardSite.Data/"];

    [Fact]
    public void Whatever_is_written_into_the_audit_log_has_words()
    {
        var named = PortalServices.Get<IEnumerable<AuditedOperation>>().Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal);
        var written =
            from file in Repository.Files("src", ".cs")
            from Match match in Written().Matches(Repository.Text(file))
            let name = match.Groups["name"].Value
            where !named.Contains(name) && !named.Any(known => known.StartsWith(name + ".", StringComparison.Ordinal))
            select $"{file}: {name}";

        written.ShouldBeEmpty();
    }

    [Fact]
    public void No_statement_changes_or_deletes_entries_past_the_guard() =>
        (from file in Repository.Files("src", ".cs")
         where !MayTouchEntries.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && PastGuard().IsMatch(Repository.Text(file))
         select file).ShouldBeEmpty();

    // The ways in which operations name themselves to the log: by a method that writes an entry, or by what such a method is given.
    [GeneratedRegex("""(?:AuditEntry\.Of\([^,;]+,|AddAudit\((?:[^,;]|Actor\.Person\([^;]*?\))+,|RecordAsync\(|HiddenChanged\([^,;]+, [^,;]+,|ContentWithdrawal\(|\bOperation =|EnterAsync\([^,;]+, [^,;]+,|[bB]eginSession\.RunAsync\([^,;]+, [^,;]+,|RecordTenantChange\([^,;]+,|\bAudit\(|work\.CommitAsync\()\s*(?:nameof\((?<name>\w+)\)|\$?"(?:\{nameof\((?<name>\w+)\)\}[^"]*|(?<name>\w+))")""")]
    private static partial Regex Written();

    [GeneratedRegex("""(AuditEntries|Set<AuditEntry>\(\))[^;]*Execute(Update|Delete)|"AuditEntries"[^;]*(UPDATE|DELETE)|(UPDATE|DELETE FROM) \\?"AuditEntries""", RegexOptions.IgnoreCase)]
    private static partial Regex PastGuard();
}
