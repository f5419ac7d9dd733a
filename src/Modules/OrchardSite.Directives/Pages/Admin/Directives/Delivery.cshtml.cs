using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>One directive for one unit, as the unit and as the issuer see it.</summary>
public sealed class DeliveryModel(MoveDelivery moves, DeliveryReader reader, DirectiveSource directives, MediaStore store, MyNotifications notifications, DeliveryTexts texts, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public DirectiveDelivery Delivery { get; private set; } = null!;

    /// <summary>Null when the issuer has taken it down.</summary>
    public SourceDirective? Source { get; private set; }

    public IReadOnlyList<DeliveryMove> Possible { get; private set; } = [];

    public IReadOnlyList<DeliveryEntry> Entries { get; private set; } = [];

    /// <summary>The move that was refused, with what was typed.</summary>
    public string? Asked { get; private set; }

    public string? Text { get; private set; }

    public DateOnly? Until { get; private set; }

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

    /// <param name="until">A day, as browsers send it.</param>
    public async Task<IActionResult> OnPostMoveAsync(string id, int revision, string? move, string? text, string? until, CancellationToken cancellationToken)
    {
        Until = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var done = await moves.RunAsync(id, revision, move, text, Until, Actor, cancellationToken);
        if (!done.Succeeded)
        {
            (Asked, Text) = (move, text);
            return await ReadAsync(id, cancellationToken) ? Refused(done.Refusals) : NotFound();
        }

        Notice = localizer["Done: {0}.", texts.MoveName(move!)];
        return LocalRedirect(Url.Content($"~/Admin/Directives/Deliveries/{id}"));
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
        return true;
    }
}
