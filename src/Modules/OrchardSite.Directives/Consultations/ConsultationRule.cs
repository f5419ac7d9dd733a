using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Content;
using OrchardSite.Media;

namespace OrchardSite.Directives.Consultations;

/// <summary>What a round must be before it is saved.</summary>
internal sealed class ConsultationRule(IOptions<MediaOptions> media, IStringLocalizer localizer) : IContentRule
{
    public string ContentType => Consultation.ContentType;

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing)
    {
        var (opens, closes) = (Day(draft, "OpensOn"), Day(draft, "ClosesOn"));
        if (closes < opens)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["The last day must not be before the first."], "Consultation.ClosesOn.Value");
        }

        foreach (var path in draft.Texts(ContentType, "Files", "Paths").Where(media.Value.IsSecured))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["“{0}” is in a secured folder, where readers do not get it. Upload it to another folder.", path], "Consultation.Files.Paths");
        }
    }

    private DateOnly? Day(ContentDraft draft, string field) => DirectiveData.Date(draft.Text(ContentType, field, "Value"));
}
