using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Export;

/// <summary>
/// The workflow of the current site as a recipe with Orchard Core's step <c>WorkflowType</c>, as near as its activities allow: a
/// state is a user task whose actions are the transitions, publishing and taking down are tasks of their own. Scoped.
/// </summary>
/// <remarks>Format: Orchard Core's <c>WorkflowType</c>, <c>ActivityRecord</c> and <c>Transition</c>.</remarks>
public sealed class OrchardWorkflow(SiteDbContext db, CurrentWorkflow current, IStringLocalizer localizer)
{
    private const int ColumnWidth = 320;
    private const int RowHeight = 150;

    /// <returns>The recipe, and what of the workflow it cannot carry, as sentences; the recipe's description names it too.</returns>
    public async Task<(JsonObject Recipe, IReadOnlyList<string> Lost)> MakeAsync(CancellationToken cancellationToken)
    {
        var workflow = current.Workflow;
        var lost = LostOf(workflow);
        var roles = await RolesAsync(workflow, cancellationToken);
        var graph = new Graph();
        graph.Add("start", "ContentCreatedEvent", 0, 0, new JsonObject { ["ContentTypeFilter"] = Array(workflow.ContentTypes) }, isStart: true);
        foreach (var (index, state) in workflow.States.Index())
        {
            var ways = workflow.From(state.Name).ToArray();
            graph.Add(state.Name, "UserTaskEvent", ColumnWidth, (index + 1) * RowHeight, new JsonObject
            {
                ["ActivityMetadata"] = new JsonObject { ["Title"] = state.DisplayName.ToString() },
                ["Actions"] = Array(ways.Select(transition => transition.DisplayName.ToString())),
                ["Roles"] = Array(ways.SelectMany(transition => transition.By).Distinct().SelectMany(role => roles[role]).Distinct()),
            });
        }

        graph.Link("start", "Done", workflow.Initial.Name);
        foreach (var (index, transition) in workflow.Transitions.Index().Where(pair => pair.Item.On is null))
        {
            var task = transition.Effect switch { WorkflowEffect.Publish => "PublishContentTask", WorkflowEffect.Unpublish => "UnpublishContentTask", _ => null };
            if (task is not null)
            {
                graph.Add(transition.Name, task, 2 * ColumnWidth, (index + 1) * RowHeight, new JsonObject { ["Content"] = new JsonObject { ["Expression"] = "" } });
                foreach (var outcome in new[] { transition.Effect == WorkflowEffect.Publish ? "Published" : "Unpublished", "Noop" })
                {
                    graph.Link(transition.Name, outcome, transition.To);
                }
            }

            foreach (var from in workflow.States.Where(state => transition.LeadsFrom(state.Name)))
            {
                graph.Link(from.Name, transition.DisplayName.ToString(), task is null ? transition.LeadsTo(from.Name) : transition.Name);
            }
        }

        return (Recipe(graph, lost), lost);
    }

    private JsonObject Recipe(Graph graph, IReadOnlyList<string> lost) => new()
    {
        ["name"] = "editorial-workflow",
        ["displayName"] = localizer["Editorial workflow"].Value,
        ["description"] = localizer["Not carried over: {0}", string.Join(' ', lost)].Value,
        ["issetuprecipe"] = false,
        ["steps"] = new JsonArray(
            new JsonObject { ["name"] = "Feature", ["enable"] = Array(["OrchardCore.Workflows", "OrchardCore.Workflows.UserTasks", "OrchardCore.Contents"]) },
            new JsonObject
            {
                ["name"] = "WorkflowType",
                ["data"] = new JsonArray(new JsonObject
                {
                    ["WorkflowTypeId"] = "editorialworkflow000000000",
                    ["Name"] = localizer["Editorial workflow"].Value,
                    ["IsEnabled"] = true,
                    ["IsSingleton"] = false,
                    ["LockTimeout"] = 0,
                    ["LockExpiration"] = 0,
                    ["DeleteFinishedWorkflows"] = false,
                    ["Activities"] = graph.Activities,
                    ["Transitions"] = graph.Transitions,
                }),
            }),
    };

    // A user task there has one list of roles for all its actions, and none of the rules below.
    private List<string> LostOf(EditorialWorkflow workflow)
    {
        var lost = new List<string> { localizer["Who may do what with a single item, and each action's own roles."] };
        Add(workflow.Transitions.Any(transition => transition.On is not null), localizer["What happens by itself: saving, recipes, schedules and expiry."]);
        Names(workflow.Transitions.Where(transition => transition.FourEyes), "The second person: {0}.");
        Names(workflow.Transitions.Where(transition => transition.IsForced), "The flag of what was published without one: {0}.");
        Names(workflow.Transitions.Where(transition => transition.Reason == WorkflowReason.Required), "Reasons: {0}.");
        Names(workflow.Transitions.Where(transition => transition.If.Count > 0), "Conditions: {0}.");
        Names(workflow.Transitions.Where(transition => transition.Effect == WorkflowEffect.Schedule), "Schedules: {0}.");
        Add(workflow.States.Any(state => state.DueHours is not null), localizer["Deadlines: {0}.", string.Join(", ", workflow.States.Where(state => state.DueHours is not null).Select(state => state.DisplayName))]);
        return lost;

        void Add(bool isLost, string sentence)
        {
            if (isLost)
            {
                lost.Add(sentence);
            }
        }

        void Names(IEnumerable<WorkflowTransition> transitions, string sentence)
        {
            var names = string.Join(", ", transitions.Select(transition => transition.DisplayName));
            Add(names.Length > 0, localizer[sentence, names]);
        }
    }

    // The roles of the site that play each part for every item of some type.
    private async Task<Dictionary<string, IReadOnlyList<string>>> RolesAsync(EditorialWorkflow workflow, CancellationToken cancellationToken)
    {
        var own = await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);
        return workflow.Roles.ToDictionary(role => role.Name, role => (IReadOnlyList<string>)[.. own.Where(site => Plays(site, role)).Select(site => site.Name)]);

        bool Plays(Role site, WorkflowRole role)
        {
            var actor = Actor.Person(0, site.Name, site.Permissions);
            return (role.Permission is null || actor.Can(role.Permission)) && workflow.ContentTypes.Any(type => role.Right switch
            {
                WorkflowRight.Publish => actor.MayPublish(type),
                WorkflowRight.Edit => actor.MayEdit(type),
                _ => actor.MayCreate(type),
            });
        }
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private sealed class Graph
    {
        public JsonArray Activities { get; } = [];

        public JsonArray Transitions { get; } = [];

        public void Add(string name, string activity, int x, int y, JsonObject properties, bool isStart = false) => Activities.Add(new JsonObject
        {
            ["ActivityId"] = IdOf(name),
            ["Name"] = activity,
            ["X"] = x,
            ["Y"] = y,
            ["IsStart"] = isStart,
            ["Properties"] = properties,
        });

        public void Link(string from, string outcome, string to) => Transitions.Add(new JsonObject
        {
            ["Id"] = 0,
            ["SourceActivityId"] = IdOf(from),
            ["SourceOutcomeName"] = outcome,
            ["DestinationActivityId"] = IdOf(to),
        });

        // Orchard Core's ids have 26 characters.
        private static string IdOf(string name) => name.ToLowerInvariant().PadRight(26, '0')[..26];
    }
}
