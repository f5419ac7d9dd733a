using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Text;

namespace OrchardSite.Directives.Consultations;

/// <summary>What a reader has typed into the form, as plain text in NFC.</summary>
public sealed partial record CommentInput
{
    public string Name { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>True when the reader has agreed to what the form says about their data.</summary>
    public bool Consents { get; init; }

    /// <summary>The phone number without what people put between its digits.</summary>
    public string PhoneDigits => CountryCode().Replace(Between().Replace(Phone, ""), "0");

    /// <summary>The same for the same words from the same contact.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Email.ToLowerInvariant(), PhoneDigits, Text))));

    public static CommentInput Read(IFormCollection form) => new()
    {
        Name = Line(form["name"].ToString()),
        Organisation = Line(form["organisation"].ToString()),
        Email = Line(form["email"].ToString()),
        Phone = Line(form["phone"].ToString()),
        Text = Clean(form["text"].ToString()),
        Consents = form["consent"] == "1",
    };

    public IEnumerable<Refusal> Check(IStringLocalizer localizer)
    {
        if (Name.Length is 0 or > ConsultationComment.LongestName)
        {
            yield return Refuse("name", localizer["Give your name, in {0} characters at most.", ConsultationComment.LongestName]);
        }

        if (Organisation.Length > ConsultationComment.LongestOrganisation)
        {
            yield return Refuse("organisation", localizer["The name of the organisation may have {0} characters at most.", ConsultationComment.LongestOrganisation]);
        }

        if (Email.Length == 0 && Phone.Length == 0)
        {
            yield return Refuse("email", localizer["Give an e-mail address or a phone number at which we can reach you."]);
        }

        if (Email.Length > 0 && !IsEmail(Email))
        {
            yield return Refuse("email", localizer["This is no e-mail address. An example: {0}", "ten@example.vn"]);
        }

        if (Phone.Length > 0 && !VietnamesePhone().IsMatch(PhoneDigits))
        {
            yield return Refuse("phone", localizer["A phone number begins with 0 and has 10 or 11 digits."]);
        }

        if (Text.Length is < ConsultationComment.ShortestText or > ConsultationComment.LongestText)
        {
            yield return Refuse("text", localizer["The comment must have {0} to {1} characters; it has {2}.", ConsultationComment.ShortestText, ConsultationComment.LongestText, Text.Length]);
        }

        if (!Consents)
        {
            yield return Refuse("consent", localizer["Without your consent to keeping your data the comment cannot be taken."]);
        }
    }

    private static Refusal Refuse(string field, string message) => new(RefusalKind.Invalid, message, field);

    private static bool IsEmail(string text) =>
        text.Length <= ConsultationComment.LongestEmail && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static string Line(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Clean(string text) =>
        VietnameseText.ToNfc(string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)))).Trim();

    [GeneratedRegex(@"[\s.()-]")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\+84")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^0\d{9,10}$", RegexOptions.ECMAScript)]
    private static partial Regex VietnamesePhone();
}
