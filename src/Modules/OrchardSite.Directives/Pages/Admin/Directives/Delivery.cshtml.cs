using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;
using OrchardSite.Directives.Units;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>One directive for one unit, as the unit and as the issuer see it.</summary>
[DisableRequestSizeLimit]
[RequestFormLimits(MultipartBodyLengthLimit = 1024L * 1024 * 1024)]
public sealed class DeliveryModel(MoveDelivery moves, PassOnDelivery passOn, DeliveryReader reader, DirectiveSource directives, KeepAttachment keep, MediaStore store, MyNotifications notifications, DeliveryTexts texts, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public DirectiveDelivery Delivery { get; private set; } = null!;

    /// <summary>Null when the issuer has taken it down.</summary>
    public SourceDirective? Source { get; private set; }

    public IReadOnlyList<DeliveryMove> Possible { get; private set; } = [];

    public IReadOnlyList<DeliveryEntry> Entries { get; private set; } = [];

    /// <summary>The files of an entry by its id.</summary>
    public ILookup<string, DeliveryFile> Files { get; private set; } = Array.Empty<DeliveryFile>().ToLookup(file => file.EntryId);

    /// <summary>Those to whom this unit has passed it on.</summary>
    public IReadOnlyList<DirectiveDelivery> Below { get; private set; } = [];

    /// <summary>The units to which it can be passed on now.</summary>
    public IReadOnlyList<Unit> Candidates { get; private set; } = [];

    /// <summary>What was to be passed on and was refused.</summary>
    public PassingOn? Passing { get; private set; }

    /// <summary>The move that was refused, with what was typed.</summary>
    public string? Asked { get; private set; }

    public string? Text { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Files that came with what was refused: their tickets and names.</summary>
    public IReadOnlyList<(string Ticket, string Name)> Kept { get; private set; } = [];

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public bool IsIssuer => moves.SideOf(Delivery) == DeliverySide.Issuer;

    /// <summary>True for a unit from which the directive was called back.</summary>
    public bool IsClosed => !IsIssuer && Delivery.State == DeliveryState.Recalled;

    /// <summary>The unit's site; null where it has none, or none any more.</summary>
    public Tenant? UnitSite => moves.SiteOf(Delivery);

    public string? PublicAddress => Source is { } source && Delivery.PublicPath is { } path ? SiteLinks.To(source.Issuer, Request, path) : null;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var here = HttpContext.Tenant().Id;
        await notifications.MarkReadAsync(Actor.AccountId!.Value, row => row.TenantId == here && row.ItemId == id, cancellationToken);
        return Page();
    }

    /// <summary>A file of the directive, byte for byte from the issuer's library.</summary>
    public async Task<IActionResult> OnGetFileAsync(string id, string path, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || Source?.Files.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            return NotFound();
        }

        if (IsClosed)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        return PhysicalFile(store.FileOf(file.Sha256), file.ContentType, System.IO.Path.GetFileName(file.Path));
    }

    /// <summary>A file of a report or a reason.</summary>
    public async Task<IActionResult> OnGetAttachmentAsync(string id, string file, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || Files.SelectMany(group => group).FirstOrDefault(row => row.Id == file) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        return PhysicalFile(store.FileOf(found.Sha256), found.ContentType, found.Name);
    }

    /// <param name="until">A day, as browsers send it.</param>
    /// <param name="kept">Tickets of files that came before.</param>
    public async Task<IActionResult> OnPostMoveAsync(string id, int revision, string? move, string? text, string? until, List<IFormFile> files, string[] kept, CancellationToken cancellationToken)
    {
        Until = DayOf(until);
        if (await moves.FindAsync(id, Actor, cancellationToken) is null)
        {
            return NotFound();
        }

        var (attached, refusals) = await KeepAsync(files, kept, cancellationToken);
        var faults = refusals.Count > 0 ? refusals : (await moves.RunAsync(id, new DeliveryStep(revision, move, text, Until, attached), Actor, cancellationToken)).Refusals;
        if (faults.Count > 0)
        {
            (Asked, Text) = (move, text);
            Kept = [.. attached.Select(file => (keep.TicketFor(file), file.Name))];
            return await ReadAsync(id, cancellationToken) ? Refused(faults) : NotFound();
        }

        Notice = localizer["Done: {0}.", texts.MoveName(move!)];
        return LocalRedirect(Url.Content($"~/Admin/Directives/Deliveries/{id}"));
    }

    /// <param name="dueOn">A day, as browsers send it.</param>
    public async Task<IActionResult> OnPostPassOnAsync(string id, int revision, string[] units, string? role, string? dueOn, string? text, CancellationToken cancellationToken)
    {
        Passing = new PassingOn(revision, units, role, DayOf(dueOn), text);
        var done = await passOn.RunAsync(id, Passing, Actor, cancellationToken);
        if (!done.Succeeded)
        {
            return await ReadAsync(id, cancellationToken) ? Refused(done.Refusals) : NotFound();
        }

        Notice = localizer["Passed on to {0} units.", done.Value];
        return LocalRedirect(Url.Content($"~/Admin/Directives/Deliveries/{id}"));
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task<(IReadOnlyList<Attachment> Attached, IReadOnlyList<Refusal> Refusals)> KeepAsync(List<IFormFile> files, string[] kept, CancellationToken cancellationToken)
    {
        var attached = kept.Select(keep.Find).OfType<Attachment>().ToList();
        var refusals = new List<Refusal>();
        foreach (var file in files.Take(DeliveryFile.Most + 1))
        {
            await using var content = file.OpenReadStream();
            var taken = await keep.RunAsync(file.FileName, content, cancellationToken);
            refusals.AddRange(taken.Refusals.Select(refusal => refusal with { Message = $"{file.FileName}: {refusal.Message}", Field = "Files" }));
            if (taken.Succeeded)
            {
                attached.Add(taken.Value);
            }
        }

        return (attached, refusals);
    }

    private async Task<bool> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (await moves.FindAsync(id, Actor, cancellationToken) is not { } delivery)
        {
            return false;
        }

        Delivery = delivery;
        Source = await directives.ReadAsync(delivery, cancellationToken);
        Possible = moves.Possible(delivery, Actor);
        Entries = await reader.EntriesAsync(id, cancellationToken);
        Files = (await reader.FilesAsync(id, cancellationToken)).ToLookup(file => file.EntryId);
        Below = await reader.BelowAsync(id, cancellationToken);
        Candidates = passOn.IsPossible(delivery, Actor) ? await passOn.CandidatesAsync(delivery, cancellationToken) : [];
        return true;
    }
}
