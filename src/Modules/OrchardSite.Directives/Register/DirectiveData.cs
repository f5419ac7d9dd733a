using System.Globalization;
using OrchardSite.Content;
using OrchardSite.Text;

namespace OrchardSite.Directives;

/// <summary>What this module reads of a directive, whether it is being written or read.</summary>
public sealed record DirectiveData
{
    /// <summary>Name of the content type, and of the part with its fields.</summary>
    public const string ContentType = "Directive";

    private const string PublicVisibility = "CongKhai";

    private DirectiveData(Func<string, string, string?> text)
    {
        System = text("System", "Text") ?? "";
        DocumentType = text("DocumentType", "Text") ?? "";
        PlainNumber = text("Number", "Text") ?? "";
        Symbol = text("Symbol", "Text") ?? "";
        Issuer = text("Issuer", "Text")?.Trim() ?? "";
        IssuedOn = Date(text("IssuedOn", "Value"));
        EffectiveFrom = Date(text("EffectiveFrom", "Value"));
        EffectiveTo = Date(text("EffectiveTo", "Value"));
        IsForEveryReader = text("Visibility", "Text") == PublicVisibility;
    }

    public string System { get; }

    public string DocumentType { get; }

    public string PlainNumber { get; }

    public string Symbol { get; }

    /// <summary>As people write it.</summary>
    public string Number => DirectiveNumber.Format(System, PlainNumber, Symbol);

    /// <summary>Under which it is found however it is written.</summary>
    public string NumberKey => VietnameseText.NumberKey(Number);

    public string Issuer { get; }

    public DateOnly? IssuedOn { get; }

    public DateOnly? EffectiveFrom { get; }

    /// <summary>The last day in force.</summary>
    public DateOnly? EffectiveTo { get; }

    public bool IsForEveryReader { get; }

    public ForcePeriod Force => new(EffectiveFrom ?? IssuedOn ?? DateOnly.MinValue, EffectiveTo);

    public static DirectiveData Of(ContentDraft draft) => new((field, member) => draft.Text(ContentType, field, member));

    public static DirectiveData Of(ContentView item) => new((field, member) => item.Text(ContentType, field, member));

    internal static DateOnly? Date(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
