using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Users;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Inbox;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Picture;
using OrchardSite.Workflows.Schedules;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => WorkflowsManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModelPart<WorkflowsModel>();
        services.AddPermissions(WorkflowPermissions.All);
        services.AddSingleton<WorkflowCheck>();
        services.AddSingleton<WorkflowFile>();
        services.AddHostedService<CheckWorkflow>();

        services.AddScoped<ItemStates>();
        services.AddScoped<FourEyes>();
        services.AddScoped<MoveCheck>();
        services.AddScoped<MovesUnderWay>();
        services.AddScoped<MoveEffects>();
        services.AddScoped<MoveContent>();
        services.AddScoped<IContentGate, EditorialGate>();
        services.AddScoped<IContentMoves, EditorialMoves>();

        services.AddScoped<ItemThread>();
        services.AddScoped<StateCounts>();
        services.AddScoped<PlannedMoves>();
        services.AddScoped<RunPlannedMove>();
        services.AddScoped<ReadCalendar>();
        services.AddSingleton<KeepSchedule>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepSchedule>());
        services.AddScoped<TenantInbox>();
        services.AddScoped<MyInbox>();
        services.AddDashboardTile<InboxTile>();
        services.AddPagesOf(typeof(Startup).Assembly);
    }
}
