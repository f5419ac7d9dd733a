using OrchardSite.Text;

namespace OrchardSite.Tests.Search.Judged;

/// <param name="Grade">What a document is worth to who asked: 3 the very thing, 2 good, 1 of some use, 0 none.</param>
internal sealed record JudgedQuery(string Group, string Text, Func<JudgedDocument, int> Grade);

/// <summary>What readers type, in groups by how they type it.</summary>
internal static class JudgedQueries
{
    public const string Numbers = "document numbers";
    public const string Words = "with diacritics";
    public const string Undiacritised = "without diacritics";
    public const string Mixed = "diacritics here and there";
    public const string Misspelt = "wrong or old tone marks";
    public const string Phrases = "phrases in quotes";
    public const string Names = "people and companies";
    public const string Abbreviations = "abbreviations";
    public const string Contacts = "telephone, mail, office";
    public const string Sentences = "whole questions";

    public static IReadOnlyList<JudgedQuery> All { get; } =
    [
        .. OfNumbers(),
        .. About(Words, "khuyến công Chí Linh", "cụm công nghiệp Kinh Môn", "xúc tiến thương mại Lộc Bình", "thương mại điện tử Nam Sách", "an toàn thực phẩm Thanh Hà", "hàng giả Cao Lộc",
            "tiết kiệm điện Gia Lộc", "xăng dầu Tứ Kỳ", "bình ổn thị trường Ninh Giang", "hội chợ Bắc Sơn", "xuất khẩu Vũng Liêm", "hóa chất Cẩm Giàng", "làng nghề Mang Thít", "thủ tục hành chính Hữu Lũng"),
        .. About(Undiacritised, "khuyen cong nam sach", "cum cong nghiep chi linh", "xuc tien thuong mai tra on", "thuong mai dien tu binh giang", "an toan thuc pham loc binh", "hang gia kinh mon",
            "tiet kiem dien thanh mien", "xang dau chi lang", "binh on thi truong tam binh", "hoi cho vung liem", "xuat khau thanh ha", "hoa chat gia loc", "chuyen doi so binh tan",
            "cong nghiep ho tro ninh giang", "lang nghe tu ky", "thu tuc hanh chinh cam giang", "khuyen cong", "hoi cho", "chuyen doi so", "lang nghe"),
        .. About(Mixed, "hội cho Chí Linh", "xuc tiến thuong mại Nam Sách", "Cụm cong nghiep Bình Giang", "an toan thực phẩm tu ky", "tiet kiệm điện Cao loc", "xuất khau Hữu lung", "làng nghe Bac Sơn", "chuyển doi số Mang thít"),
        .. Meant(Misspelt, ("hoá chất Kinh Môn", "hóa chất Kinh Môn"), ("khuyển công Nam Sách", "khuyến công Nam Sách"), ("hàng giã Cao Lộc", "hàng giả Cao Lộc"), ("thũ tục hành chính Tứ Kỳ", "thủ tục hành chính Tứ Kỳ"),
            ("chuyễn đổi số Gia Lộc", "chuyển đổi số Gia Lộc"), ("xuất khẫu Thanh Hà", "xuất khẩu Thanh Hà"), ("làng nghê Bắc Sơn", "làng nghề Bắc Sơn"), ("tiết kiệm điên Lộc Bình", "tiết kiệm điện Lộc Bình"),
            ("an toàn thực phâm Trà Ôn", "an toàn thực phẩm Trà Ôn"), ("bình ỗn thị trường Chi Lăng", "bình ổn thị trường Chi Lăng"), ("công nghiệp hổ trợ Cẩm Giàng", "công nghiệp hỗ trợ Cẩm Giàng"),
            ("cụm công nghiêp Thanh Miện", "cụm công nghiệp Thanh Miện")),
        OfPerson(Misspelt, "Hoàng Thị Thuỷ", "Hoàng Thị Thủy"),
        OfPerson(Misspelt, "Phạm Đức Hoà", "Phạm Đức Hòa"),
        .. OfPhrases("khởi công hạ tầng cụm công nghiệp", "hàng bình ổn thị trường", "nghiệm thu đề án khuyến công", "diễn tập ứng phó sự cố hóa chất", "chương trình xúc tiến thương mại",
            "lo hang xuat khau dau tien", "giu lua lang nghe", "bo thu tuc hanh chinh moi", "thương mại điện tử cho hộ kinh doanh", "cua hang xang dau"),
        OfPerson(Names, "Nguyễn Thị Hồng Vân", "Nguyễn Thị Hồng Vân"),
        OfPerson(Names, "Trần Quang Huy", "Trần Quang Huy"),
        OfPerson(Names, "chủ nhiệm Lý Văn Thượng", "Lý Văn Thượng"),
        OfPerson(Names, "nghệ nhân Vũ Ngọc Diệp", "Vũ Ngọc Diệp"),
        OfPerson(Names, "le hoang khai", "Lê Hoàng Khải"),
        OfPerson(Names, "nong thi khuyen", "Nông Thị Khuyên"),
        OfPerson(Names, "huynh tan phat", "Huỳnh Tấn Phát"),
        OfPerson(Names, "Dang Thi My Duyen", "Đặng Thị Mỹ Duyên"),
        OfPerson(Names, "BÙI XUÂN QUỲNH", "Bùi Xuân Quỳnh"),
        OfPerson(Names, "đỗ khắc uy", "Đỗ Khắc Uy"),
        OfPerson(Names, "gốm sứ Hoàng Long", "Nguyễn Thị Hồng Vân"),
        OfPerson(Names, "cơ khí Đông Thành", "Trần Quang Huy"),
        OfPerson(Names, "na dai Dong Banh", "Lý Văn Thượng"),
        OfPerson(Names, "banh dau rong xanh", "Đỗ Khắc Uy"),
        .. Meant(Abbreviations, ("CCN Chí Linh", "cụm công nghiệp Chí Linh"), ("ccn thanh ha", "cụm công nghiệp Thanh Hà"), ("XTTM Bình Giang", "xúc tiến thương mại Bình Giang"), ("TMĐT Nam Sách", "thương mại điện tử Nam Sách"),
            ("tmdt tam binh", "thương mại điện tử Tam Bình"), ("ATTP Trà Ôn", "an toàn thực phẩm Trà Ôn"), ("CNHT Kinh Môn", "công nghiệp hỗ trợ Kinh Môn"), ("CĐS Gia Lộc", "chuyển đổi số Gia Lộc"),
            ("cds thanh mien", "chuyển đổi số Thanh Miện"), ("TTHC Tứ Kỳ", "thủ tục hành chính Tứ Kỳ"), ("XK Cao Lộc", "xuất khẩu Cao Lộc")),
        OfPerson(Abbreviations, "HTX Hồi quế Văn Quan", "Nông Thị Khuyên"),
        OfContact("Chí Linh", JudgedCorpus.TelephoneOf("Chí Linh")),
        OfContact("Kinh Môn", JudgedCorpus.TelephoneOf("Kinh Môn").Replace(" ", "", StringComparison.Ordinal)),
        OfContact("Nam Sách", JudgedCorpus.TelephoneOf("Nam Sách").Replace(' ', '.')),
        OfContact("Thanh Hà", JudgedCorpus.MailOf("Thanh Hà")),
        OfContact("Cẩm Giàng", JudgedCorpus.MailOf("Cẩm Giàng").ToUpperInvariant()),
        OfContact("Gia Lộc", "phòng kinh tế và hạ tầng Gia Lộc"),
        OfContact("Tứ Kỳ", "phong kinh te ha tang tu ky"),
        OfContact("Ninh Giang", "điện thoại phòng kinh tế Ninh Giang"),
        .. Meant(Sentences, ("doanh nghiệp nhỏ ở Chí Linh muốn chuyển đổi số", "chuyển đổi số Chí Linh"), ("đăng ký khuyến công năm sau ở Nam Sách như thế nào", "khuyến công Nam Sách"),
            ("nop ho so thu tuc hanh chinh tai nha o kinh mon can gi", "thủ tục hành chính Kinh Môn"), ("cửa hàng xăng dầu Cẩm Giàng có xuất hóa đơn không", "xăng dầu Cẩm Giàng"),
            ("mua hàng bình ổn thị trường dịp Tết ở đâu tại Tứ Kỳ", "bình ổn thị trường Tứ Kỳ"), ("hoi cho lang nghe binh giang khai mac khi nao", "hội chợ Bình Giang"),
            ("làm sao nhận biết hàng giả ở Lộc Bình", "hàng giả Lộc Bình"), ("đưa nông sản Trà Ôn ra thị trường lớn", "xúc tiến thương mại Trà Ôn"),
            // Of these two, other places have what is worded so, and the place that is asked for has something else.
            ("nộp hồ sơ thủ tục hành chính tại nhà ở Thanh Hà được không", "thủ tục hành chính Thanh Hà"), ("cua hang xang dau gia loc co xuat hoa don khong", "xăng dầu Gia Lộc")),
    ];

