using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using OrchardSite.Tenants;

namespace OrchardSite.Users.Mail;

/// <summary>Sends the letters of the current site.</summary>
public sealed partial class Mailer(
    IOptions<MailOptions> options, CurrentTenant current, TenantDirectory tenants, TenantCache<SiteSettings> settings, ILogger<Mailer> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MailOptions _options = options.Value;

    /// <summary>
    /// The site that letters speak of; null when it can send none. Its address comes from settings alone: what a request
    /// says of its host can be made up by who wants to lead others astray.
    /// </summary>
    public async ValueTask<MailSite?> FindSiteAsync()
    {
        if (_options.Host.Length == 0 || _options.From.Length == 0 || tenants.Find(current.Id) is not { } tenant)
        {
            return null;
        }

        var site = await settings.GetAsync(tenant.Id);
        var origin = site.BaseUrl.Length > 0 ? new Uri(site.BaseUrl).GetLeftPart(UriPartial.Authority)
            : tenant.Hosts.Count > 0 ? "https://" + tenant.Hosts[0]
            : _options.PortalAddress.TrimEnd('/');
        return origin.Length > 0 ? new MailSite(site.NameOf(tenant), origin + tenant.PathBase) : null;
    }

    /// <returns>False when the letter could not be handed over; the log says why.</returns>
    public async Task<bool> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await HandOverAsync(letter, patience.Token);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(logger, failure, _options.Host, _options.Port);
            return false;
        }
    }

    private async Task HandOverAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(MailboxAddress.Parse(_options.From));
        message.To.Add(new MailboxAddress(letter.ToName, letter.ToAddress));
        // So that nobody's "I am on holiday" answers a program.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Id is { } id)
        {
            message.MessageId = $"{id}@{MailboxAddress.Parse(_options.From).Domain}";
        }

        using var server = new SmtpClient();
        await server.ConnectAsync(_options.Host, _options.Port, _options.SocketOptions, cancellationToken);
        if (_options.UserName.Length > 0)
        {
            await server.AuthenticateAsync(_options.UserName, _options.Password, cancellationToken);
        }

        await server.SendAsync(message, cancellationToken);
        await server.DisconnectAsync(quit: true, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter could not be handed over to the mail server {Host}:{Port}")]
    private static partial void LogFailure(ILogger logger, Exception failure, string host, int port);
}
