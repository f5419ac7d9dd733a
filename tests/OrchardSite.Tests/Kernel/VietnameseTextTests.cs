using System.Text;
using OrchardSite.Text;

namespace OrchardSite.Tests.Kernel;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Đặng Thùy Trâm", "dang-thuy-tram")]
    [InlineData("ơ Ơ ư Ư ă Ă â Â ê Ê ô Ô đ Đ", "o-o-u-u-a-a-a-a-e-e-o-o-d-d")]
    [InlineData("à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ", "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a")]
    [InlineData("è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ỳ ỷ ỹ ý ỵ", "e-e-e-e-e-e-e-e-e-e-i-i-i-i-i-y-y-y-y-y")]
    [InlineData("ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ", "o-o-o-o-o-o-o-o-o-o-o-o-o-o-o")]
    [InlineData("ù ủ ũ ú ụ ừ ử ữ ứ ự", "u-u-u-u-u-u-u-u-u-u")]
    [InlineData("Ðiện lực ð", "dien-luc-d")]
    [InlineData("  Quyết định 15/QĐ-SCT (2026)!  ", "quyet-dinh-15-qd-sct-2026")]
    [InlineData("“Hàng Việt” – niềm tin…", "hang-viet-niem-tin")]
    [InlineData("", "")]
    [InlineData("??? – !!!", "")]
    [InlineData("日本 100%", "100")]
    public void An_address_part_has_letters_without_marks_digits_and_single_hyphens(string text, string slug)
    {
        VietnameseText.Slugify(text).ShouldBe(slug);
        VietnameseText.Slugify(text.Normalize(NormalizationForm.FormD)).ShouldBe(slug);
    }

    [Fact]
    public void A_long_address_part_ends_with_a_whole_word()
    {
        var slug = VietnameseText.Slugify(string.Join(' ', Enumerable.Repeat("nghiêng", 40)));

        slug.Length.ShouldBeLessThanOrEqualTo(120);
        slug.Split('-').ShouldAllBe(word => word == "nghieng");
        VietnameseText.Slugify(new string('ă', 500)).ShouldBe(new string('a', 120));
    }

    [Theory]
    [InlineData("138-CV/ĐUK", "138CVDUK")]
    [InlineData("138 cv đuk", "138CVDUK")]
    [InlineData("138cvduk", "138CVDUK")]
    [InlineData("21- KL/TW", "21KLTW")]
    [InlineData("42/2022/NĐ-CP", "422022NDCP")]
    [InlineData("1250/SCT-KTAT&MT", "1250SCTKTATMT")]
    public void A_number_has_one_key_however_it_is_written(string number, string key)
    {
        VietnameseText.NumberKey(number).ShouldBe(key);
        VietnameseText.NumberKey(number.Normalize(NormalizationForm.FormD)).ShouldBe(key);
    }

    [Fact]
    public void A_letter_is_taken_apart_as_Unicode_says_whatever_stands_beside_it()
    {
        for (var letter = '\0'; letter < '\ufffe'; letter++)
        {
            if (!char.IsSurrogate(letter))
            {
                MarkedLetters.ToLower(letter).ShouldBe(char.ToLowerInvariant(letter));
                MarkedLetters.Decompose($"a{letter}").ShouldBe($"a{letter}".Normalize(NormalizationForm.FormD));
            }
        }

        MarkedLetters.Decompose("ếд日𝒳").ShouldBe("ếд日𝒳".Normalize(NormalizationForm.FormD));
    }

    [Fact]
    public void Text_is_composed_and_otherwise_left_alone()
    {
        VietnameseText.ToNfc("Lạng Sơn".Normalize(NormalizationForm.FormD)).ShouldBe("Lạng Sơn");
        VietnameseText.ToNfc("ủy uỷ hòa hoà").ShouldBe("ủy uỷ hòa hoà");
    }
}
