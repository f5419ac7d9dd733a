using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Editing;
using OrchardSite.Data;

namespace OrchardSite.Directives;

/// <summary>Tells the clerk of the number while it is typed: the next free one, the right form, whether it is taken.</summary>
internal sealed class DirectiveAdvice(SiteDbContext db, DirectiveRegister register, DirectiveDuplicates duplicates, IStringLocalizer localizer) : IContentAdvice
{
    private const string NumberField = "Directive.Number";
    private const string NumberControl = "Directive.Number.Text";
    private const string SymbolControl = "Directive.Symbol.Text";

    public string ContentType => DirectiveData.ContentType;

    public async Task<IReadOnlyList<Advice>> OfAsync(ContentDraft draft, CancellationToken cancellationToken)
    {
        var directive = DirectiveData.Of(draft);
        var isSeries = directive.System.Length > 0 && directive.Symbol.Length > 0 && directive.Issuer.Length > 0 && directive.IssuedOn is not null;
        if (directive.PlainNumber.Length == 0)
        {
            return isSeries ? [await NextAsync(directive, "", cancellationToken)] : [];
        }

        if (directive.Symbol.Length == 0)
        {
            return [];
        }

        if (!DirectiveNumber.IsWellFormed(directive.System, directive.PlainNumber, directive.Symbol))
        {
            var (number, symbol) = DirectiveNumber.ProposeParts(directive.System, directive.DocumentType, directive.PlainNumber, directive.Symbol);
            var message = localizer["“{0}” is not how such a document is numbered. The right form is {1}.", directive.Number, DirectiveNumber.Format(directive.System, number, symbol)];
            return [new Advice(NumberField, message, IsFault: true, new Dictionary<string, string> { [NumberControl] = number, [SymbolControl] = symbol })];
        }

        if (!isSeries)
        {
            return [];
        }

        return await duplicates.FindAsync(db, [draft], cancellationToken) is [var taken, ..]
            ? [await NextAsync(directive, taken.Message, cancellationToken)]
            : [new Advice(NumberField, localizer["{0} is free.", directive.Number], IsFault: false, Advice.Nothing)];
    }

    private async Task<Advice> NextAsync(DirectiveData directive, string fault, CancellationToken cancellationToken)
    {
        var next = await register.NextAsync(directive.System, directive.Symbol, directive.Issuer, directive.IssuedOn!.Value, cancellationToken);
        var message = localizer["The next free number: {0}.", DirectiveNumber.Format(directive.System, next, directive.Symbol)];
        return new Advice(NumberField, $"{fault} {message}".Trim(), fault.Length > 0, new Dictionary<string, string> { [NumberControl] = next });
    }
}
