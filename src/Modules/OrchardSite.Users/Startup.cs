using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Mail;
using OrchardSite.Users.Members;
using OrchardSite.Users.Pages.Account;
using OrchardSite.Users.Providers;
using OrchardSite.Users.Roles;
using OrchardSite.Users.SecondFactor;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => UsersManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(UserAudit.Operations);
        services.AddModelPart<UsersModel>();
        services.AddReservedPaths(AccountPaths.SignIn, AccountPaths.SignOut, AccountPaths.Account);
        services.AddPermissions(UserPermissions.ManageUsers, UserPermissions.ManageRoles);
        services.AddSingleton<PermissionCatalog>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<TenantMembers>();
        services.AddScoped<SaveRole>();
        services.AddScoped<RemoveRole>();

        AddAccounts(services);
        AddSessions(services, configuration);
        AddSecondFactor(services);
        AddMembers(services);
        AddMail(services, configuration);
        AddLimits(services, configuration);
        AddPages(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapMethods($"/{AccountPaths.Style}", [HttpMethods.Get, HttpMethods.Head], AccountStyle.SendAsync);

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password = new PasswordOptions
            {
                RequiredLength = 12,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        }).AddErrorDescriber<AccountErrors>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SetPassword>();
        services.AddScoped<SaveProfile>();
        services.AddScoped<SetPasswordByLink>();
        services.AddScoped<SendPasswordReset>();
        services.AddSingleton<PasswordResets>();
        services.AddHostedService(provider => provider.GetRequiredService<PasswordResets>());
        services.AddScoped<AccountFinder>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<EnsureHostAdministrator>();
    }

    private static void AddSessions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SessionEvents>();
        services.AddScoped<CreateSignInLink>();
        services.AddScoped<UseSignInLink>();
        services.AddScoped<SignInWithPassword>();
        services.AddScoped<Entrance>();
        services.AddScoped<BeginSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<EndOtherSessions>();
        var authentication = services.AddAuthentication(Session.Scheme).AddCookie(options =>
        {
            options.Cookie.Name = OrchardSiteCookie.Name;
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = AccountSession.Lifetime;
            options.SlidingExpiration = true;
            options.LoginPath = $"/{AccountPaths.SignIn}";
            options.ReturnUrlParameter = "returnUrl";
            options.EventsType = typeof(SessionEvents);
        }).AddCookie(PendingSignIn.Scheme, options =>
        {
            options.Cookie.Name = PendingSignIn.Cookie;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = PendingSignIn.Lifetime;
            options.SlidingExpiration = false;
        });
        services.AddScoped<SignInWithProvider>();
        var providers = new OpenIdProviders(configuration.GetSection("OpenIdConnect").Get<OpenIdProvider[]>() ?? []);
        services.AddSingleton(providers);
        if (providers.All.Any())
        {
            ProviderSignIn.Add(authentication, providers);
        }

        // One name for all nodes and versions, so that sessions outlive a move of the program's folder.
        services.AddDataProtection().SetApplicationName("OrchardSite");
        services.AddOptions<KeyManagementOptions>().Configure<PortalPaths, ILoggerFactory>(
            (options, paths, loggers) => options.XmlRepository = KeyFolder.Open(paths, loggers));
    }

    private static void AddSecondFactor(IServiceCollection services)
    {
        services.AddSingleton<AuthenticatorKeys>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<SignInWithCode>();
        services.AddScoped<StartSecondFactor>();
        services.AddScoped<ConfirmSecondFactor>();
        services.AddScoped<RenewRecoveryCodes>();
        services.AddScoped<TurnOffSecondFactor>();
    }

    private static void AddMembers(IServiceCollection services)
    {
        services.AddScoped<MemberRules>();
        services.AddScoped<InvitationDelivery>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<ChangeMembership>();
        services.AddScoped<EndMembership>();
    }

    private static void AddMail(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddScoped<Mailer>();
    }

    private static void AddLimits(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SignInLimitOptions>(configuration.GetSection("SignInLimits"));
        services.AddSingleton<SignInLimits>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddMvcCore()
            .AddAuthorization()
            .AddRazorPages();
        services.AddPagesOf(typeof(Startup).Assembly);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "orchardsite-form";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
