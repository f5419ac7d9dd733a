using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Workflows;

public sealed class ExportTests
{
    [Fact]
    public async Task The_workflow_of_a_site_is_a_recipe_of_Orchard_Core_that_names_what_it_cannot_carry()
    {
        await using var portal = await PortalApp.StartAsync();
        using var head = await portal.HireAsync(PortalApp.LangSon, "Vi Thị Trưởng", Editors.Head);
        using var administrator = await portal.HireAsync(PortalApp.VinhLong, "Đỗ Văn Trị", Editors.Administrator);
        (await administrator.PostAsync("Admin/EditorialWorkflow/Settings", ("closed", "ForcePublish"))).Status.ShouldBe(HttpStatusCode.Found);

        var (recipe, type) = await ExportAsync(head);
        var (_, theirs) = await ExportAsync(administrator);

        // The verb, a process of its own, knows how the site has tightened it, too.
        var file = Path.Combine(portal.DataFolder, "workflow.json");
        var verb = await new PortalProgram(portal.DataFolder, portal.DatabaseSettings).RunAsync("workflow", "export", file, "--tenant", PortalApp.VinhLong, "--language", "vi");
        verb.ShouldSucceed();
        verb.Output.ShouldContain("- Người thứ hai: Duyệt,");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("forcepublish");

        var activities = type["Activities"]!.AsArray();
        var states = activities.Where(activity => activity!["Name"]!.GetValue<string>() == "UserTaskEvent").ToArray();
        states.Length.ShouldBe(8);
        var review = states.Single(state => state!["ActivityId"]!.GetValue<string>().StartsWith("inreview", StringComparison.Ordinal))!["Properties"]!;
        review["Actions"]!.AsArray().Select(action => action!.GetValue<string>()).ShouldContain("Duyệt và xuất bản");
        review["Roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldContain(Editors.Head);
        // Every line begins and ends at an activity, leaves a user task by one of its actions, and one event begins it all.
        var ids = activities.Select(activity => activity!["ActivityId"]!.GetValue<string>()).ToHashSet();
        ids.Count.ShouldBe(activities.Count);
        foreach (var line in type["Transitions"]!.AsArray())
        {
            ids.ShouldContain(line!["SourceActivityId"]!.GetValue<string>());
            ids.ShouldContain(line["DestinationActivityId"]!.GetValue<string>());
            var source = activities.Single(activity => activity!["ActivityId"]!.GetValue<string>() == line["SourceActivityId"]!.GetValue<string>())!;
            (source["Properties"]!["Actions"]?.AsArray().Select(action => action!.GetValue<string>()) ?? ["Done", "Published", "Unpublished", "Noop"]).ShouldContain(line["SourceOutcomeName"]!.GetValue<string>());
        }

        activities.Count(activity => activity!["IsStart"]!.GetValue<bool>()).ShouldBe(1);
        var told = recipe["description"]!.GetValue<string>();
        told.ShouldStartWith("Không chuyển được: ");
        told.ShouldContain("Người thứ hai: Duyệt, Duyệt và xuất bản, Duyệt và lên lịch đăng, Xuất bản sửa lỗi nhỏ, Hậu kiểm.");
        theirs["Activities"]!.AsArray().Select(activity => activity!["ActivityId"]!.GetValue<string>()).ShouldNotContain(id => id.StartsWith("forcepublish", StringComparison.Ordinal));
    }

    private static async Task<(JsonNode Recipe, JsonNode Type)> ExportAsync(Colleague person)
    {
        var answer = await person.GetAsync("Admin/EditorialWorkflow?handler=Export");
        answer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("editorial-workflow.recipe.json");
        var recipe = JsonNode.Parse(answer.Body)!;
        return (recipe, recipe["steps"]!.AsArray().Single(step => step!["name"]!.GetValue<string>() == "WorkflowType")!["data"]![0]!);
    }
}
