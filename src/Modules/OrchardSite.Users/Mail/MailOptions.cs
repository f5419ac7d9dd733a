using MailKit.Security;

namespace OrchardSite.Users.Mail;

public enum MailSecurity
{
    /// <summary>TLS after a greeting in the clear, as port 587 has it; a server without TLS is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte, as port 465 has it.</summary>
    Tls,

    /// <summary>In the clear, for a server on the same machine.</summary>
    None,
}

/// <summary>Settings <c>Mail:*</c>. Without a host and a sender nothing is sent.</summary>
public sealed class MailOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; }

    /// <summary>Empty: the server asks nobody who they are.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The sender, as an address or <c>Name &lt;address&gt;</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>Such as <c>https://portal.example.vn</c>: where people find the sites that have no host of their own.</summary>
    public string PortalAddress { get; init; } = "";

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
