using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Data;

public sealed class BulkInsertTests
{
    private static readonly DateTime Moment = new(2026, 11, 24, 3, 0, 0, 123, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_rows_come_back_as_they_were_with_their_gaps_and_are_the_contexts_tenants()
    {
        await using var portal = await PortalApp.StartAsync();
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await using var work = await db.BeginAsync(Token);
            await db.InsertAsync(new[] { File("ảnh.jpg", 800, "Chợ Kỳ Lừa"), File("công văn.pdf", null, null) }, Token);
            await db.InsertAsync(new[] { new Role { Name = "Đầu mối thử nghiệm", Permissions = ["Đọc \"tất cả\"", "b"] }, new Role { Name = "Không quyền" } }, Token);
            await db.InsertAsync(Array.Empty<MediaFile>(), Token);
            await work.CommitAsync(Token);
        }

        await using var read = portal.OpenContext(PortalApp.LangSon);
        var files = await read.Set<MediaFile>().Where(file => file.Revision == 77).OrderBy(file => file.Path.Length).ToListAsync(Token);
        files.Select(file => (file.TenantId, file.Path, file.Width, file.AltText, file.ModifiedUtc)).ShouldBe(
        [
            (read.TenantId, "ảnh.jpg", 800, "Chợ Kỳ Lừa", Moment),
            (read.TenantId, "công văn.pdf", null, null, Moment),
        ]);
        (await read.Set<Role>().SingleAsync(role => role.Name == "Đầu mối thử nghiệm", Token)).Permissions.ShouldBe(["Đọc \"tất cả\"", "b"]);
        (await read.Set<Role>().SingleAsync(role => role.Name == "Không quyền", Token)).Permissions.ShouldBeEmpty();
        await using var other = portal.OpenContext(PortalApp.VinhLong);
        (await other.Set<MediaFile>().AnyAsync(file => file.Revision == 77, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_row_of_another_tenant_refuses_them_all()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await using var work = await db.BeginAsync(Token);
            var foreign = File("b.pdf", null, null);
            foreign.TenantId = portal.Site(PortalApp.VinhLong)!.Id;

            await Should.ThrowAsync<InvalidOperationException>(() => db.InsertAsync(new[] { File("a.pdf", null, null), foreign }, Token));
        }

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task Outside_a_tenant_or_a_unit_of_work_nothing_is_written()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var nobody = portal.OpenContext();
        await using (await nobody.BeginAsync(Token))
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => nobody.InsertAsync(new[] { File("a.pdf", null, null) }, Token)))
                .Message.ShouldBe("A MediaFile belongs to a tenant, but this scope has entered none.");
        }

        await using var db = portal.OpenContext(PortalApp.LangSon);
        (await Should.ThrowAsync<InvalidOperationException>(() => db.InsertAsync(new[] { File("a.pdf", null, null) }, Token)))
            .Message.ShouldBe("Many rows are written inside a unit of work only.");
    }

    private static MediaFile File(string path, int? width, string? altText) => new()
    {
        Path = path,
        Size = 1,
        ContentType = "application/octet-stream",
        Sha256 = new string('a', 64),
        Width = width,
        AltText = altText,
        ModifiedUtc = Moment,
        Revision = 77,
    };
}
