namespace OrchardSite.Users.Mail;

/// <param name="Text">Plain text, in the language of who gets it.</param>
public sealed record Letter(string ToName, string ToAddress, string Subject, string Text)
{
    /// <summary>Makes a letter that is sent twice known as the same; null: it is sent once.</summary>
    public string? Id { get; init; }
}
