using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Tests.Workflows;

public sealed class DefinitionTests
{
    private const string Sound = """
        {
          "ContentTypes": ["Article"],
          "Roles": [{ "Name": "Writer", "DisplayName": { "vi": "Người viết", "en": "Writer" }, "Right": "Write" }],
          "States": [
            { "Name": "Draft", "DisplayName": { "vi": "Nháp", "en": "Draft" }, "IsInitial": true },
            { "Name": "Published", "DisplayName": { "vi": "Đã xuất bản", "en": "Published" }, "IsPublic": true }
          ],
          "Transitions": [
            { "Name": "Edit", "DisplayName": { "vi": "Sửa", "en": "Edit" }, "On": "Save", "From": ["*"], "To": "Draft" },
            { "Name": "Import", "DisplayName": { "vi": "Đưa vào", "en": "Bring in" }, "On": "Import", "From": ["*"], "To": "Published" },
            { "Name": "Publish", "DisplayName": { "vi": "Xuất bản", "en": "Publish" }, "From": ["Draft"], "To": "Published", "By": ["Writer"], "FourEyes": true, "Effect": "Publish" }
          ]
        }
        """;

    private static readonly (string Sound, string Wrong, string Fault)[] Faults =
    [
        ("\"To\": \"Published\", \"By\"", "\"To\": \"Nowhere\", \"By\"", "Transitions[2].To: Quy trình không có trạng thái Nowhere."),
        ("\"By\": [\"Writer\"]", "\"By\": [\"Chief\"]", "Transitions[2].By[0]: Quy trình không có vai Chief."),
        ("\"By\": [\"Writer\"]", "\"By\": []", "Transitions[2].By: Không ai được thực hiện bước này."),
        ("\"From\": [\"Draft\"]", "\"From\": []", "Transitions[2].From: Bước này không bắt đầu từ trạng thái nào."),
        ("\"IsInitial\": true", "\"IsInitial\": false", "States: Phải có đúng một trạng thái khởi đầu."),
        ("\"Name\": \"Published\"", "\"Name\": \"Draft\"", "States[1]: Có hai mục cùng tên Draft."),
        ("\"Right\": \"Write\"", "\"Right\": \"Write\", \"Permission\": \"Fly\"", "Roles[0].Permission: Không mô-đun nào có quyền Fly."),
        ("\"FourEyes\": true, \"Effect\": \"Publish\"", "\"IsForced\": true, \"Effect\": \"Publish\"", "Transitions[2].Reason: Xuất bản không qua người thứ hai phải có lý do."),
        ("\"FourEyes\": true, \"Effect\": \"Publish\"", "\"IsForced\": true", "Transitions[2].IsForced: Chỉ bước xuất bản không qua người thứ hai mới là xuất bản khẩn."),
        ("\"FourEyes\": true, \"Effect\": \"Publish\"", "\"Effect\": \"Review\"", "Transitions[2].FourEyes: Hậu kiểm phải do người thứ hai làm."),
        ("\"FourEyes\": true, \"Effect\": \"Publish\"", "\"FourEyes\": true", "Transitions[2].To: Bước này dẫn đến trạng thái bạn đọc thấy nhưng không xuất bản gì."),
        ("\"From\": [\"Draft\"], \"To\": \"Published\"", "\"From\": [\"Published\"], \"To\": \"Draft\"", "Transitions[2].To: Bước này xuất bản nhưng dẫn đến trạng thái bạn đọc không thấy."),
        ("\"On\": \"Save\", \"From\": [\"*\"]", "\"On\": \"Save\", \"From\": [\"Draft\"]", "States[1]: Không có đường nào ra khỏi trạng thái Published."),
        ("\"States\": [", "\"States\": [ { \"Name\": \"Lost\", \"DisplayName\": { \"vi\": \"Lạc\", \"en\": \"Lost\" } },", "States[0]: Không có đường nào dẫn đến trạng thái Lost."),
        ("\"IsPublic\": true", "\"IsPublic\": false", "Transitions[2].To: Bước này xuất bản nhưng dẫn đến trạng thái bạn đọc không thấy."),
        ("\"On\": \"Import\", \"From\": [\"*\"]", "\"On\": \"Import\", \"From\": [\"Published\"]", "Transitions: Sự kiện Import không có bước chuyển từ trạng thái khởi đầu."),
        ("\"From\": [\"Draft\"], \"To\"", "\"From\": [\"Draft\"], \"Too\"", "Transitions[2].Too: Dòng 11: định nghĩa quy trình không có nội dung như vậy ở chỗ này."),
        ("\"Effect\": \"Publish\"", "\"Effect\": \"Burn\"", "Transitions[2].Effect: Dòng 11: định nghĩa quy trình không có nội dung như vậy ở chỗ này."),
        ("\"FourEyes\": true, \"Effect\": \"Publish\"", "\"FourEyes\": true, \"Effect\": \"Publish\" }, { \"Name\": \"Later\", \"DisplayName\": { \"vi\": \"Sau\", \"en\": \"Later\" }, \"From\": [\"Draft\"], \"To\": \"Draft\", \"By\": [\"Writer\"], \"Effect\": \"Schedule\"", "Transitions[3].To: Khi đến giờ, không có gì xuất bản nó ở đó: Later."),
    ];

