using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class LanguageTests
{
    private static readonly Dictionary<string, string?> NoSettings = [];

    [Theory]
    [InlineData("C", "", "Cách dùng:")]
    [InlineData("", "", "Cách dùng:")]
    [InlineData("C.UTF-8", "", "Cách dùng:")]
    [InlineData("vi_VN.UTF-8", "", "Cách dùng:")]
    [InlineData("fr_FR.UTF-8", "", "Cách dùng:")]
    [InlineData("en_US.UTF-8", "", "Usage:")]
    [InlineData("en_US.UTF-8", "--language vi", "Cách dùng:")]
    [InlineData("vi_VN.UTF-8", "--language en", "Usage:")]
    [InlineData("vi_VN.UTF-8", "--language=en", "Usage:")]
    public async Task The_terminal_speaks_Vietnamese_unless_English_is_asked_for(string locale, string option, string heading)
    {
        var program = new PortalProgram(Path.GetTempPath(), NoSettings) { Locale = locale };

        var help = (await program.RunAsync(["--help", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldSucceed();

        help.Lines.ShouldContain(heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tenants")]
    [InlineData("tenants list")]
    [InlineData("tenants create")]
    [InlineData("tenants setup")]
    [InlineData("tenants enable")]
    [InlineData("tenants disable")]
    [InlineData("tenants remove")]
    [InlineData("tenants features")]
    [InlineData("recipes")]
    [InlineData("recipes list")]
    [InlineData("recipes plan")]
    [InlineData("recipes run")]
    [InlineData("import")]
    [InlineData("import page")]
    public async Task Every_verb_explains_itself_in_both_languages(string verb)
    {
        var program = new PortalProgram(Path.GetTempPath(), NoSettings);
        string[] asked = [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--language"];
        var english = (await program.RunAsync([.. asked, "en"])).ShouldSucceed();
        var vietnamese = (await program.RunAsync([.. asked, "vi"])).ShouldSucceed();

        english.Lines.Count.ShouldBeGreaterThan(5);
        vietnamese.Lines.Count.ShouldBe(english.Lines.Count);
        vietnamese.Lines.Intersect(english.Lines).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dong", "Cần nêu rõ lệnh muốn thực hiện.", "Không có lệnh hoặc tham số “dong”.")]
    [InlineData("remove", "Lệnh remove thiếu tham số NAME.")]
    [InlineData("create x", "Thiếu tùy chọn bắt buộc --recipe.")]
    [InlineData("create x --recipe", "Tùy chọn --recipe thiếu giá trị.")]
    [InlineData("create x --recipe a --recipe b", "Tùy chọn --recipe chỉ nhận một giá trị nhưng có 2 giá trị.")]
    [InlineData("list --language fr", "Giá trị fr không hợp lệ; phải là một trong các giá trị: 'vi' 'en'.")]
    public async Task What_is_wrong_with_a_command_line_is_said_in_Vietnamese(string verb, params string[] sentences) =>
        (await new PortalProgram(Path.GetTempPath(), NoSettings) { Locale = "C" }.RunAsync(["tenants", .. verb.Split(' ')]))
            .ShouldBeRefused([.. sentences, "Dùng --help để xem hướng dẫn."]);

    [Fact]
    public async Task A_refusal_of_an_operation_is_in_the_language_of_the_terminal()
    {
        await using var database = await TestDatabase.CreateAsync();

        (await new PortalProgram(database) { Locale = "C" }.RunAsync("tenants", "remove", PortalApp.LangSon, "--yes", PortalApp.LangSon))
            .ShouldBeRefused("Trang xttm-lang-son đang hoạt động; hãy tạm ngừng trang trước khi xóa.");
    }
}
