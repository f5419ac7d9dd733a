namespace OrchardSite.Users.Mail;

/// <param name="Text">Plain text, in the language of who gets it.</param>
public sealed record Letter(string ToName, string ToAddress, string Subject, string Text);
