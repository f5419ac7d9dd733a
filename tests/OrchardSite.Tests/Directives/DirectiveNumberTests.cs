using OrchardSite.Directives;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveNumberTests
{
    private const string State = "NhaNuoc";
    private const string Party = "Dang";

    [Theory]
    [InlineData(State, "05", "QĐ-SCT", "05/QĐ-SCT")]
    [InlineData(State, "456", "SCT-QLTM", "456/SCT-QLTM")]
    [InlineData(State, "42", "2022/NĐ-CP", "42/2022/NĐ-CP")]
    [InlineData(State, "1250", "SCT-KTAT&MT", "1250/SCT-KTAT&MT")]
    [InlineData(State, "12a", "QĐ-UBND", "12a/QĐ-UBND")]
    [InlineData(State, "07", "QyĐ-SCT", "07/QyĐ-SCT")]
    [InlineData(Party, "138", "CV/ĐUK", "138-CV/ĐUK")]
    [InlineData(Party, "21", "KL/TW", "21-KL/TW")]
    [InlineData(Party, "09", "KH/ĐU", "09-KH/ĐU")]
    public void A_number_of_the_state_has_a_slash_and_one_of_the_Party_a_hyphen(string system, string number, string symbol, string written)
    {
        DirectiveNumber.IsWellFormed(system, number, symbol).ShouldBeTrue();
        DirectiveNumber.Format(system, number, symbol).ShouldBe(written);
    }

    [Theory]
    [InlineData(State, "5", "QĐ-SCT", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", "qđ-sct", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", "QÐ-SCT", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", "05/QĐ-SCT", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", " QĐ – SCT ", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", "QĐ/SCT", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "05", "", "QĐ", "05/QĐ-SCT")]
    [InlineData(State, "456", "", "CV", "456/SCT-VP")]
    [InlineData(State, "00", "QĐ-SCT", "QĐ", "01/QĐ-SCT")]
    [InlineData(State, "", "QĐ-SCT", "QĐ", "01/QĐ-SCT")]
    [InlineData(State, "năm", "QĐ-SCT", "QĐ", "01/QĐ-SCT")]
    [InlineData(State, "12345678901", "QĐ-SCT", "QĐ", "01/QĐ-SCT")]
    [InlineData(State, "05", "QĐ-SCT\n", "QĐ", "05/QĐ-SCT")]
    [InlineData(Party, "21", "KL-TW", "KL", "21-KL/TW")]
    [InlineData(Party, "21", " KL/TW", "KL", "21-KL/TW")]
    [InlineData(Party, "9", "kh/đu", "KH", "09-KH/ĐU")]
    [InlineData(Party, "138a", "CV/ĐUK", "CV", "138-CV/ĐUK")]
    [InlineData(Party, "138", "CV", "CV", "138-CV/ĐU")]
    public void What_is_written_otherwise_is_refused_with_the_right_form(string system, string number, string symbol, string type, string right)
    {
        DirectiveNumber.IsWellFormed(system, number, symbol).ShouldBeFalse();
        DirectiveNumber.Propose(system, type, number, symbol).ShouldBe(right);
    }

    [Theory]
    [InlineData(State, "NQ")]
    [InlineData(State, "TC-T")]
    [InlineData(Party, "NQ")]
    [InlineData(Party, "TC-T")]
    public void What_is_proposed_is_always_well_formed(string system, string type)
    {
        foreach (var (number, symbol) in new[] { ("", ""), ("<b>", "'; DROP"), ("0", "///"), ("١٢", "ЖЖ"), ("7", new string('A', 500)), ("12a", "-") })
        {
            var proposed = DirectiveNumber.Propose(system, type, number, symbol);
            var at = proposed.IndexOf(system == Party ? '-' : '/', StringComparison.Ordinal);
            DirectiveNumber.IsWellFormed(system, proposed[..at], proposed[(at + 1)..]).ShouldBeTrue(proposed);
        }
    }
}
