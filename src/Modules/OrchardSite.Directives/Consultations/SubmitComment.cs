using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Consultations;

/// <summary>Takes a reader's comment on a draft while its round is open. The same words from the same person are kept once. Scoped.</summary>
public sealed class SubmitComment(SiteDbContext db, ContentReader content, CommentLog log, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<ConsultationComment>> RunAsync(string itemId, CommentInput input, CancellationToken cancellationToken)
    {
        // Changes are written one after the other: of two that come at once the second finds the first.
        await using var work = await db.BeginAsync(cancellationToken);
        if (await FindSentAsync(itemId, input, cancellationToken) is { } sent)
        {
            return sent;
        }

        if (await content.FindAsync(itemId) is not { ContentType: Consultation.ContentType } item)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such draft on this site."]);
        }

        var round = Consultation.Of(item);
        if (WhyClosed(round, time.TodayIn((await settings.GetAsync(db.TenantId)).TimeZone)) is { } closed)
        {
            return closed;
        }

        if (input.Check(localizer).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<ConsultationComment>.Refused(refusals);
        }

        var comment = New(round, input, 1 + (await db.Set<ConsultationComment>().MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0));
        db.Add(comment);
        log.Add(comment, Actor.Anonymous, nameof(SubmitComment));
        await work.CommitAsync(cancellationToken);
        return comment;
    }

    /// <summary>What the same person has sent with the same words already.</summary>
    public Task<ConsultationComment?> FindSentAsync(string itemId, CommentInput input, CancellationToken cancellationToken)
    {
        var fingerprint = input.Fingerprint;
        return db.Set<ConsultationComment>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == itemId && row.Fingerprint == fingerprint, cancellationToken);
    }

    /// <returns>Null on the days on which comments are taken.</returns>
    public Refusal? WhyClosed(Consultation round, DateOnly today) => round.StageOn(today) switch
    {
        ConsultationStage.Upcoming => new Refusal(RefusalKind.Conflict, localizer["Comments on this draft are taken from {0} on.", ConsultationTexts.DateOf(round.OpensOn)]),
        ConsultationStage.Closed => new Refusal(RefusalKind.Conflict, localizer["Comments on this draft were taken until {0}. Your comment was not sent.", ConsultationTexts.DateOf(round.ClosesOn)]),
        _ => null,
    };

    private ConsultationComment New(Consultation round, CommentInput input, int number) => new()
    {
        ItemId = round.Id,
        Number = number,
        Name = input.Name,
        Organisation = NullIfEmpty(input.Organisation),
        Email = NullIfEmpty(input.Email),
        Phone = NullIfEmpty(input.PhoneDigits),
        Text = input.Text,
        SentUtc = log.Now,
        KeepUntil = round.KeepUntil,
        Fingerprint = input.Fingerprint,
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
