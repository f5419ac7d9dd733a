using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Workflows;

/// <summary>
/// The newsroom of one site: a writer, another contributor, an editor, a secretary, the head, an administrator, a second head
/// (hand) who has edited every article, a deputy who approves what is to be approved already, a leader and a clerk.
/// </summary>
internal sealed class Room : IDisposable
{
    private readonly Dictionary<string, Colleague> _people = [];
    private int _made;

    public Colleague this[string person] => _people[person];

    public static async Task<Room> OpenAsync(PortalApp portal, string tenant)
    {
        var room = new Room();
        foreach (var (key, name, role) in new[]
        {
            ("writer", "Hoàng Thị Viết", Editors.Contributor), ("other", "Ma Văn Khác", Editors.Contributor), ("editor", "Lý Thị Biên", Editors.Editor),
            ("secretary", "Nông Văn Thư", "Thư ký"), ("head", "Vi Thị Trưởng", Editors.Head), ("admin", "Đỗ Văn Trị", Editors.Administrator),
            ("hand", "Chu Văn Sửa", Editors.Head), ("deputy", "Lương Thị Phó", Editors.Head), ("leader", "Bế Văn Lãnh", "Lãnh đạo"), ("clerk", "Trần Thị Văn", "Văn thư"),
        })
        {
            room._people[key] = await portal.HireAsync(tenant, name, role);
        }

        return room;
    }

    /// <summary>An article in a situation, of which the writer wrote the first version and the hand the newest.</summary>
    public async Task<SavedContent> MakeAsync(string situation)
    {
        var article = Samples.Article($"Hội chợ hàng Việt về nông thôn, phiên thứ {++_made}");
        var item = await EditedAsync(article, null);
        switch (situation)
        {
            case "InReview":
                await this["writer"].DoAsync(item, "Submit");
                break;
            case "Returned":
                await this["writer"].DoAsync(item, "Submit");
                await this["deputy"].DoAsync(item, "Return");
                break;
            case "Approved":
                await this["writer"].DoAsync(item, "Submit");
                await this["deputy"].DoAsync(item, "Approve");
                break;
            case "Scheduled":
                await this["writer"].DoAsync(item, "Submit");
                await this["deputy"].DoAsync(item, "ApproveAndSchedule");
                break;
            case "Forced":
                await this["hand"].DoAsync(item, "ForcePublish");
                break;
            case "Published" or "Revised" or "Withdrawn" or "Archived":
                await this["writer"].DoAsync(item, "Submit");
                await this["deputy"].DoAsync(item, "ApproveAndPublish");
                break;
        }

        switch (situation)
        {
            case "Revised":
                return await EditedAsync(article, item);
            case "Withdrawn":
                await this["deputy"].DoAsync(item, "Withdraw");
                break;
            case "Archived":
                await this["deputy"].DoAsync(item, "Withdraw");
                await this["editor"].DoAsync(item, "Archive");
                break;
        }

        return item;
    }

    public void Dispose()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }
    }

    private async Task<SavedContent> EditedAsync(System.Text.Json.Nodes.JsonObject article, SavedContent? over) =>
        await this["hand"].WriteAsync(article, await this["writer"].WriteAsync(article, over));
}
