using System.Net;
using System.Text;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class ImportPageTests
{
    private const string Title = "Hội nghị gặp mặt doanh nghiệp đầu xuân";
    private const string Neighbour = "Kế hoạch kiểm tra thị trường quý I";

    private const string OldPage = $"""
        SỞ CÔNG THƯƠNG HẢI DƯƠNG HỘI NHẬP VÀ PHÁT TRIỂN
        chủ nhật, ngày 29/5/2022

        Công tác Đảng

        2/14/2022 9:05:00 AM
        {Title}
        Sở Công Thương tổ chức gặp mặt các doanh nghiệp trên địa bàn tỉnh.

        Buổi gặp mặt có đại diện của nhiều doanh nghiệp.

        Các ý kiến được ghi nhận đầy đủ.

        Nguồn Bài: Văn phòng Sở

        [Quay lại]
         In trang    Đầu trang
        Các tin cùng Chuyên mục
        {Neighbour} (1/28/2022 8:26:48 AM)
        """;

    [Fact]
    public async Task Good_pages_are_taken_in_and_the_others_are_named_with_their_reasons()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var good = Write(database, "bai.txt", OldPage);
        var bad = Write(database, "khac.txt", "Đây không phải là một bài của trang cũ.");
        var missing = Path.Combine(database.Folder, "khong-co.txt");

        var outcome = await program.RunAsync("import", "page", bad, good, missing, "--tenant", PortalApp.Department);

        outcome.ExitCode.ShouldBe(1);
        outcome.Lines.ShouldBe([$"{good}: {Title}, Created; 1 further titles."]);
        outcome.Complaints.Count.ShouldBe(2);
        outcome.Complaints[0].ShouldStartWith(bad + ": ");
        outcome.Complaints[1].ShouldBe($"{missing}: There is no such file.");
    }

    [Fact]
    public async Task The_article_and_its_neighbours_are_on_that_site_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        // As an old program may have saved it: with the accents as characters of their own.
        var file = Write(database, "bai.txt", OldPage.Normalize(NormalizationForm.FormD));

        (await program.RunAsync("import", "page", file, "--tenant", PortalApp.Department)).ShouldSucceed();

        await using var portal = await RunningProgram.StartAsync(program);
        var article = await portal.Http.GetPageAsync("/hoi-nghi-gap-mat-doanh-nghiep-dau-xuan");
        article.Status.ShouldBe(HttpStatusCode.OK);
        article.TextOf("h1").ShouldBe(Title);
        article.TextOf("main").ShouldNotBeNull().ShouldContain("14/02/2022 09:05");
        article.TextOf("main").ShouldNotBeNull().ShouldContain("Các ý kiến được ghi nhận đầy đủ.");
        article.TextsOf("main a").ShouldContain(text => text.Contains(Neighbour, StringComparison.Ordinal));
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/hoi-nghi-gap-mat-doanh-nghiep-dau-xuan")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_that_is_read_twice_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var file = Write(database, "bai.txt", OldPage);
        (await program.RunAsync("import", "page", file, "--tenant", PortalApp.Department)).ShouldSucceed();
        var before = await DatabaseContents.ReadAsync(database);

        (await program.RunAsync("import", "page", file, "--tenant", PortalApp.Department)).ShouldSucceed()
            .Lines.ShouldBe([$"{file}: {Title}, Unchanged; 0 further titles."]);

        before.DifferencesTo(await DatabaseContents.ReadAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_to_read_and_for_which_site_must_be_said()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);

        (await program.RunAsync("import", "page", "--tenant", PortalApp.Department)).ShouldBeRefused("Required argument 'FILE' missing for command: 'page'.", "--help shows what can be asked.");
        (await program.RunAsync("import", "page", "bai.txt")).ShouldBeRefused("Option '--tenant' is required.", "--help shows what can be asked.");
        (await program.RunAsync("import", "page", "bai.txt", "--tenant", "khac")).ShouldBeRefused("There is no site with the name khac.");
    }

    private static string Write(TestDatabase database, string name, string text)
    {
        var file = Path.Combine(database.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
