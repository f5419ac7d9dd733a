using System.Text.Json;
using OrchardSite.Tests.Hosting;
using static OrchardSite.Tests.Recipes.RecipeFiles;

namespace OrchardSite.Tests.Recipes;

public sealed class RecipeExpressionTests
{
    private const string Variables = """
        {
          "Thứ hai": "[js: variables('Đầu') + ' thứ hai']", "Đầu": "Trang", "Số": 12, "Mã": "[js: uuid()]", "Tệp": "[file:text('ten.txt')]",
          "Vòng": "[js: variables('Vòng 2')]", "Vòng 2": "[js: variables('Vòng')]"
        }
        """;

    [Theory]
    [InlineData("[js: parameters('SiteName')]", "Trung tâm [js: 1 + 1]")]
    [InlineData("[js:parameters('Không có') || 'Tên mặc định']", "Tên mặc định")]
    [InlineData("[js: parameters('SiteName') || 'Tên mặc định']", "Trung tâm [js: 1 + 1]")]
    [InlineData("[js: 'Trang ' + (1 + 2)]", "Trang 3")]
    [InlineData("[js: variables('Thứ hai')]", "Trang thứ hai")]
    [InlineData("[js: 'Trang ' + variables('Số')]", "Trang 12")]
    [InlineData("[js: variables('Mã') === variables('Mã') && variables('Mã').length === 26 ? 'Một mã' : 'Khác']", "Một mã")]
    [InlineData("[js: uuid() === uuid() ? 'Một mã' : 'Hai mã']", "Hai mã")]
    [InlineData("[js: base64('VHJhbmcgduG6o2k=')]", "Trang vải")]
    [InlineData("[js: html('Trang &amp; v&#7843;i')]", "Trang & vải")]
    [InlineData("[file:text('ten.txt')]", "Tên trong tệp")]
    [InlineData("[file:text('thư mục/ten.txt')]", "Tên sâu hơn")]
    [InlineData("[file: base64('ten.txt') ]", "VMOqbiB0cm9uZyB04buHcA==")]
    [InlineData("[js: variables('Tệp')]", "Tên trong tệp")]
    [InlineData("[Tin nhanh] Trang", "[Tin nhanh] Trang")]
    [InlineData("[ts: 1 + 1]", "[ts: 1 + 1]")]
    [InlineData("[js: typeof System + typeof importNamespace + typeof require + typeof process]", "undefinedundefinedundefinedundefined")]
    public async Task An_expression_becomes_its_text_once(string expression, string siteName)
    {
        await using var portal = await PortalApp.StartAsync();
        portal.WriteBeside("ten.txt", "Tên trong tệp");
        portal.WriteBeside("thư mục/ten.txt", "Tên sâu hơn");

        await portal.RunAsync(
            Recipe($$"""{ "name": "settings", "SiteName": {{JsonSerializer.Serialize(expression)}} }""", Variables),
            new Dictionary<string, string> { ["SiteName"] = "Trung tâm [js: 1 + 1]" });

        (await portal.TitleAsync()).ShouldContain(siteName);
    }

    [Theory]
    [InlineData("[js: while (true) { }]", "The script fails: ")]
    [InlineData("[js: (function again() { return again(); })()]", "The script fails: ")]
    [InlineData("[js: 'a'.repeat(2000000000)]", "The script fails: The text is too long.")]
    [InlineData("[js: 'a'.padStart(2000000000)]", "The script fails: The text is too long.")]
    [InlineData("[js: (() => { let text = 'aaaaaaaa'; for (let i = 0; i < 40; i++) text += text; return text; })()]", "The script fails: ")]
    [InlineData("[js: new Array(4000000000).fill(0).join('')]", "The script fails: ")]
    [InlineData("[js: eval('1')]", "The script fails: ")]
    [InlineData("[js: new Function('return 1')()]", "The script fails: ")]
    [InlineData("[js: /^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')]", "The script fails: ")]
    [InlineData("[js: 'chưa đóng]", "The script fails: ")]
    [InlineData("[js: khongCo]", "The script fails: khongCo is not defined")]
    [InlineData("[js: base64('không phải')]", "The script fails: ")]
    [InlineData("[js: ({ a: 1 })]", "The script gives no text.")]
    [InlineData("[js: String.fromCharCode(0xD800)]", "The text here has a character that cannot be stored.")]
    [InlineData("[js: 'a\\u0000']", "The text here has a character that cannot be stored.")]
    [InlineData("[file:text('khong-co.txt')]", "There is no file khong-co.txt in the recipe's folder.")]
    [InlineData("[file:text('../ngoai.txt')]", "There is no file ../ngoai.txt in the recipe's folder.")]
    [InlineData("[file:text('..\\ngoai.txt')]", "There is no file ..\\ngoai.txt in the recipe's folder.")]
    [InlineData("[file:text('a/../../ngoai.txt')]", "There is no file a/../../ngoai.txt in the recipe's folder.")]
    [InlineData("[file:text('/etc/hostname')]", "There is no file /etc/hostname in the recipe's folder.")]
    [InlineData("[file:text('.')]", "There is no file . in the recipe's folder.")]
    [InlineData("[file:text('loi-ra.txt')]", "There is no file loi-ra.txt in the recipe's folder.")]
    [InlineData("[file:text('tcvn3.txt')]", "The file tcvn3.txt is not in UTF-8.")]
    [InlineData("[file:text(ten.txt)]", "A file is named like [file:text('content/page.html')].")]
    public async Task An_expression_that_cannot_be_worked_out_is_refused_where_it_stands(string expression, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        var outside = Path.Combine(portal.DataFolder, "ngoai.txt");
        await File.WriteAllTextAsync(outside, "Tên bên ngoài", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(portal.RecipeFolder(), "loi-ra.txt"), outside);
        portal.WriteBeside("tcvn3.txt", [0x43, 0xAB, 0x6E, 0x67]);

        await portal.ShouldBeRefusedAsync(
            Recipe(Rename("Tên khác") + $$""", { "name": "settings", "Other": [ 1, {{JsonSerializer.Serialize(expression)}} ] }"""),
            "settings",
            "$.steps[1].Other[1]",
            reason);
    }

    [Theory]
    [InlineData("Không có", "$.variables.Không có", "There is no variable Không có.")]
    [InlineData("Vòng", "$.variables.Vòng", "The variable Vòng needs itself.")]
    public async Task A_variable_that_is_missing_or_needs_itself_is_named(string name, string path, string reason)
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(Recipe(Rename($"[js: variables('{name}')]"), Variables), step: null, path, reason);
    }

    [Fact]
    public async Task A_parameter_that_is_needed_and_missing_is_asked_for_where_it_is_used()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(Recipe(Rename("[js: parameters('SiteName')]")), "settings", "$.steps[0].SiteName", "A site's name has 1 to 255 characters.");
    }
}
