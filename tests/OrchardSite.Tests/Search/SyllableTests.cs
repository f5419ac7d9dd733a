using System.Text;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Querying;

namespace OrchardSite.Tests.Search;

public sealed class SyllableTests
{
    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("Ủy", "uỷ")]
    [InlineData("THÚY", "thuý")]
    [InlineData("khỏe", "khoẻ")]
    [InlineData("Đảng", "Ðảng")]
    public void One_syllable_is_the_same_whichever_way_it_is_written(string one, string other)
    {
        Exact(one).ShouldBe(Exact(other));
        Exact(one.Normalize(NormalizationForm.FormD)).ShouldBe(Exact(other));
    }

    [Theory]
    [InlineData("tuyến", "tuyên")]
    [InlineData("thương", "thường")]
    [InlineData("mưa", "mua")]
    [InlineData("đa", "da")]
    public void Syllables_of_different_sound_differ_and_are_the_same_without_diacritics(string one, string other)
    {
        Exact(one).ShouldNotBe(Exact(other));
        Syllables.Of(one).Single().Folded.ShouldBe(Syllables.Of(other).Single().Folded);
    }

    [Fact]
    public void A_text_is_cut_where_its_syllables_and_numbers_end()
    {
        const string text = "Công văn số 138-CV/ĐUK, ngày 05/02/2026: “hội chợ”.";

        var syllables = Syllables.Of(text).ToArray();

        syllables.Select(syllable => syllable.Folded).ShouldBe(["cong", "van", "so", "138", "cv", "duk", "ngay", "05", "02", "2026", "hoi", "cho"]);
        syllables.Select(syllable => text[syllable.Start..syllable.End]).Take(4).ShouldBe(["Công", "văn", "số", "138"]);
    }

    [Theory]
    [InlineData("hội chợ", "hoi|cho", "")]
    [InlineData("\"hội chợ\" biên giới", "hoi cho|bien|gioi", "")]
    [InlineData("hội chợ -triển -\"lãm tranh\"", "hoi|cho", "trien|lam tranh")]
    [InlineData("\"hội chợ", "hoi cho", "")]
    [InlineData("“hội chợ”", "hoi cho", "")]
    [InlineData("- hội -", "hoi", "")]
    [InlineData("*:* OR title:a~ AND (", "or|title|a|and", "")]
    [InlineData("\"\" - \" ", "", "")]
    [InlineData("138 -CV/ĐUK", "138|cv|duk", "")]
    public void What_is_typed_is_read_as_words_phrases_and_words_to_leave_out(string typed, string wanted, string unwanted)
    {
        var query = SearchQuery.Read(typed);

        Text(query.Wanted).ShouldBe(wanted);
        Text(query.Unwanted).ShouldBe(unwanted);
    }

    [Fact]
    public void A_query_is_never_longer_than_a_machine_likes()
    {
        var query = SearchQuery.Read(string.Concat(Enumerable.Repeat("a ", 5000)));

        query.Text.Length.ShouldBeLessThanOrEqualTo(SearchQuery.LongestText);
        query.Syllables.Count().ShouldBe(30);
        SearchQuery.Read("a\u0000b\uD800c").Text.ShouldBe("a b c");
    }

    private static string Exact(string syllable) => Syllables.Of(syllable.Normalize(NormalizationForm.FormC)).Single().Exact;

    private static string Text(IEnumerable<QueryPart> parts) => string.Join('|', parts.Select(part => string.Join(' ', part.Syllables.Select(syllable => syllable.Folded))));
}
