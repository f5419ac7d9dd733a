using OrchardSite.Directives;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveValidityTests
{
    private static readonly ForcePeriod All2026 = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    [Theory]
    [InlineData("2025-12-31", Validity.NotYetInForce)]
    [InlineData("2026-01-01", Validity.InForce)]
    [InlineData("2026-12-31", Validity.InForce)]
    [InlineData("2027-01-01", Validity.NoLongerInForce)]
    public void A_document_has_force_from_its_first_to_its_last_day(string day, Validity expected) => On(day, "a", All2026).ShouldBe(expected);

    [Theory]
    [InlineData(RelationEffect.EndsForce, Validity.NoLongerInForce)]
    [InlineData(RelationEffect.EndsForceInPart, Validity.PartlyInForce)]
    [InlineData(RelationEffect.SuspendsForce, Validity.Suspended)]
    [InlineData(RelationEffect.None, Validity.InForce)]
    public void Another_document_has_its_effect_from_the_day_it_takes_force(RelationEffect effect, Validity expected)
    {
        var effects = new DirectiveEffect("a", effect, "b", new ForcePeriod(new DateOnly(2026, 6, 1), null));

        On("2026-05-31", "a", All2026, effects).ShouldBe(Validity.InForce);
        On("2026-06-01", "a", All2026, effects).ShouldBe(expected);
    }

    [Fact]
    public void What_was_replaced_does_not_come_back_when_its_successor_ends()
    {
        var replacement = new DirectiveEffect("a", RelationEffect.EndsForce, "b", new ForcePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30)));

        On("2026-06-01", "a", All2026, replacement).ShouldBe(Validity.NoLongerInForce);
    }

    [Fact]
    public void A_suspension_lasts_as_long_as_what_orders_it()
    {
        var suspension = new DirectiveEffect("a", RelationEffect.SuspendsForce, "b", new ForcePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30)));

        On("2026-04-30", "a", All2026, suspension).ShouldBe(Validity.Suspended);
        On("2026-05-01", "a", All2026, suspension).ShouldBe(Validity.InForce);
    }

    [Fact]
    public void What_was_repealed_before_it_took_force_replaces_nothing()
    {
        var replacement = new DirectiveEffect("a", RelationEffect.EndsForce, "b", new ForcePeriod(new DateOnly(2026, 6, 1), null));
        var repeal = new DirectiveEffect("b", RelationEffect.EndsForce, "c", new ForcePeriod(new DateOnly(2026, 5, 1), null));

        On("2026-07-01", "a", All2026, replacement, repeal).ShouldBe(Validity.InForce);
        On("2026-07-01", "b", new ForcePeriod(new DateOnly(2026, 6, 1), null), replacement, repeal).ShouldBe(Validity.NoLongerInForce);
    }

    [Fact]
    public void Documents_that_end_each_other_in_a_circle_still_get_an_answer()
    {
        var period = new ForcePeriod(new DateOnly(2026, 1, 1), null);
        var circle = new[] { ("a", "b"), ("b", "c"), ("c", "a"), ("a", "a") }
            .Select(pair => new DirectiveEffect(pair.Item1, RelationEffect.EndsForce, pair.Item2, period)).ToArray();

        Enum.IsDefined(On("2026-07-01", "a", period, circle)).ShouldBeTrue();
    }

    private static Validity On(string day, string id, ForcePeriod period, params DirectiveEffect[] effects) =>
        DirectiveValidity.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), id, period, new DirectiveEffects(effects));
}
