namespace OrchardSite.Browser.Tests;

/// <summary>One address of each kind of page on two sites.</summary>
internal static class PublicPages
{
    private const string Unit = "/xttm-lang-son";

    private static readonly string[] Paths =
    [
        "/", "/tin-tuc-su-kien", "/giao-ban-thang-11-tap-trung-hoan-thanh-cac-chi-tieu-nam-2026", "/van-ban", "/gioi-thieu/chuc-nang-nhiem-vu", "/so-do-trang", "/sign-in", "/khong-co-trang-nay",
        Unit + "/", Unit + "/tin-hoat-dong", Unit + "/dac-san-xu-lang-rong-duong-ve-cac-tinh-dong-bang", Unit + "/van-ban", Unit + "/gioi-thieu/gioi-thieu-trung-tam", Unit + "/so-do-trang", Unit + "/sign-in", Unit + "/khong-co-trang-nay",
    ];

    public static TheoryData<string, string> OnEachScreen()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Paths)
        {
            data.Add(path, Screen.Phone.Name);
            data.Add(path, Screen.Desktop.Name);
        }

        return data;
    }

    public static int StatusOf(string path) => path.EndsWith("khong-co-trang-nay", StringComparison.Ordinal) ? 404 : 200;
}
