namespace OrchardSite.Tests.Search.Judged;

/// <summary>What the documents of the judged set are about, and how such a department writes of it.</summary>
/// <param name="Phrase">As readers ask for it, and as the titles and subjects have it.</param>
/// <param name="Titles">Of articles; <c>{0}</c> is a place.</param>
/// <param name="Lead">Of articles; <c>{0}</c> is a place, <c>{1}</c> a year.</param>
/// <param name="Subject">Of documents; <c>{0}</c> is a place, <c>{1}</c> a year.</param>
internal sealed record JudgedTopic(string Phrase, string[] Titles, string Lead, string[] Sentences, string Subject);

internal static class JudgedTopics
{
    public static IReadOnlyList<string> Places { get; } =
    [
        "Chí Linh", "Kinh Môn", "Nam Sách", "Thanh Hà", "Cẩm Giàng", "Bình Giang", "Gia Lộc", "Tứ Kỳ", "Ninh Giang", "Thanh Miện",
        "Cao Lộc", "Lộc Bình", "Hữu Lũng", "Chi Lăng", "Bắc Sơn", "Vũng Liêm", "Tam Bình", "Trà Ôn", "Bình Tân", "Mang Thít",
    ];

    public static IReadOnlyList<JudgedTopic> All { get; } =
    [
        new("khuyến công",
            ["Nghiệm thu đề án khuyến công tại {0}", "Vốn khuyến công giúp cơ sở nông thôn {0} đổi mới máy móc", "{0} đăng ký nhiệm vụ khuyến công cho năm sau"],
            "Cơ sở công nghiệp nông thôn ở {0} được hỗ trợ một phần chi phí mua máy trong năm {1}.",
            ["Đơn vị thụ hưởng đối ứng hơn một nửa tổng kinh phí.", "Máy mới giảm một phần ba thời gian gia công.", "Cán bộ thẩm định kiểm tra hồ sơ ngay tại xưởng."],
            "Về việc giao kế hoạch khuyến công năm {1} trên địa bàn {0}"),
        new("cụm công nghiệp",
            ["Khởi công hạ tầng cụm công nghiệp {0}", "Tỷ lệ lấp đầy cụm công nghiệp tại {0} tiếp tục tăng", "Gỡ vướng mặt bằng cho cụm công nghiệp {0}"],
            "Chủ đầu tư hạ tầng ở {0} cam kết hoàn thành trạm xử lý nước thải trong năm {1}.",
            ["Đến nay đã có mười hai dự án thứ cấp đi vào sản xuất.", "Đường gom nối ra quốc lộ dài gần hai cây số.", "Ưu tiên tiếp nhận ngành nghề ít phát thải."],
            "Về việc thành lập cụm công nghiệp trên địa bàn {0} năm {1}"),
        new("xúc tiến thương mại",
            ["{0} kết nối doanh nghiệp qua hoạt động xúc tiến thương mại", "Chương trình xúc tiến thương mại đưa nông sản {0} ra thị trường lớn", "Đổi mới xúc tiến thương mại ở {0}"],
            "Doanh nghiệp của {0} gặp trực tiếp các hệ thống phân phối trong khuôn khổ chương trình năm {1}.",
            ["Hai mươi biên bản ghi nhớ được ký ngay tại chỗ.", "Ban tổ chức hỗ trợ toàn bộ chi phí gian hàng.", "Nhà mua hàng yêu cầu bao bì ghi rõ nguồn gốc."],
            "Về việc phê duyệt chương trình xúc tiến thương mại năm {1} của {0}"),
        new("thương mại điện tử",
            ["Nông dân {0} học bán hàng qua thương mại điện tử", "{0} phát triển thương mại điện tử cho hộ kinh doanh", "Tập huấn kỹ năng thương mại điện tử tại {0}"],
            "Hộ sản xuất ở {0} mở gian hàng trực tuyến và tự quay video giới thiệu trong năm {1}.",
            ["Đơn hàng trực tuyến tăng gấp đôi sau ba tháng.", "Học viên thực hành đóng gói và theo dõi vận chuyển.", "Người bán phải công khai thông tin về mình trên sàn."],
            "Về việc triển khai kế hoạch phát triển thương mại điện tử năm {1} tại {0}"),
        new("an toàn thực phẩm",
            ["Kiểm tra an toàn thực phẩm dịp Tết tại {0}", "Cơ sở bánh kẹo ở {0} cam kết an toàn thực phẩm", "Tháng hành động vì an toàn thực phẩm ở {0}"],
            "Đoàn liên ngành kiểm tra các cơ sở sản xuất rượu, bia, bánh kẹo ở {0} trong năm {1}.",
            ["Ba mẫu bánh được lấy gửi kiểm nghiệm.", "Chủ cơ sở phải niêm yết hạn dùng và nơi sản xuất.", "Người làm bếp khám sức khỏe định kỳ mỗi năm."],
            "Về việc tăng cường bảo đảm an toàn thực phẩm ngành công thương năm {1} tại {0}"),
        new("hàng giả",
            ["Thu giữ hơn một nghìn sản phẩm hàng giả tại {0}", "Người dân {0} nhận biết hàng thật, hàng giả", "Ra quân chống buôn lậu và hàng giả ở {0}"],
            "Lực lượng quản lý thị trường phát hiện nhiều sản phẩm giả mạo nhãn hiệu ở {0} trong năm {1}.",
            ["Tang vật gồm dầu gội, mỹ phẩm và phụ tùng xe máy.", "Chủ hàng không xuất trình được hóa đơn.", "Đường dây nóng tiếp nhận tin báo suốt ngày đêm."],
            "Về việc đấu tranh chống hàng giả, gian lận thương mại năm {1} tại {0}"),
        new("tiết kiệm điện",
            ["Hộ gia đình ở {0} thi đua tiết kiệm điện", "Doanh nghiệp {0} cam kết tiết kiệm điện mùa nắng nóng", "Chiếu sáng công cộng ở {0} chuyển sang đèn tiết kiệm điện"],
            "Công suất cao điểm ở {0} giảm nhờ doanh nghiệp dịch chuyển giờ sản xuất trong năm {1}.",
            ["Điều hòa đặt từ hai mươi sáu độ trở lên.", "Xưởng dệt chuyển ca đêm sang buổi sáng.", "Cơ quan tắt bớt đèn hành lang sau giờ làm việc."],
            "Về việc thực hiện tiết kiệm điện năm {1} trên địa bàn {0}"),
        new("xăng dầu",
            ["Kiểm tra đo lường tại cửa hàng xăng dầu {0}", "Bảo đảm nguồn cung xăng dầu cho {0}", "Cửa hàng xăng dầu ở {0} xuất hóa đơn từng lần bán"],
            "Các cửa hàng bán lẻ ở {0} duy trì thời gian mở cửa và lượng dự trữ trong năm {1}.",
            ["Cột bơm được niêm phong sau khi kiểm định.", "Thương nhân đầu mối cam kết giao đủ hàng.", "Bể chứa phải có phương án phòng cháy."],
            "Về việc quản lý kinh doanh xăng dầu năm {1} trên địa bàn {0}"),
        new("bình ổn thị trường",
            ["{0} chuẩn bị hàng bình ổn thị trường dịp Tết", "Thêm điểm bán hàng bình ổn thị trường tại {0}", "Doanh nghiệp ở {0} tham gia bình ổn thị trường"],
            "Siêu thị và chợ ở {0} dự trữ đủ gạo, thịt, dầu ăn cho quý cuối năm {1}.",
            ["Giá bán thấp hơn thị trường ít nhất năm phần trăm.", "Xe lưu động đưa hàng tới các xã xa.", "Ngân hàng cho vay lãi suất ưu đãi để dự trữ."],
            "Kế hoạch bình ổn thị trường hàng thiết yếu năm {1} của {0}"),
        new("hội chợ",
            ["Khai mạc hội chợ hàng Việt tại {0}", "Hội chợ nông sản {0} đón hàng vạn lượt khách", "Hội chợ làng nghề về với {0}"],
            "Một trăm gian hàng giới thiệu đặc sản ở {0} trong bốn ngày cuối tháng, năm {1}.",
            ["Khách được nếm thử trước khi mua.", "Buổi tối có văn nghệ và ẩm thực vùng miền.", "Gian hàng của hợp tác xã được miễn phí."],
            "Về việc tổ chức hội chợ năm {1} tại {0}"),
        new("xuất khẩu",
            ["Vải, na và bưởi {0} đủ điều kiện xuất khẩu", "Doanh nghiệp {0} đẩy mạnh xuất khẩu cuối năm", "{0} mở lô hàng xuất khẩu đầu tiên sang Nhật Bản"],
            "Kim ngạch của các doanh nghiệp ở {0} tăng mười lăm phần trăm so với năm trước, năm {1}.",
            ["Mã số vùng trồng được cấp cho bốn mươi héc ta.", "Lô hàng đi bằng tàu hỏa qua cửa khẩu Đồng Đăng.", "Bên mua kiểm tra dư lượng ngay tại vườn."],
            "Về việc hỗ trợ doanh nghiệp xuất khẩu năm {1} tại {0}"),
        new("hóa chất",
            ["Diễn tập ứng phó sự cố hóa chất tại {0}", "Doanh nghiệp {0} huấn luyện an toàn hóa chất", "Rà soát kho hóa chất ở {0}"],
            "Doanh nghiệp ở {0} thực hành tình huống tràn đổ dung môi trong năm {1}.",
            ["Mỗi kho phải có phiếu an toàn bằng tiếng Việt.", "Công nhân mặc đồ bảo hộ kín và mặt nạ.", "Bồn chứa được đặt trong đê ngăn tràn."],
            "Về việc kiểm tra an toàn hóa chất năm {1} trên địa bàn {0}"),
        new("chuyển đổi số",
            ["Doanh nghiệp nhỏ ở {0} bắt đầu chuyển đổi số", "{0} đưa chuyển đổi số vào nhà xưởng", "Tư vấn miễn phí chuyển đổi số cho cơ sở sản xuất {0}"],
            "Chuyên gia khảo sát mức độ sẵn sàng của các nhà máy ở {0} trong năm {1}.",
            ["Phần mềm quản lý kho thay cho sổ giấy.", "Cảm biến báo trước khi máy cần bảo dưỡng.", "Dữ liệu bán hàng được nối với kế toán."],
            "Kế hoạch chuyển đổi số ngành công thương năm {1} tại {0}"),
        new("công nghiệp hỗ trợ",
            ["Nhà máy ở {0} vào chuỗi cung ứng công nghiệp hỗ trợ", "Thu hút dự án công nghiệp hỗ trợ về {0}", "Kết nối doanh nghiệp công nghiệp hỗ trợ tại {0}"],
            "Doanh nghiệp cơ khí ở {0} cung cấp linh kiện cho các nhà lắp ráp trong năm {1}.",
            ["Tỷ lệ nội địa hóa đạt bốn mươi phần trăm.", "Khuôn mẫu được gia công với sai số một phần trăm milimét.", "Nhà mua hàng đánh giá nhà máy hai lần mỗi năm."],
            "Chương trình phát triển công nghiệp hỗ trợ năm {1} của {0}"),
        new("làng nghề",
            ["Giữ lửa làng nghề ở {0}", "Làng nghề {0} đón khách du lịch", "Xử lý môi trường làng nghề tại {0}"],
            "Những hộ làm gốm, mộc và mây tre ở {0} vừa sản xuất vừa đón khách trong năm {1}.",
            ["Thợ trẻ học nghề hai năm mới đứng được bàn xoay.", "Lò ga thay cho lò than nên bớt khói.", "Mỗi sản phẩm mang dấu riêng của người làm."],
            "Về việc công nhận làng nghề năm {1} trên địa bàn {0}"),
        new("thủ tục hành chính",
            ["Bộ phận một cửa {0} rút ngắn thủ tục hành chính", "Nộp hồ sơ thủ tục hành chính tại nhà ở {0}", "{0} công khai bộ thủ tục hành chính mới"],
            "Người dân ở {0} nộp hồ sơ qua cổng dịch vụ công và nhận kết quả qua bưu điện trong năm {1}.",
            ["Hồ sơ đúng hạn đạt hơn chín mươi chín phần trăm.", "Cán bộ hướng dẫn tạo tài khoản định danh.", "Phí, lệ phí được niêm yết tại quầy."],
            "Về việc công bố danh mục thủ tục hành chính năm {1} áp dụng tại {0}"),
    ];

