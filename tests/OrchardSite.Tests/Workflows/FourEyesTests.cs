using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Tests.Workflows;

public sealed class FourEyesTests
{
    private static readonly string[] Actions =
    [
        "Save", "Save", "Save", "Submit", "Submit", "TakeBack", "Approve", "Approve", "ApproveAndPublish", "Return", "Publish", "PublishMinor", "ForcePublish", "Review", "Withdraw",
        "Archive", "Reopen", "Schedule", "ApproveAndSchedule", "ApproveAndSchedule", "Unschedule", "the time comes", "the time comes", "publish of the list", "take down of the list", "delete", "restore", "import",
    ];

    // Everybody may do everything, so that nothing but the second pair of eyes keeps them from it.
    private static readonly Actor[] People =
    [
        .. Enumerable.Range(1, 4).Select(id => Actor.Person(id, $"Người {id}", ["EditContent", "PublishContent", "DeleteContent", "ForcePublishContent", "ListContent"])),
        Actor.Host("Người quản lý hệ thống", 5),
    ];

    [Fact]
    public async Task Whatever_people_do_readers_see_no_version_without_a_second_pair_of_eyes_or_a_flag()
    {
        await using var portal = await PortalApp.StartAsync();
        var step = Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, Actions.Length - 1]);
        var published = 0;

        await step.Array[4, 16].SampleAsync(
            async steps =>
            {
                // The same on another site, of whose items nothing may be taken for these.
                foreach (var tenant in new[] { PortalApp.LangSon, PortalApp.VinhLong })
                {
                    var play = new Play(portal, tenant);
                    foreach (var (person, action) in steps)
                    {
                        await play.DoAsync(People[person], Actions[action]);
                        await play.CheckAsync();
                    }

                    published += play.Publications;
                }
            },
            iter: 60,
            threads: 1);

        published.ShouldBeGreaterThan(20, "The sequences hardly ever published anything, and showed nothing.");
    }

    [Fact]
    public async Task A_forced_publication_is_flagged_everywhere_until_somebody_else_has_reviewed_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await room.MakeAsync("Forced");
        const string Flag = "Xuất bản khẩn, chưa hậu kiểm";
        const string List = "Admin/Contents/ContentItems/Article";

        foreach (var path in new[] { List, $"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow", "Admin/Inbox" })
        {
            (await room["head"].GetAsync(path)).TextsOf(".state-warning").ShouldContain(Flag, path);
        }

        (await room["hand"].GetAsync("Admin/Inbox")).Body.ShouldNotContain(Flag);
        (await neighbour.GetAsync(List)).Body.ShouldNotContain(Flag);
        // Neither a further draft nor its approval by who forced it takes the flag away.
        var edited = await room["editor"].WriteAsync(Samples.Article("Hội chợ hàng Việt, thêm gian hàng"), item);
        (await room["head"].GetAsync(List)).TextsOf(".state-warning").ShouldContain(Flag);
        (await room["editor"].MoveAsync(edited, "Submit")).Status.ShouldBe(HttpStatusCode.Found);
        (await room["hand"].MoveAsync(edited, "ApproveAndPublish", ("changeNote", "Thêm gian hàng"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await room["head"].MoveAsync(edited, "ApproveAndPublish", ("changeNote", "Thêm gian hàng"))).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].GetAsync(List)).TextsOf(".state-warning").ShouldBeEmpty();

        var again = await room.MakeAsync("Forced");
        (await room["head"].GetAsync($"Admin/Contents/ContentItems/{again.ContentItemId}/Edit")).TextsOf(".state-warning").ShouldContain(Flag);
        (await room["head"].MoveAsync(again, "Review", ("reason", "Đã đối chiếu số liệu"))).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].GetAsync(List)).TextsOf(".state-warning").ShouldBeEmpty();
        (await room["head"].OpenAsync(again)).TextsOf(".entries .said").ShouldContain("Đã đối chiếu số liệu");
    }

    [Fact]
    public async Task A_person_brings_nothing_in_as_published_and_the_list_publishes_only_what_was_approved()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var draft = await room.MakeAsync("Draft");
        var approved = await room.MakeAsync("Approved");
        var chief = await room["head"].ActorAsync();
        var brought = Samples.Article("Bài đưa vào từ tệp của người dùng");
        brought["Published"] = true;
        brought["Latest"] = true;

        CultureInfo.CurrentUICulture = new CultureInfo("vi");
        var import = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<ImportContent>().RunAsync([brought], new ImportOptions(), chief));
        (import.Refusals[0].Kind, import.Refusals[0].Message).ShouldBe(
            (RefusalKind.Forbidden, "“Bài đưa vào từ tệp của người dùng” phải được đưa vào dưới dạng bản nháp: một người khác duyệt rồi bạn đọc mới thấy."));
        var list = await room["head"].PostAsync("Admin/Contents/ContentItems/Article", ("action", "Publish"), ("picked", Pick(draft)), ("picked", Pick(approved)));

        list.Status.ShouldBe(HttpStatusCode.Conflict);
        list.TextOf("#refusals").ShouldNotBeNull().ShouldEndWith("đang ở trạng thái “Nháp”: phải có người khác duyệt trước khi xuất bản.");
        list.TextOf("#notices").ShouldBe("Đã xuất bản: 1.");
        (await portal.RowAsync(PortalApp.LangSon, draft)).Publication.ShouldBe(Publication.None);
        (await portal.RowAsync(PortalApp.LangSon, approved)).Publication.ShouldBe(Publication.Approved);
        // What is published is not thrown away without the reason that taking it down needs.
        var thrown = await room["head"].PostAsync("Admin/Contents/ContentItems/Article", ("action", $"Delete|{Pick(approved)}"));
        thrown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        thrown.TextOf("#refusals").ShouldNotBeNull().ShouldEndWith("đang được xuất bản. Muốn gỡ, hãy mở quy trình của bài và nêu lý do.");
    }

    private static string Pick(SavedContent item) => $"{item.ContentItemId}|{item.VersionId}";

    /// <summary>One article, what was done with it, and what may be concluded from that alone.</summary>
    private sealed class Play(PortalApp portal, string tenant)
    {
        private readonly List<(int Person, string VersionId)> _approvals = [];
        private SavedContent? _newest;
        private string? _public;
        private int _publisher;
        private int _seen;
        private bool _isReviewed;

        public int Publications { get; private set; }

        public async Task DoAsync(Actor person, string action)
        {
            if (_newest is null)
            {
                _newest = (await portal.SaveAsync(tenant, Samples.Article(), actor: person)).Value;
                return;
            }

            var before = _newest;
            var done = action switch
            {
                "Save" => await SaveAsync(person),
                "publish of the list" => await portal.PublishAsync(tenant, _newest, person, "Cập nhật"),
                "take down of the list" => await portal.UnpublishAsync(tenant, _newest, person, "Sai số liệu"),
                "delete" => await portal.InTenantAsync(tenant, services => services.GetRequiredService<DeleteContent>().RunAsync(_newest.ContentItemId, _newest.VersionId, person)),
                "restore" => await portal.InTenantAsync(tenant, services => services.GetRequiredService<RestoreContent>().RunAsync(_newest.ContentItemId, person)),
                "the time comes" => await PassAsync(),
                "import" => await ImportAsync(person),
                _ => await portal.MoveAsync(tenant, _newest, action, person, "Theo kế hoạch", "Cập nhật", "Error", portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(1)),
            };
            if (done.Succeeded && action is "Approve" or "ApproveAndPublish" or "ApproveAndSchedule" or "PublishMinor" or "publish of the list")
            {
                // Whoever publishes what waits for review from the list approves it with that.
                _approvals.Add((person.AccountId!.Value, before.VersionId));
            }

            if (done.Succeeded && action == "Review")
            {
                var authors = await AuthorsAsync();
                authors.ShouldNotContain(person.AccountId);
                person.AccountId.ShouldNotBe(_publisher);
                _isReviewed = true;
            }

            _publisher = done.Succeeded && action is "ForcePublish" ? person.AccountId!.Value : _publisher;
        }

        public async Task CheckAsync()
        {
            var item = await portal.ReadAsync(tenant, db => db.Set<ContentItem>().AsNoTracking().SingleAsync(row => row.Id == _newest!.ContentItemId));
            if (item.PublishedVersionId is null)
            {
                (_public, _isReviewed) = (null, false);
                return;
            }

            if (item.PublishedVersionId != _public)
            {
                Publications++;
                (_public, _isReviewed) = (item.PublishedVersionId, false);
            }

            var authors = await AuthorsAsync();
            var number = await NumberAsync(_public);
            if (_isReviewed || _seen == number || _approvals.Any(approval => approval.VersionId == _public && !authors.Contains(approval.Person)))
            {
                _seen = number;
                return;
            }

            (await portal.RowAsync(tenant, _newest!)).Publication.ShouldBe(Publication.Forced);
        }

        // Those who wrote what no second person has seen of the public version.
        private async Task<IReadOnlyList<int?>> AuthorsAsync()
        {
            var last = await NumberAsync(_public);
            return await portal.ReadAsync(tenant, db => db.Set<ContentVersion>()
                .Where(version => version.ItemId == _newest!.ContentItemId && version.Number > _seen && version.Number <= last).Select(version => version.AuthorId).ToListAsync());
        }

        private async Task<int> NumberAsync(string? versionId) => versionId is null
            ? 0
            : await portal.ReadAsync(tenant, db => db.Set<ContentVersion>().Where(version => version.Id == versionId).Select(version => version.Number).SingleAsync());

        private async Task<OperationResult<SavedContent>> SaveAsync(Actor person)
        {
            var item = Samples.Article($"Hội chợ hàng Việt về nông thôn {Guid.NewGuid():N}");
            item["ContentItemId"] = _newest!.ContentItemId;
            var saved = await portal.SaveAsync(tenant, item, _newest.VersionId, person);
            _newest = saved.Succeeded ? saved.Value : _newest;
            return saved;
        }

        private async Task<OperationResult<SavedContent>> PassAsync()
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(2));
            await portal.Services.GetRequiredService<KeepSchedule>().RunAsync(TestContext.Current.CancellationToken);
            return _newest!;
        }

        private async Task<OperationResult<SavedContent>> ImportAsync(Actor person)
        {
            var item = (JsonObject)Samples.Article("Hội chợ đưa vào từ tệp").DeepClone();
            (item["ContentItemId"], item["ContentItemVersionId"], item["Published"], item["Latest"]) = (_newest!.ContentItemId, UniqueId.New(), true, true);
            var import = await portal.InTenantAsync(tenant, services => services.GetRequiredService<ImportContent>().RunAsync([item], new ImportOptions(), person));
            return import.Succeeded ? _newest : OperationResult<SavedContent>.Refused(import.Refusals);
        }
    }
}
