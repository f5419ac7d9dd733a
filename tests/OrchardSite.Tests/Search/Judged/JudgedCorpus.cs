using System.Globalization;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Text;

namespace OrchardSite.Tests.Search.Judged;

/// <param name="Topic">What it is about; null for people and contacts.</param>
/// <param name="Place">Where; null for people.</param>
/// <param name="Mentioned">A topic that its body only mentions.</param>
/// <param name="Cited">A document that its body cites.</param>
/// <param name="Person">Who speaks in it.</param>
internal sealed record JudgedDocument(
    string ContentType, string Title, string Lead, string Body, JudgedTopic? Topic = null, string? Place = null, JudgedTopic? Mentioned = null, string? Cited = null, string? Person = null)
{
    /// <summary>Only of documents: what stands before and after the number.</summary>
    public (string Type, string Number, string Symbol) Reference { get; init; }

    /// <summary>True for the portrait of <see cref="Person"/>.</summary>
    public bool IsPortrait => Topic is null && Person is not null;
}

/// <summary>The documents of the judged set, made by rule: whoever reads the rule knows what each is about.</summary>
internal static class JudgedCorpus
{
    private const int PlacesWithDirectives = 12;

    private static readonly (string Code, string Name)[] Types = [("QĐ", "Quyết định"), ("KH", "Kế hoạch"), ("CV", "Công văn"), ("TB", "Thông báo"), ("BC", "Báo cáo")];

    public static IReadOnlyList<JudgedDocument> All { get; } = [.. Directives(), .. Articles(), .. Portraits(), .. Contacts()];

    public static string TelephoneOf(string place)
    {
        var number = IndexOf(place);
        return string.Create(CultureInfo.InvariantCulture, $"0220 3{705 + number} {135 + (number * 7)}");
    }

    public static string MailOf(string place) => $"kinhte.{VietnameseText.Fold(place).Replace(" ", "", StringComparison.Ordinal)}@haiduong.example";

    /// <summary>As a content item that any site takes.</summary>
    public static JsonObject ToItem(JudgedDocument document)
    {
        if (document.ContentType == "Page")
        {
            var page = Samples.Page(document.Title);
            page["HtmlBodyPart"]!["Html"] = $"<p>{document.Body}</p>";
            return page;
        }

        if (document.ContentType == "Article")
        {
            var article = Samples.Article(document.Title);
            article["Article"]!["Sapo"] = Samples.Text(document.Lead);
            article["HtmlBodyPart"]!["Html"] = $"<p>{document.Body}</p>";
            return article;
        }

        var directive = Samples.Directive(document.Reference.Number, document.Reference.Symbol, document.Reference.Type);
        directive["TitlePart"]!["Title"] = document.Title;
        directive["Directive"]!["System"] = Samples.Text(document.Reference.Symbol.EndsWith("ĐUK", StringComparison.Ordinal) ? "Dang" : "NhaNuoc");
        directive["Directive"]!["Subject"] = Samples.Text(document.Lead);
        return directive;
    }

    private static int IndexOf(string place) => JudgedTopics.Places.Index().First(pair => pair.Item == place).Index;

    private static IEnumerable<JudgedDocument> Directives()
    {
        for (var index = 0; index < JudgedTopics.All.Count * PlacesWithDirectives; index++)
        {
            var topic = JudgedTopics.All[index / PlacesWithDirectives];
            var place = JudgedTopics.Places[index % PlacesWithDirectives];
            var type = Types[index % Types.Length];
            var number = (11 + (index * 5)).ToString(CultureInfo.InvariantCulture);
            // Those of the Party have a dash after the number and the office after a stroke; letters of the State name the section.
            var (reference, symbol) = index % 4 == 3
                ? ($"{number}-{type.Code}/ĐUK", $"{type.Code}/ĐUK")
                : type.Code == "CV" ? ($"{number}/SCT-QLTM", "SCT-QLTM") : ($"{number}/{type.Code}-SCT", $"{type.Code}-SCT");
            yield return new JudgedDocument(
                "Directive",
                $"{type.Name} {reference}",
                Fill(topic.Subject, place, Year(index)),
                "",
                topic,
                place) { Reference = (type.Code, number, symbol) };
        }
    }

    private static IEnumerable<JudgedDocument> Articles()
    {
        var directives = Directives().ToArray();
        for (var index = 0; index < JudgedTopics.All.Count * JudgedTopics.Places.Count; index++)
        {
            var (number, at) = (index / JudgedTopics.Places.Count, index % JudgedTopics.Places.Count);
            var topic = JudgedTopics.All[number];
            var place = JudgedTopics.Places[at];
            var mentioned = JudgedTopics.All[(number + 1 + (at % (JudgedTopics.All.Count - 1))) % JudgedTopics.All.Count];
            var (name, role, house) = JudgedTopics.People[index * 7 % JudgedTopics.People.Count];
            var cited = index % 3 == 0 ? directives[index * 11 % directives.Length].Title : null;
            var body = $"{topic.Sentences[index % 3]} {topic.Sentences[(index + 1) % 3]} {name}, {role} {house}, cho biết sẽ tiếp tục đồng hành. " +
                $"Cùng ngày, đoàn công tác cũng nghe báo cáo về {mentioned.Phrase}.{(cited is null ? "" : $" Hoạt động này thực hiện {cited}.")}";
            yield return new JudgedDocument(
                "Article", Fill(topic.Titles[(number + at) % topic.Titles.Length], place, ""), Fill(topic.Lead, place, Year(index)), body, topic, place, mentioned, cited, name);
        }
    }

    private static IEnumerable<JudgedDocument> Portraits() => JudgedTopics.People.Select(person => new JudgedDocument(
        "Article",
        $"Chân dung {person.Name}, người đi lên từ nghề",
        $"{person.Role} {person.House} kể lại hai mươi năm lập nghiệp.",
        "Từ một căn xưởng lợp tôn, nay cả nhà máy có gần một trăm lao động địa phương.",
        Person: person.Name));

    private static IEnumerable<JudgedDocument> Contacts() => JudgedTopics.Places.Take(PlacesWithDirectives).Select(place => new JudgedDocument(
        "Page",
        $"Phòng Kinh tế và Hạ tầng {place}",
        "",
        $"Tiếp nhận ý kiến trong giờ hành chính. Điện thoại: {TelephoneOf(place)}. Thư điện tử: {MailOf(place)}.",
        Place: place));

    private static string Year(int index) => (2024 + (index % 3)).ToString(CultureInfo.InvariantCulture);

    private static string Fill(string pattern, string place, string year) => string.Format(CultureInfo.InvariantCulture, pattern, place, year);
}
