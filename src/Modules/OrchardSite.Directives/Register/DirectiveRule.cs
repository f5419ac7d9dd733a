using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Content;
using OrchardSite.Media;

namespace OrchardSite.Directives;

/// <summary>What a directive must be before it is saved.</summary>
internal sealed class DirectiveRule(IOptions<MediaOptions> media, TimeProvider time, IStringLocalizer localizer) : IContentRule
{
    private const string NoSecrecy = "Thuong";

    // Documents are dated by the Vietnamese calendar day, wherever a site's readers are.
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public string ContentType => DirectiveData.ContentType;

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing)
    {
        var directive = DirectiveData.Of(draft);
        draft.IsForEveryReader = directive.IsForEveryReader;
        return CheckSecrecy(draft)
            .Concat(CheckNumber(directive))
            .Concat(CheckDates(directive, DirectiveData.Date(draft.Text(ContentType, "DueOn", "Value"))))
            .Concat(CheckFiles(draft, directive))
            .Concat(RelationData.Of(draft).SelectMany(relation => CheckRelation(relation, draft.ContentItemId)))
            .ToArray();
    }

    private IEnumerable<Refusal> CheckSecrecy(ContentDraft draft)
    {
        if (draft.Text(ContentType, "Secrecy") is { Length: > 0 } secrecy && secrecy != NoSecrecy)
        {
            yield return Refuse("Directive.Secrecy.Text", localizer["A document with a secrecy grade must not be kept on this portal."]);
        }
    }

    private IEnumerable<Refusal> CheckNumber(DirectiveData directive)
    {
        if (!DirectiveNumber.IsWellFormed(directive.System, directive.PlainNumber, directive.Symbol))
        {
            var field = DirectiveNumber.IsNumber(directive.PlainNumber) ? "Symbol" : "Number";
            var proposed = DirectiveNumber.Propose(directive.System, directive.DocumentType, directive.PlainNumber, directive.Symbol);
            yield return Refuse($"Directive.{field}.Text", localizer["“{0}” is not how such a document is numbered. The right form is {1}.", directive.Number, proposed]);
        }
    }

    private IEnumerable<Refusal> CheckDates(DirectiveData directive, DateOnly? dueOn)
    {
        if (directive.IssuedOn is not { } issuedOn)
        {
            yield return Refuse("Directive.IssuedOn.Value", localizer["The date of issue is missing."]);
            yield break;
        }

        var today = time.TodayIn(Vietnam);
        if (issuedOn > today)
        {
            yield return Refuse("Directive.IssuedOn.Value", localizer["The date of issue must not be in the future."]);
        }

        if (directive.EffectiveTo < directive.Force.From)
        {
            yield return Refuse("Directive.EffectiveTo.Value", localizer["A document cannot lose its force before it takes force."]);
        }

        if (dueOn < issuedOn)
        {
            yield return Refuse("Directive.DueOn.Value", localizer["The due date must not be before the date of issue."]);
        }
    }

    // A file is as secret as its folder: what is not for every reader must not lie where every reader gets it.
    private IEnumerable<Refusal> CheckFiles(ContentDraft draft, DirectiveData directive)
    {
        foreach (var path in draft.Texts(ContentType, "Files", "Paths"))
        {
            if (media.Value.IsSecured(path) == directive.IsForEveryReader)
            {
                yield return Refuse("Directive.Files.Paths", directive.IsForEveryReader
                    ? localizer["“{0}” is in a secured folder, where readers do not get it. Upload it to another folder.", path]
                    : localizer["“{0}” is in a folder from which every reader gets it. Upload the files of this directive to the folder “{1}”.", path, media.Value.SecuredFolders[0]]);
            }
        }
    }

    private IEnumerable<Refusal> CheckRelation(RelationData relation, string itemId)
    {
        if (relation.TargetId is null && relation.TargetText is null)
        {
            yield return Refuse(relation.PathOf("Target"), localizer["A relation must name its other document: one of this site, or any other in words."]);
        }
        else if (relation.TargetId == itemId)
        {
            yield return Refuse(relation.PathOf("Target"), localizer["A document cannot be related to itself."]);
        }
    }

    private static Refusal Refuse(string field, string message) => new(RefusalKind.Invalid, message, field);
}