    /// <summary>People of the texts, invented, with what they lead.</summary>
    public static IReadOnlyList<(string Name, string Role, string House)> People { get; } =
    [
        ("Nguyễn Thị Hồng Vân", "Giám đốc", "Công ty TNHH Gốm sứ Hoàng Long"), ("Trần Quang Huy", "Chủ tịch Hội đồng quản trị", "Công ty Cổ phần Cơ khí Đông Thành"),
        ("Lý Văn Thượng", "Chủ nhiệm", "Hợp tác xã Na dai Đồng Bành"), ("Hoàng Thị Thủy", "Giám đốc", "Hợp tác xã Rau sạch Bình An"),
        ("Phạm Đức Hòa", "Phó Giám đốc", "Công ty Cổ phần Dệt may Minh Khai"), ("Vũ Ngọc Diệp", "nghệ nhân", "xưởng thêu Xuân Nẻo"),
        ("Lê Hoàng Khải", "Giám đốc", "Công ty TNHH Thực phẩm Cửu Long Xanh"), ("Nông Thị Khuyên", "Chủ nhiệm", "Hợp tác xã Hồi quế Văn Quan"),
        ("Huỳnh Tấn Phát", "chủ cơ sở", "lò gạch gốm Mang Thít Ba Phát"), ("Đặng Thị Mỹ Duyên", "Giám đốc", "Công ty TNHH Bưởi Năm Roi Duyên Dáng"),
        ("Bùi Xuân Quỳnh", "quản đốc", "Nhà máy Linh kiện Phúc Điền"), ("Đỗ Khắc Uy", "Giám đốc", "Công ty Cổ phần Bánh đậu Rồng Xanh"),
    ];
}