    [Fact]
    public async Task What_is_wrong_with_a_definition_is_named_with_its_place()
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var (sound, wrong, expected) in Faults)
        {
            Sound.ShouldContain(sound);
            (await FaultsAsync(portal, Sound.Replace(sound, wrong, StringComparison.Ordinal))).ShouldContain(expected, wrong);
        }
    }

    [Fact]
    public async Task A_sound_definition_has_no_fault()
    {
        await using var portal = await PortalApp.StartAsync();

        (await FaultsAsync(portal, Sound)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_portal_does_not_start_without_a_definition()
    {
        var folder = Directory.CreateTempSubdirectory("orchardsite-recipes-");
        try
        {
            var refused = await Should.ThrowAsync<WorkflowException>(() => PortalApp.StartAsync(services: services =>
            {
                var paths = (PortalPaths)services.Last(service => service.ServiceType == typeof(PortalPaths)).ImplementationInstance!;
                services.AddSingleton(new PortalPaths(paths.Data) { Recipes = folder.FullName });
            }));

            refused.Faults.ShouldHaveSingleItem().Place.ShouldBe("$");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_portal_does_not_start_with_a_definition_that_has_no_state_for_items_there_are()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            var db = services.GetRequiredService<SiteDbContext>();
            // As if the portal started with another definition than the last time.
            await db.Set<CheckedDefinition>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Sha256, "another"), TestContext.Current.CancellationToken);
            return await db.Set<EditorialItem>().Where(row => row.ItemId == item.ContentItemId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, "Lost"), TestContext.Current.CancellationToken);
        });
        CultureInfo.CurrentUICulture = new CultureInfo("vi");
        var check = portal.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "CheckWorkflow");

        var refused = await Should.ThrowAsync<WorkflowException>(() => check.StartAsync(TestContext.Current.CancellationToken));

        refused.Message.ShouldBe("editorial-workflow.json: States: 1 mục của trang xttm-lang-son đang ở trạng thái mà quy trình không còn nữa: “Khai mạc hội chợ hàng Việt về nông thôn” (Lost).");
    }

    private static Task<IReadOnlyList<string>> FaultsAsync(PortalApp portal, string json) => portal.InTenantAsync(PortalApp.Department, services =>
    {
        CultureInfo.CurrentUICulture = new CultureInfo("vi");
        try
        {
            var workflow = WorkflowFile.Read(json, services.GetRequiredService<IStringLocalizer>());
            return Task.FromResult<IReadOnlyList<string>>([.. services.GetRequiredService<WorkflowCheck>().Find(workflow).Select(fault => $"{fault.Place}: {fault.Message}")]);
        }
        catch (WorkflowException refused)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. refused.Faults.Select(fault => $"{fault.Place}: {fault.Message}")]);
        }
    });
}
