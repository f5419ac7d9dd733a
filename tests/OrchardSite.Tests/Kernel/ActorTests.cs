namespace OrchardSite.Tests.Kernel;

public sealed class ActorTests
{
    private static readonly Permission EditAll = new("EditContent", "Edit all");
    private static readonly Permission Edit = new("Edit_Article", "Edit articles", EditAll);
    private static readonly Permission EditOwn = new("EditOwn_Article", "Edit own articles", Edit);

    [Theory]
    [InlineData("EditContent", true, true, true)]
    [InlineData("Edit_Article", false, true, true)]
    [InlineData("EditOwn_Article", false, false, true)]
    [InlineData("editcontent", false, false, false)]
    public void A_permission_brings_along_those_it_includes_and_none_above(string held, bool editAll, bool edit, bool editOwn)
    {
        var person = Actor.Person(1, "Nguyễn Văn An", [held]);

        (person.Can(EditAll), person.Can(Edit), person.Can(EditOwn)).ShouldBe((editAll, edit, editOwn));
    }

    [Fact]
    public void Only_the_host_may_do_anything()
    {
        Actor.Host("orchardsite").Can(EditAll).ShouldBeTrue();
        Actor.Person(1, "Nguyễn Văn An", ["*", "Host"]).IsHost.ShouldBeFalse();
        (Actor.Anonymous.Can(EditOwn), Actor.Anonymous.Can(""), Actor.Anonymous.AccountId).ShouldBe((false, false, null));
    }

    [Fact]
    public void A_result_is_a_value_or_the_reasons_why_there_is_none()
    {
        OperationResult<int> done = 5;
        OperationResult<int> refused = new Refusal(RefusalKind.Conflict, "Đã có.");

        (done.Succeeded, done.Value, done.Refusals.Count).ShouldBe((true, 5, 0));
        refused.Succeeded.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => refused.Value).Message.ShouldBe("Đã có.");
    }

    [Fact]
    public void Ids_are_26_lower_case_letters_and_digits_each_another()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => UniqueId.New()).ToArray();

        ids.Distinct().Count().ShouldBe(1000);
        ids.ShouldAllBe(id => UniqueId.IsValid(id));
        new[] { null, "", "0123456789abcdefghjkmnpqr", "0123456789ABCDEFGHJKMNPQRS", "0123456789abcdefghjkmnpqr-" }.ShouldAllBe(id => !UniqueId.IsValid(id));
    }
}
