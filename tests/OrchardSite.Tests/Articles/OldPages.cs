using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Articles.OldSite;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

/// <summary>Saved pages as the department's old site wrote them.</summary>
internal static class OldPages
{
    public const string Title = "Các cơ sở công nghiệp chủ động tiết kiệm điện trong mùa nắng nóng";

    public const string Path = "/cac-co-so-cong-nghiep-chu-dong-tiet-kiem-dien-trong-mua-nang-nong";

    public const string NeighbourTitle = "Hướng dẫn lập báo cáo sử dụng năng lượng năm 2021";

    public const string Text = """
        SỞ CÔNG THƯƠNG HẢI DƯƠNG HỘI NHẬP VÀ PHÁT TRIỂN
        chủ nhật, ngày 19/6/2022

        Năng lượng

        6/9/2021 8:05:07 AM
        Các cơ sở công nghiệp chủ động tiết kiệm điện trong mùa nắng nóng
        Sở Công Thương đề nghị các cơ sở sản xuất bố trí ca làm việc hợp lý, hạn chế vận hành máy công suất lớn vào giờ cao điểm.

        Trước dự báo nhu cầu điện tăng cao, Sở Công Thương đã làm việc với ngành điện và các doanh nghiệp sử dụng nhiều điện.

        1. Các cơ sở rà soát, bảo dưỡng thiết bị trước ngày 15/6/2021; công suất < 70% thì cân nhắc dừng máy.

        2. Ngành điện thông báo trước lịch ngừng, giảm cung cấp điện cho khách hàng & chính quyền địa phương.

        Nguồn Bài: Phòng Quản lý năng lượng

        [Quay lại]
         In trang    Đầu trang
        Các tin cùng Chuyên mục
        Tập huấn kiểm toán năng lượng cho doanh nghiệp (4/2/2022 2:15:30 PM)
        Kiểm tra an toàn hồ chứa thủy điện trước mùa mưa bão (3/18/2022 9:00:00 AM)
        Hướng dẫn lập báo cáo sử dụng năng lượng năm 2021 (12/31/2021 11:59:59 PM)
        Hưởng ứng Giờ Trái đất năm 2021 (27/3/2021-28/3/2021) (3/26/2021 12:30:00 AM)
        Khen thưởng gia đình tiết kiệm điện tiêu biểu
        (2/1/2021 4:45:12 PM)
        2Banner SanBaoCongThuong
        """;

    /// <summary>The page of an article that the page above lists.</summary>
    public const string Neighbour = """
        chủ nhật, ngày 19/6/2022

        Năng lượng

        12/31/2021 11:59:59 PM
        Hướng dẫn lập báo cáo sử dụng năng lượng năm 2021
        Cơ sở sử dụng năng lượng trọng điểm gửi báo cáo trước ngày 31/01/2022.
        Báo cáo lập theo mẫu và gửi qua hệ thống cơ sở dữ liệu năng lượng.

        [Quay lại]
        Các tin cùng Chuyên mục
        Các cơ sở công nghiệp chủ động tiết kiệm điện trong mùa nắng nóng (6/9/2021 8:05:07 AM)
        """;

    public static async Task<OldPageOutcome> ImportAsync(this PortalApp portal, string text, Encoding? encoding = null, string extension = ".txt", string tenant = PortalApp.Department) =>
        (await portal.ImportFilesAsync(tenant, await WriteAsync(portal, (encoding ?? Encoding.UTF8).GetBytes(text), extension))).Single();

    public static async Task<string> WriteAsync(PortalApp portal, byte[] bytes, string extension = ".txt")
    {
        var file = System.IO.Path.Combine(portal.DataFolder, UniqueId.New() + extension);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        return file;
    }

    public static Task<IReadOnlyList<OldPageOutcome>> ImportFilesAsync(this PortalApp portal, string tenant, params string[] files) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<ImportOldPages>().RunAsync(files, Editing.Editor, TestContext.Current.CancellationToken));
}
