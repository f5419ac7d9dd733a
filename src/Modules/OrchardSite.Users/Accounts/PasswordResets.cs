using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Users.Accounts;

/// <summary>
/// Requests for a new password, answered one after the other behind the page: neither its words nor how long it takes tell
/// whether there is such an account.
/// </summary>
public sealed partial class PasswordResets(IServiceProvider services, ILogger<PasswordResets> logger) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<Request> _waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="name">User name or e-mail address, as it was typed.</param>
    public void Add(TenantIdentity tenant, string name) => _waiting.Writer.TryWrite(new Request(tenant, CultureInfo.CurrentUICulture, name));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(request, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, failure);
            }
        }
    }

    private async Task SendAsync(Request request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = request.Language;
        await using var scope = services.CreateTenantScope(request.Tenant);
        await scope.ServiceProvider.GetRequiredService<SendPasswordReset>().RunAsync(request.Name, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request for a new password could not be answered")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    private sealed record Request(TenantIdentity Tenant, CultureInfo Language, string Name);
}
