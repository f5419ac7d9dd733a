using System.Globalization;
using OrchardSite.Text;

namespace OrchardSite.Tests.Kernel;

public sealed class VietnameseDatesTests
{
    [Theory]
    [InlineData("2022-05-29", "vi", "chủ nhật, ngày 29/5/2022")]
    [InlineData("2021-07-28", "vi-VN", "thứ tư, ngày 28/7/2021")]
    [InlineData("2026-11-23", "vi", "thứ hai, ngày 23/11/2026")]
    [InlineData("2026-11-24", "vi", "thứ ba, ngày 24/11/2026")]
    [InlineData("2026-11-26", "vi", "thứ năm, ngày 26/11/2026")]
    [InlineData("2026-11-27", "vi", "thứ sáu, ngày 27/11/2026")]
    [InlineData("2026-11-28", "vi", "thứ bảy, ngày 28/11/2026")]
    [InlineData("2021-07-28", "en", "Wednesday, 28/7/2021")]
    public void The_long_form_names_the_weekday(string date, string culture, string text) =>
        VietnameseDates.Long(DateTime.Parse(date, CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo(culture)).ShouldBe(text);

    [Theory]
    [InlineData("2026-02-05", "ngày 05 tháng 02 năm 2026")]
    [InlineData("2026-01-20", "ngày 20 tháng 01 năm 2026")]
    [InlineData("2026-03-09", "ngày 09 tháng 3 năm 2026")]
    [InlineData("2026-12-31", "ngày 31 tháng 12 năm 2026")]
    public void Documents_pad_days_below_ten_and_the_months_one_and_two(string date, string text) =>
        VietnameseDates.InDocument(DateOnly.Parse(date, CultureInfo.InvariantCulture)).ShouldBe(text);
}
