using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Fields;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content.Operations;

/// <summary>Refuses what an editor cannot have chosen: content and people that the site does not have.</summary>
public sealed class ReferenceCheck(SiteDbContext db, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<Refusal>> CheckAsync(ContentDraft draft, CancellationToken cancellationToken)
    {
        var people = draft.References.Where(reference => reference.IsToPerson).ToArray();
        var content = draft.References.Except(people).ToArray();
        return [.. await CheckContentAsync(content, cancellationToken), .. await CheckPeopleAsync(people, cancellationToken)];
    }

    private async Task<IEnumerable<Refusal>> CheckContentAsync(ContentReference[] references, CancellationToken cancellationToken)
    {
        var ids = references.Select(reference => reference.Id).Distinct().ToArray();
        var types = ids.Length == 0
            ? []
            : await db.Set<ContentItem>().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.ContentType, cancellationToken);
        return references
            .Where(reference => !types.TryGetValue(reference.Id, out var type) || !reference.Takes(type))
            .Select(reference => Refuse(reference, localizer["{0}: there is no content {1} to choose.", reference.Field.DisplayName, reference.Id]));
    }

    private async Task<IEnumerable<Refusal>> CheckPeopleAsync(ContentReference[] references, CancellationToken cancellationToken)
    {
        var ids = references.Select(AccountId).OfType<int>().Distinct().ToArray();
        var members = ids.Length == 0
            ? []
            : await db.Set<Membership>().Where(member => member.TenantId == db.TenantId && ids.Contains(member.AccountId)).Select(member => member.AccountId).ToListAsync(cancellationToken);
        return references
            .Where(reference => AccountId(reference) is not { } id || !members.Contains(id))
            .Select(reference => Refuse(reference, localizer["{0}: the site has no user {1}.", reference.Field.DisplayName, reference.Id]));
    }

    private static int? AccountId(ContentReference reference) =>
        int.TryParse(reference.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Refusal Refuse(ContentReference reference, string message) => new(RefusalKind.Invalid, message, reference.Path);
}
