using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Tenants;

/// <summary>What a person in charge of a site sets for it as a whole; the members mean what they do in <see cref="SiteSettings"/>.</summary>
/// <param name="PageSize">Null: what was typed is no number.</param>
public sealed record GeneralSettings(string SiteName, string BaseUrl, string TimeZoneId, string Culture, int? PageSize);

/// <summary>Changes the general settings of the current site. Scoped.</summary>
public sealed class SaveSiteSettings(SiteDbContext db, SaveSiteDocument documents, IStringLocalizer localizer)
{
    public const int LongestName = 255;
    public const int LargestPage = 100;

    public static IReadOnlyList<string> Cultures { get; } = ["vi", "en"];

    public static bool IsBaseUrl(string text) =>
        text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length == 0);

    /// <summary>Of the settings as they are now; null where the site has none.</summary>
    public Task<int?> RevisionAsync(CancellationToken cancellationToken) =>
        db.Set<SiteDocument>().Where(row => row.Name == SiteSettings.Document).Select(row => (int?)row.Revision).FirstOrDefaultAsync(cancellationToken);

    /// <param name="revision">Of the settings that the person saw.</param>
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(GeneralSettings typed, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(TenantPermissions.ManageSettings))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change the settings of this site."]);
        }

        typed = typed with { SiteName = VietnameseText.ToNfc(typed.SiteName).Trim(), BaseUrl = typed.BaseUrl.Trim() };
        if (Check(typed).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<bool>.Refused(refusals);
        }

        if (await RevisionAsync(cancellationToken) != revision)
        {
            return Stale();
        }

        var settings = await documents.ReadAsync(SiteSettings.Document, cancellationToken) as JsonObject ?? [];
        settings[nameof(SiteSettings.SiteName)] = typed.SiteName;
        settings[nameof(SiteSettings.BaseUrl)] = typed.BaseUrl;
        settings[nameof(SiteSettings.TimeZoneId)] = typed.TimeZoneId;
        settings[nameof(SiteSettings.Culture)] = typed.Culture;
        settings[nameof(SiteSettings.PageSize)] = typed.PageSize;
        try
        {
            return await documents.RunAsync(SiteSettings.Document, settings, actor, cancellationToken: cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || revision is null)
        {
            return Stale();
        }
    }

    private IEnumerable<Refusal> Check(GeneralSettings typed)
    {
        if (typed.SiteName.Length is 0 or > LongestName)
        {
            yield return Invalid(nameof(typed.SiteName), localizer["A site's name has 1 to {0} characters.", LongestName]);
        }

        if (!IsBaseUrl(typed.BaseUrl))
        {
            yield return Invalid(nameof(typed.BaseUrl), localizer["“{0}” is no address of a site; give one such as https://portal.example.vn.", typed.BaseUrl]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(typed.TimeZoneId, out _))
        {
            yield return Invalid(nameof(typed.TimeZoneId), localizer["There is no time zone {0}.", typed.TimeZoneId]);
        }

        if (!Cultures.Contains(typed.Culture))
        {
            yield return Invalid(nameof(typed.Culture), localizer["The portal does not speak “{0}”.", typed.Culture]);
        }

        if (typed.PageSize is not (>= 1 and <= LargestPage))
        {
            yield return Invalid(nameof(typed.PageSize), localizer["A page shows 1 to {0} items.", LargestPage]);
        }
    }

    private Refusal Stale() =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed the settings meanwhile. What you typed is still in the form; save once more to let it stand."]);

    private static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, message, field);
}
