using OrchardSite.Audit;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Audit;

public sealed class TamperingTests
{
    [Fact]
    public async Task The_chain_of_each_site_is_whole_and_its_own()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.LogAsync(PortalApp.LangSon, 3);
        await portal.SealAsync(PortalApp.LangSon);
        await portal.LogAsync(PortalApp.LangSon, 2);

        var seen = new List<int>();
        var verdict = await portal.VerifyAsync(PortalApp.LangSon, entry => seen.Add(entry.TenantId));

        verdict.Fault.ShouldBeNull();
        verdict.Count.ShouldBeGreaterThan(3);
        verdict.Unsealed.ShouldBe(2);
        seen.Distinct().ShouldBe([portal.Site(PortalApp.LangSon)!.Id]);
        (await portal.VerifyAsync(PortalApp.VinhLong)).Head.ShouldNotBe(verdict.Head);
    }

    [Theory]
    [InlineData("Detail", AuditFaultKind.Changed, 3)]
    [InlineData("Actor", AuditFaultKind.Changed, 3)]
    [InlineData("Time", AuditFaultKind.Changed, 3)]
    [InlineData("Hash", AuditFaultKind.Changed, 3)]
    [InlineData("Removed", AuditFaultKind.Missing, 3)]
    [InlineData("First", AuditFaultKind.Missing, 1)]
    [InlineData("RemovedAndRenumbered", AuditFaultKind.Changed, 9)]
    [InlineData("Reordered", AuditFaultKind.Changed, 3)]
    [InlineData("End", AuditFaultKind.EndMissing, 9)]
    [InlineData("All", AuditFaultKind.EndMissing, 1)]
    [InlineData("Head", AuditFaultKind.EndChanged, 10)]
    [InlineData("NoHead", AuditFaultKind.EndChanged, 10)]
    public async Task Whatever_is_changed_behind_the_portals_back_is_found_and_named(string tampering, AuditFaultKind kind, long number)
    {
        await using var portal = await PortalApp.StartAsync();
        var id = portal.Site(PortalApp.LangSon)!.Id;
        // The set-up's own entries would be in the way: a log of ten.
        await portal.TamperAsync(PortalApp.LangSon, $"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id}""", $"""DELETE FROM "AuditHeads" WHERE "TenantId" = {id}""");
        await portal.LogAsync(PortalApp.LangSon, 10);
        await portal.SealAsync(PortalApp.LangSon);
        (await portal.VerifyAsync(PortalApp.LangSon)).ShouldSatisfyAllConditions(verdict => verdict.Fault.ShouldBeNull(), verdict => verdict.Count.ShouldBe(10));

        await portal.TamperAsync(PortalApp.LangSon, Statements(tampering, id));

        var found = (await portal.VerifyAsync(PortalApp.LangSon)).Fault.ShouldNotBeNull();
        (found.Kind, found.Number).ShouldBe((kind, (long?)number));
        (await portal.VerifyAsync(PortalApp.VinhLong)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task An_entry_that_is_put_in_afterwards_with_an_old_time_is_found_before_and_after_it_is_sealed()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.LogAsync(PortalApp.LangSon, 1, PortalApp.Morning.UtcDateTime.AddHours(-2), "chèn sau");

        (await portal.VerifyAsync(PortalApp.LangSon)).Fault.ShouldNotBeNull().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.PutIn), fault => fault.Number.ShouldBeNull());
        await portal.SealAsync(PortalApp.LangSon);
        var verdict = await portal.VerifyAsync(PortalApp.LangSon);

        verdict.Fault.ShouldNotBeNull().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.PutIn), fault => fault.Number.ShouldBe(verdict.Count));
    }

    private static FormattableString[] Statements(string tampering, int id) => tampering switch
    {
        "Detail" => [$"""UPDATE "AuditEntries" SET "Detail" = 'khác' WHERE "TenantId" = {id} AND "Number" = 3"""],
        "Actor" => [$"""UPDATE "AuditEntries" SET "Actor" = 'Người khác' WHERE "TenantId" = {id} AND "Number" = 3"""],
        "Time" => [$"""UPDATE "AuditEntries" SET "OccurredUtc" = {PortalApp.Morning.UtcDateTime.AddSeconds(1)} WHERE "TenantId" = {id} AND "Number" = 3"""],
        "Hash" => [$"""UPDATE "AuditEntries" SET "Hash" = {new string('a', 64)} WHERE "TenantId" = {id} AND "Number" = 3"""],
        "Removed" => [$"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id} AND "Number" = 3"""],
        "First" => [$"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id} AND "Number" = 1"""],
        "RemovedAndRenumbered" => [$"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id} AND "Number" = 9""", Renumber(id, 10, 9)],
        "Reordered" => [Renumber(id, 3, 99), Renumber(id, 4, 3), Renumber(id, 99, 4)],
        "End" => [$"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id} AND "Number" >= 9"""],
        "All" => [$"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id}"""],
        "Head" => [$"""UPDATE "AuditHeads" SET "Hash" = {new string('a', 64)} WHERE "TenantId" = {id}"""],
        _ => [$"""DELETE FROM "AuditHeads" WHERE "TenantId" = {id}"""],
    };

    private static FormattableString Renumber(int id, long from, long to) => $"""UPDATE "AuditEntries" SET "Number" = {to} WHERE "TenantId" = {id} AND "Number" = {from}""";
}
