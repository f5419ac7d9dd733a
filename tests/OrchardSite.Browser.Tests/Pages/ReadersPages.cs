using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Pages;

/// <summary>One page of each kind, of the department and of a partner unit.</summary>
public static class ReadersPages
{
    public const string Article = "/chuan-bi-nguon-cung-hang-hoa-binh-on-thi-truong-dip-cuoi-nam-va-tet-nguyen-dan-dinh-mui-2027";
    public const string Missing = "/khong-co-trang-nay";

    private const string Unit = "/" + PortalApp.LangSon;

    public static TheoryData<string> All => new(
        "/",
        "/tin-tuc-su-kien",
        "/tin-tuc-su-kien?page=2",
        "/du-an-dau-thau",
        Article,
        "/van-ban",
        "/van-ban/203-qd-sct-2026",
        "/van-ban/15-qd-sct-2026",
        "/lay-y-kien",
        "/lay-y-kien/quy-che-quan-ly-cho-tren-dia-ban-tinh",
        "/lay-y-kien/quy-che-phoi-hop-quan-ly-cum-cong-nghiep",
        "/lay-y-kien/sctconsultation00000000001/gop-y",
        "/gioi-thieu/co-cau-to-chuc",
        "/so-do-trang",
        "/sign-in",
        Missing,
        Unit,
        $"{Unit}/tin-hoat-dong",
        $"{Unit}/ban-tin-thi-truong-bien-gioi-thang-10-nam-2026",
        $"{Unit}/van-ban",
        $"{Unit}/van-ban/96-xttm-nv-2026",
        $"{Unit}/lien-he",
        $"{Unit}/so-do-trang",
        $"{Unit}/sign-in",
        $"{Unit}{Missing}");
}