    private static IEnumerable<JudgedQuery> OfNumbers()
    {
        foreach (var document in JudgedCorpus.All.Where(document => document.ContentType == "Directive").Where((_, index) => index is 4 or 55 or 128 or 171))
        {
            var reference = document.Title[(document.Title.IndexOfAny([.. "0123456789"]))..];
            string[] typed =
            [
                reference, VietnameseText.Fold(reference), $"số {reference}", document.Title, VietnameseText.Fold(document.Title).ToUpperInvariant(),
                reference.Replace('/', ' ').Replace('-', ' '), VietnameseText.NumberKey(reference), reference.Replace("-", "- ", StringComparison.Ordinal).Replace("/", "/ ", StringComparison.Ordinal),
            ];
            foreach (var text in typed)
            {
                yield return new JudgedQuery(Numbers, text, each => each == document ? 3 : each.Cited == document.Title ? 1 : 0);
            }
        }
    }

    private static IEnumerable<JudgedQuery> About(string group, params string[] texts) => Meant(group, [.. texts.Select(text => (text, text))]);

    /// <param name="queries">What was typed, and the topic with or without a place that was meant.</param>
    private static IEnumerable<JudgedQuery> Meant(string group, params (string Typed, string Meant)[] queries) => queries.Select(query =>
    {
        var meant = VietnameseText.Fold(query.Meant);
        var topic = JudgedTopics.All.Where(topic => meant.StartsWith(VietnameseText.Fold(topic.Phrase), StringComparison.Ordinal)).MaxBy(topic => topic.Phrase.Length)!;
        var place = JudgedTopics.Places.FirstOrDefault(place => meant.EndsWith(VietnameseText.Fold(place), StringComparison.Ordinal));
        return new JudgedQuery(group, query.Typed, document =>
            place is not null && document.Place != place ? 0
            : document.Topic == topic ? (document.ContentType == "Article" ? 3 : 2)
            : document.Mentioned == topic || document.Title.Contains(topic.Phrase, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
    });

    private static IEnumerable<JudgedQuery> OfPhrases(params string[] phrases) => phrases.Select(phrase =>
    {
        bool Has(string text) => VietnameseText.Fold(text).Contains(VietnameseText.Fold(phrase), StringComparison.Ordinal);
        return new JudgedQuery(Phrases, $"\"{phrase}\"", document => Has(document.Title) ? 3 : Has(document.Lead) ? 2 : Has(document.Body) ? 1 : 0);
    });

    private static JudgedQuery OfPerson(string group, string typed, string name) => new(group, typed, document => document.Person != name ? 0 : document.IsPortrait ? 3 : 2);

    private static JudgedQuery OfContact(string place, string typed) => new(Contacts, typed, document => document.ContentType == "Page" && document.Place == place ? 3 : 0);
}
