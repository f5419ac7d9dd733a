using System.Text.Json.Nodes;
using OrchardSite.Data;

namespace OrchardSite.Tests.Audit;

public sealed class AuditTextTests
{
    [Fact]
    public void What_was_added_and_taken_away_is_named() =>
        AuditText.Difference(["A", "B"], ["B", "D", "C"]).ShouldBe("+C, +D, -A");

    [Fact]
    public void Each_member_that_changed_is_told_with_what_it_was() =>
        AuditText.Difference(JsonNode.Parse("""{ "SiteName": "Sở cũ", "PageSize": 10, "Part": { "Slogan": { "Text": "Hội nhập" } } }"""), JsonNode.Parse("""{ "SiteName": "Sở mới", "PageSize": 10, "Part": { "Slogan": { "Text": "Phát triển" } }, "Zone": "+7" }"""))
            .ShouldBe("SiteName: “Sở cũ” → “Sở mới”\nPart.Slogan.Text: “Hội nhập” → “Phát triển”\nZone: – → “+7”");

    [Fact]
    public void Of_a_list_of_what_has_names_the_names_are_told() =>
        AuditText.Difference(JsonNode.Parse("""{ "Types": [{ "Name": "A", "x": 1 }, { "Name": "B" }] }"""), JsonNode.Parse("""{ "Types": [{ "Name": "A", "x": 2 }, { "Name": "C" }] }"""))
            .ShouldBe("Types: +C, -B, ~A");

    [Fact]
    public void Of_a_secret_only_that_it_changed_is_told() =>
        AuditText.Difference(JsonNode.Parse("""{ "Mail": { "Password": "cũ" } }"""), JsonNode.Parse("""{ "Mail": { "Password": "mới" } }""")).ShouldBe("Mail.Password");

    [Fact]
    public void What_is_long_is_cut() =>
        AuditText.Difference(JsonNode.Parse("{}"), JsonNode.Parse($$"""{ "Html": "{{new string('a', 1000)}}" }""")).Length.ShouldBeLessThan(300);
}
