namespace OrchardSite.Users.Mail;

/// <summary>A site as letters speak of it.</summary>
/// <param name="Address">What links begin with, without a slash at the end.</param>
public sealed record MailSite(string Name, string Address);
