using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Definition;

/// <summary>How a site makes the workflow of all sites stricter for itself. It can make nothing looser.</summary>
public sealed record Tightening
{
    /// <summary>Name of the site's document.</summary>
    public const string Document = "editorial-workflow";

    public static Tightening None { get; } = new();

    /// <summary>Content types that go the way of the workflow here besides those of all sites.</summary>
    public IReadOnlyList<string> ContentTypes { get; init; } = [];

    /// <summary>Names of transitions that are not made here.</summary>
    public IReadOnlyList<string> Closed { get; init; } = [];

    /// <summary>Names of transitions that need a reason here.</summary>
    public IReadOnlyList<string> ReasonRequired { get; init; } = [];

    /// <summary>Of the roles that may make a transition, those that may here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Hours after which something is late here, by state.</summary>
    public IReadOnlyDictionary<string, int> DueHours { get; init; } = new Dictionary<string, int>();

    /// <summary>That of the site that the context is for; null where it has made nothing stricter.</summary>
    public static async Task<Tightening?> FindAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        await db.Set<SiteDocument>().Where(document => document.Name == Document).Select(document => document.Json).FirstOrDefaultAsync(cancellationToken) is { } json ? Read(json) : null;

    public static Tightening Read(string json) => JsonSerializer.Deserialize<Tightening>(json) ?? None;

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this)!;

    public EditorialWorkflow Apply(EditorialWorkflow workflow) => workflow with
    {
        ContentTypes = [.. workflow.ContentTypes.Union(ContentTypes)],
        States = [.. workflow.States.Select(state => DueHours.TryGetValue(state.Name, out var hours) ? state with { DueHours = hours } : state)],
        Transitions =
        [
            .. workflow.Transitions.Where(transition => !Closed.Contains(transition.Name)).Select(transition => transition with
            {
                By = Roles.TryGetValue(transition.Name, out var roles) ? [.. transition.By.Intersect(roles)] : transition.By,
                Reason = ReasonRequired.Contains(transition.Name) ? WorkflowReason.Required : transition.Reason,
            }),
        ],
    };
}
