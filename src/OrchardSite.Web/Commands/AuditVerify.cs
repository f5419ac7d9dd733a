using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Audit;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

/// <summary>Proves the audit logs whole, or names the first break of each; also a hash or lines that somebody has kept.</summary>
internal static class AuditVerify
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var tenant = new Option<string?>("--tenant") { Description = text["The name of the site; without it all sites."], HelpName = "NAME" };
        var head = new Option<string?>("--head") { Description = text["A hash that somebody has kept: it must be in the chain still."], HelpName = "HASH" };
        var proof = new Option<string?>("--proof") { Description = text["A file of entries as the portal gave it out: each line must be in the chain, unchanged."], HelpName = "FILE" };
        var command = new Command("verify", text["Proves that nothing in the audit logs was changed, removed or put in, or names the first break."]) { tenant, head, proof };
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            var tenants = services.GetRequiredService<TenantDirectory>();
            if (parse.GetValue(tenant) is { } name && tenants.Find(name) is null)
            {
                return shell.Fail(text["There is no site with the name {0}.", name]);
            }

            var keptHead = parse.GetValue(head)?.Trim().ToLowerInvariant();
            if (parse.GetValue(proof) is { } file && !File.Exists(file))
            {
                return shell.Fail(text["There is no file {0}.", file]);
            }

            var kept = new KeptLines(parse.GetValue(proof));
            Tenant[] sites = [.. tenants.All.Where(site => parse.GetValue(tenant) is not { } asked || site.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)).OrderBy(site => site.Id)];
            var (isWhole, isHeadFound) = (true, keptHead is null);
            foreach (var site in sites)
            {
                var verdict = await services.GetRequiredService<VerifyAudit>().RunAsync(site.Id, See, token);
                isWhole &= Tell(shell, site, verdict);

                void See(AuditEntry entry)
                {
                    isHeadFound |= entry.Hash == keptHead;
                    kept.Compare(site, entry);
                }
            }

            return (isWhole, TellOfHead(shell, keptHead, isHeadFound), TellOfLines(shell, kept)) is (true, true, true) ? 0 : 1;
        }, token));
        return command;
    }

    private static bool Tell(PortalShell shell, Tenant site, AuditVerdict verdict)
    {
        var text = shell.Text;
        if (verdict.Fault is { } fault)
        {
            shell.Fail($"{site.Name}: {Sentence(shell, fault)}");
            return false;
        }

        Console.Out.WriteLine($"{site.Name}: {text["{0} entries, whole, {1} not sealed yet, end of the chain {2}", verdict.Count.ToString("N0", CultureInfo.CurrentCulture), verdict.Unsealed, verdict.Head]}");
        return true;
    }

    private static string Sentence(PortalShell shell, AuditFault fault)
    {
        var text = shell.Text;
        var (number, entry) = (fault.Number ?? 0, fault.EntryId ?? "");
        return fault.Kind switch
        {
            AuditFaultKind.Missing => text["entry no. {0} was removed.", number],
            AuditFaultKind.Changed => text["entry no. {0} ({1}) was changed, or put in the place of another.", number, entry],
            AuditFaultKind.EndMissing => text["the entries from no. {0} on were removed.", number],
            AuditFaultKind.EndChanged => text["the chain ends at no. {0} in another hash than was noted.", number],
            _ => fault.Number is null
                ? text["the entry {0}, not sealed yet, says that it is older than what was sealed long before it: it was put in afterwards.", entry]
                : text["entry no. {0} ({1}) says that it is older than what was sealed long before it: it was put in afterwards.", number, entry],
        };
    }

    private static bool TellOfHead(PortalShell shell, string? head, bool isFound)
    {
        if (!isFound)
        {
            shell.Fail(shell.Text["The hash {0} is in no chain: what came before it was changed, or it is from elsewhere.", head!]);
        }
        else if (head is not null)
        {
            Console.Out.WriteLine(shell.Text["The hash {0} is in the chain: nothing before it was changed.", head]);
        }

        return isFound;
    }

    private static bool TellOfLines(PortalShell shell, KeptLines kept)
    {
        foreach (var line in kept.Unproven)
        {
            shell.Fail(shell.Text["Line {0} of the file is not in the chain as it stands there.", line]);
        }

        if (kept.Count > 0 && !kept.Unproven.Any())
        {
            Console.Out.WriteLine(shell.Text["All {0} lines of the file are in the chain, unchanged.", kept.Count]);
        }
        else if (kept is { IsAsked: true, Count: 0 })
        {
            shell.Fail(shell.Text["There is no line of an audit log in the file."]);
            return false;
        }

        return !kept.Unproven.Any();
    }
}
