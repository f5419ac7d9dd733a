using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>Which numbers are given, which is the next, and which are missing.</summary>
public sealed class RegisterModel(DirectiveRegister register) : AdminPage
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Year { get; private set; }

    public IReadOnlyList<string> Issuers { get; private set; } = [];

    public string? Issuer { get; private set; }

    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? year, string? issuer, CancellationToken cancellationToken)
    {
        if (!Actor.MayEdit(DirectiveData.ContentType))
        {
            return Forbidden(ContentPermissions.EditContent.Description);
        }

        Years = await register.YearsAsync(cancellationToken);
        if (Years.Count == 0)
        {
            return Page();
        }

        Year = year is { } asked && Years.Contains(asked) ? asked : Years[0];
        Issuers = await register.IssuersAsync(Year, cancellationToken);
        // Who is not among those of the year gives way to who has issued most in it.
        Issuer = issuer is not null && Issuers.Contains(issuer) ? issuer : Issuers[0];
        Series = await register.ReadAsync(Year, Issuer, cancellationToken);
        return Page();
    }
}
