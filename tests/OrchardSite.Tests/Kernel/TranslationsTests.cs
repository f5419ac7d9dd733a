using System.Globalization;
using OrchardSite.Localization;

namespace OrchardSite.Tests.Kernel;

public sealed class TranslationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orchardsite-po-").FullName;

    [Fact]
    public void A_po_file_is_read_with_comments_long_texts_and_escapes()
    {
        const string File = """
            # Người dịch
            msgid ""
            msgstr "Language: vi\n"

            #: trang chủ
            msgid "Hello {0}"
            msgstr ""
            "Xin "
            "chào {0}"

            msgid "A \"quoted\"\tline\\\n"
            msgstr "Một dòng \"trích\"\n"

            msgid "Not translated"
            msgstr ""
            """;

        PoCatalog.Read(new StringReader(File), "vi.po").ShouldBe(
            [new("Hello {0}", "Xin chào {0}"), new("A \"quoted\"\tline\\\n", "Một dòng \"trích\"\n")]);
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr b", "vi.po, line 2")]
    [InlineData("\"a\"", "vi.po, line 1")]
    [InlineData("msgid \"a\"\n\nmsgctxt \"x\"", "vi.po, line 3")]
    [InlineData("msgid \"", "vi.po, line 1")]
    public void What_is_no_po_file_is_refused_with_its_line(string file, string place) =>
        Should.Throw<FormatException>(() => PoCatalog.Read(new StringReader(file), "vi.po").ToList()).Message.ShouldStartWith(place);

    [Fact]
    public void A_text_is_said_in_the_readers_language_or_in_English_with_their_way_to_write_numbers()
    {
        Write("vi.po", """
            msgid "{0} pages"
            msgstr "{0} trang"
            """);
        var translations = new Translations([]);
        translations.AddFolder(_folder);
        translations.AddFolder(Path.Combine(_folder, "khong-co"));
        var localizer = new PoStringLocalizer(translations);

        Say(localizer, "vi-VN", "{0} pages", 1234.5).ShouldBe("1234,5 trang");
        Say(localizer, "en", "{0} pages", 1234.5).ShouldBe("1234.5 pages");
        Say(localizer, "vi", "A {brace} without arguments").ShouldBe("A {brace} without arguments");
        localizer["Unknown"].ResourceNotFound.ShouldBeTrue();
    }

    [Fact]
    public void Texts_of_a_folder_go_before_those_of_the_program()
    {
        var translations = new Translations([typeof(OrchardSite.Tenants.Startup).Assembly]);
        var vietnamese = CultureInfo.GetCultureInfo("vi");
        translations.Find(vietnamese, "There is no feature {0}.").ShouldBe("Không có tính năng {0}.");

        Write("vi.po", """
            msgid "There is no feature {0}."
            msgstr "Chưa có tính năng {0}."
            """);
        translations.AddFolder(_folder);

        translations.Find(vietnamese, "There is no feature {0}.").ShouldBe("Chưa có tính năng {0}.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private static string Say(PoStringLocalizer localizer, string culture, string text, params object[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return localizer[text, arguments];
    }
}
