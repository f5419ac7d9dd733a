using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Comparing;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Previewing;
using OrchardSite.Data;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>The versions of an item: who wrote what when, how two of them differ, and one of them as the next draft.</summary>
public sealed class VersionsModel(SiteDbContext db, VersionWork work, UnpublishContent unpublish, IContentMoves moves, PreviewLinks links, IStringLocalizer localizer) : AdminPage
{
    private const int MostListed = 200;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Number of the version that is compared with <see cref="With"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Compare { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public IReadOnlyList<ContentVersion> Versions { get; private set; } = [];

    public (ContentVersion Before, ContentVersion After, IReadOnlyList<FieldDifference> Fields)? Comparison { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayPublish { get; private set; }

    /// <summary>Address of the page that tells the item's way; null where there is none.</summary>
    public string? WayPage => moves.PageOf(Item);

    public string? SharedLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Compare is null && With is null)
        {
            return Page();
        }

        var (first, second) = (Versions.FirstOrDefault(version => version.Number == Compare), Versions.FirstOrDefault(version => version.Number == With));
        if (first is null || second is null)
        {
            return NotFound();
        }

        var (before, after) = first.Number < second.Number ? (first, second) : (second, first);
        Comparison = (before, after, await work.CompareAsync(Item, before.Id, after.Id, Site.TimeZone, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync(string versionId, string latestVersionId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Versions.FirstOrDefault(version => version.Id == versionId) is not { } old)
        {
            return NotFound();
        }

        var note = localizer["Version {0} again", old.Number].Value;
        return await work.RestoreAsync(Item, versionId, latestVersionId, note, Actor, cancellationToken) is { Succeeded: false } result
            ? Refused(result.Refusals)
            : Done(localizer["Version {0} is the newest draft now.", old.Number]);
    }

    public async Task<IActionResult> OnPostUnpublishAsync(string versionId, string? reason, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        return await unpublish.RunAsync(Id, versionId, Actor, reason?.Trim() is { Length: > 0 } text ? text : null, cancellationToken: cancellationToken) is { Succeeded: false } result
            ? Refused(result.Refusals)
            : Done(localizer["“{0}” is taken down.", Item.LatestText]);
    }

    /// <summary>Makes a link that shows one version to people without an account.</summary>
    public async Task<IActionResult> OnPostShareAsync(string versionId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Versions.FirstOrDefault(version => version.Id == versionId) is not { } shared)
        {
            return NotFound();
        }

        SharedLink = $"{Request.Scheme}://{Request.Host}{Url.Content("~/" + links.Make(shared))}";
        return Page();
    }

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{Id}/Versions"));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        if (!await work.Rights.MayOpenAsync(Actor, item, cancellationToken))
        {
            return Forbidden(ContentPermissions.ListContent.Description);
        }

        Item = item;
        MayEdit = item.DeletedUtc is null && await work.Rights.MayEditAsync(Actor, item, cancellationToken);
        MayPublish = await work.Rights.MayPublishAsync(Actor, item, cancellationToken);
        Versions = await db.Set<ContentVersion>().AsNoTracking().Where(version => version.ItemId == Id)
            .OrderByDescending(version => version.Number).Take(MostListed).ToListAsync(cancellationToken);
        return null;
    }
}
