using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Admin.Tenants;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Editing;
using OrchardSite.Data;
using OrchardSite.Directives.Consultations;
using OrchardSite.Directives.Delivery;
using OrchardSite.Directives.Export;
using OrchardSite.Directives.Signatures;
using OrchardSite.Directives.Units;
using OrchardSite.Media;
using OrchardSite.Search.Facets;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Users;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Directives;

public sealed class Startup : StartupBase
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public override Manifest Manifest => DirectivesManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(DirectiveAudit.Operations);
        services.AddReservedPaths(DirectiveList.Path, ReceivedList.Path, ConsultationList.Path);
        services.AddModelPart<DirectivesModel>();
        DirectiveTypes.Add(services);
        services.AddSingleton<IContentRule, DirectiveRule>();
        services.AddSingleton<DirectiveDuplicates>();
        services.AddSingleton<DirectiveCycles>();
        services.AddScoped<DirectiveRegister>();
        services.AddScoped<IContentAdvice, DirectiveAdvice>();
        services.AddScoped<IContentMapper, DirectiveMapper>();

        services.AddPermissions(DeliveryPermissions.All);
        services.AddScoped<UnitRegister>();
        services.AddScoped<ISiteLinks, UnitLinks>();
        services.AddScoped<DeliverDirective>();
        services.AddSingleton<IPackedContent, PackedDirective>();
        services.AddScoped<PassedOn>();
        services.AddScoped<PassOnDelivery>();
        services.AddScoped<DirectiveSource>();
        services.AddScoped<MoveDelivery>();
        services.AddSingleton<IStoreUser, DeliveryFileHashes>();
        services.AddScoped<DeliveryReader>();
        services.AddScoped<DeliveryReport>();
        services.AddScoped<DeliveryProof>();
        services.AddScoped<RecordBooks>();
        services.AddSingleton<TablePdf>();
        services.AddSingleton<DeliveryTexts>();
        services.AddNotifications<DeliveryNotifications, DeliveryNotificationText>(ChangeKind.DirectiveNews);
        services.AddSingleton<RemindOfDeliveries>();
        services.AddHostedService(provider => provider.GetRequiredService<RemindOfDeliveries>());
        services.AddDashboardTile<ReceivedTile>();
        services.AddPagesOf(typeof(Startup).Assembly);

        services.AddTenantCache<DirectiveEffects, DirectiveEffectsSource>();
        services.AddTenantCache<DirectiveCatalog, DirectiveCatalogSource>();
        services.AddScoped<DirectiveChoices>();
        services.AddSingleton<ILiquidSetup, DirectiveLinks>();
        services.AddSingleton<DirectiveFacts>();

        services.AddSingleton<ISearchFacet, DocumentTypeFacet>();
        services.AddSingleton<ISearchFacet, ValidityFacet>();

        services.AddScoped<DirectiveReader>();
        services.AddScoped<DirectiveRelations>();
        services.AddSingleton<FileSignatures>();
        services.AddScoped<DirectiveFiles>();
        services.AddScoped<DirectiveList>();
        services.AddScoped<ReceivedList>();
        services.AddScoped<ValidityApi>();
        services.AddScoped<IContentDisplay, DirectiveDisplay>();
        services.AddScoped<IContentDisplay, NewestDirectivesDisplay>();

        services.AddModelPart<ConsultationsModel>();
        services.AddPermissions(ConsultationPermissions.All);
        services.Configure<CommentLimitOptions>(configuration.GetSection("CommentLimits"));
        services.AddSingleton<CommentLimits>();
        services.AddSingleton<FormStamp>();
        services.AddSingleton<ConsultationTexts>();
        services.AddSingleton<CommentTable>();
        services.AddSingleton<IContentRule, ConsultationRule>();
        services.AddScoped<CommentReader>();
        services.AddScoped<CommentLog>();
        services.AddScoped<OpenComment>();
        services.AddScoped<SubmitComment>();
        services.AddScoped<JudgeComments>();
        services.AddScoped<AnswerComment>();
        services.AddScoped<EraseCommenter>();
        services.AddSingleton<ForgetContacts>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetContacts>());
        services.AddDashboardTile<UnansweredTile>();
        services.AddScoped<ConsultationList>();
        services.AddScoped<CommentForm>();
        services.AddScoped<IContentDisplay, ConsultationDisplay>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var ofFeature = routes.ForFeature(DirectivesManifest.Feature);
        ofFeature.MapMethods($"/{DirectiveList.Path}", Reads, (HttpContext context, DirectiveList list) => list.SendAsync(context));
        ofFeature.MapMethods($"/{DirectiveList.FeedPath}", Reads, (HttpContext context, DirectiveList list) => list.SendFeedAsync(context));
        ofFeature.MapMethods($"/{DirectiveList.CsvPath}", Reads, (HttpContext context, DirectiveList list) => list.SendTableAsync(context, isXlsx: false));
        ofFeature.MapMethods($"/{DirectiveList.XlsxPath}", Reads, (HttpContext context, DirectiveList list) => list.SendTableAsync(context, isXlsx: true));
        ofFeature.MapMethods($"/{ReceivedList.Path}", Reads, (HttpContext context, ReceivedList list) => list.SendAsync(context));
        ofFeature.MapMethods($"/{ValidityApi.Path}", Reads, (string? number, string? on, ValidityApi api, CancellationToken cancellationToken) => api.AnswerAsync(number, on, cancellationToken));
        ofFeature.MapMethods($"/{ConsultationList.Path}", Reads, (HttpContext context, ConsultationList list) => list.SendAsync(context));
        ofFeature.MapMethods($"/{CommentForm.PathOf("{id}")}", Reads, (HttpContext context, string id, CommentForm form) => form.ShowAsync(context, id));
        ofFeature.MapPost($"/{CommentForm.PathOf("{id}")}", (HttpContext context, string id, CommentForm form) => form.TakeAsync(context, id));
        ofFeature.MapMethods($"/{ConsultationList.Path}/{{id}}/da-nhan/{{comment}}", Reads, (HttpContext context, string id, string comment, CommentForm form) => form.ThankAsync(context, id, comment));
    }
}
