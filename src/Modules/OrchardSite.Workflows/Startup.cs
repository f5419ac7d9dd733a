using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Delegation;
using OrchardSite.Workflows.Export;
using OrchardSite.Workflows.Inbox;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Picture;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Schedules;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => WorkflowsManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(WorkflowAudit.Operations);
        services.AddModelPart<WorkflowsModel>();
        services.AddPermissions(WorkflowPermissions.All);
        services.AddSingleton<WorkflowCheck>();
        services.AddSingleton<WorkflowFile>();
        services.AddSingleton<CheckTightening>();
        services.AddTenantCache<EditorialWorkflow, EditorialWorkflowSource>();
        services.AddHostedService<CheckWorkflow>();
        services.AddScoped<CurrentWorkflow>();
        services.AddScoped<SaveTightening>();

        services.AddScoped<ItemStates>();
        services.AddScoped<FourEyes>();
        services.AddScoped<Absences>();
        services.AddScoped<Standings>();
        services.AddScoped<MoveCheck>();
        services.AddScoped<MovesUnderWay>();
        services.AddScoped<MoveEffects>();
        services.AddScoped<MoveContent>();
        services.AddScoped<IContentGate, EditorialGate>();
        services.AddScoped<IContentMoves, EditorialMoves>();

        services.AddScoped<EditorialLog>();
        services.AddScoped<ItemThread>();
        services.AddScoped<Waiting>();
        services.AddScoped<Recipients>();
        services.AddScoped<NotifyAbout>();
        services.AddNotifications<EditorialNotifications, EditorialText>(ChangeKind.EditorialNews);
        services.AddScoped<MyNotifications>();
        services.AddSingleton<NotificationTexts>();
        services.AddSingleton<NotificationLetters>();
        services.AddChangeConsumer<KeepNotifications>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepNotifications>());
        services.AddSingleton<MailNotifications>();
        services.AddHostedService(provider => provider.GetRequiredService<MailNotifications>());
        services.AddChangeConsumer<NotificationStreams>();
        services.AddTopbarPart<Bell>();
        services.AddScoped<Originals>();
        services.AddScoped<OriginalChanges>();
        services.AddScoped<DepartmentNews>();
        services.AddScoped<CoApprovals>();
        services.AddScoped<CoApprovalRules>();
        services.AddScoped<ProposeItem>();
        services.AddScoped<AnswerProposal>();
        services.AddScoped<ReadProposal>();
        services.AddScoped<FollowOriginal>();
        services.AddSingleton<KeepProposals>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepProposals>());
        services.AddScoped<StateCounts>();
        services.AddScoped<OrchardWorkflow>();
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

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/" + NotificationStreams.Path, (HttpContext context, NotificationStreams streams, CurrentActor current, CurrentTenant tenant) => streams.OpenAsync(context, current, tenant));
}
