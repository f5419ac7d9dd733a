using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Export;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>Which numbers are given, which is the next, and which are missing.</summary>
public sealed class RegisterModel(DirectiveRegister register, RecordBooks books, TablePdf pdf, IStringLocalizer localizer) : AdminPage
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Year { get; private set; }

    public IReadOnlyList<string> Issuers { get; private set; } = [];

    public string? Issuer { get; private set; }

    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(int? year, string? issuer, CancellationToken cancellationToken) =>
        AnswerAsync(year, issuer, () => Task.FromResult<IActionResult>(Page()), cancellationToken);

    /// <summary>The book of what went out.</summary>
    public Task<IActionResult> OnGetXlsxAsync(int? year, string? issuer, CancellationToken cancellationToken) =>
        BookAsync(year, issuer, book => File(book.ToXlsx(localizer["Outgoing"]), TableFile.XlsxType, $"so-van-ban-di-{Year}.xlsx"), cancellationToken);

    public Task<IActionResult> OnGetPdfAsync(int? year, string? issuer, CancellationToken cancellationToken) => BookAsync(
        year,
        issuer,
        book => File(pdf.Write(localizer["Book of outgoing documents"], localizer["{0}, {1}", Issuer!, Year], book.Lines, RecordBooks.OutgoingWidths), TablePdf.ContentType, $"so-van-ban-di-{Year}.pdf"),
        cancellationToken);

    private Task<IActionResult> BookAsync(int? year, string? issuer, Func<TableFile, FileResult> write, CancellationToken cancellationToken) =>
        AnswerAsync(year, issuer, async () => Issuer is null ? NotFound() : write(await books.OutgoingAsync(Year, Issuer, cancellationToken)), cancellationToken);

    private async Task<IActionResult> AnswerAsync(int? year, string? issuer, Func<Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        if (!Actor.MayEdit(DirectiveData.ContentType))
        {
            return Forbidden(ContentPermissions.EditContent.Description);
        }

        Years = await register.YearsAsync(cancellationToken);
        if (Years.Count == 0)
        {
            return await answer();
        }

        Year = year is { } asked && Years.Contains(asked) ? asked : Years[0];
        Issuers = await register.IssuersAsync(Year, cancellationToken);
        // Who is not among those of the year gives way to who has issued most in it.
        Issuer = issuer is not null && Issuers.Contains(issuer) ? issuer : Issuers[0];
        Series = await register.ReadAsync(Year, Issuer, cancellationToken);
        return await answer();
    }
}
