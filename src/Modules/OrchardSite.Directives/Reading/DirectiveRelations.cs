using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <param name="Name">Type and number of the other directive; what is said of one that is not on the site.</param>
/// <param name="Text">With date and subject.</param>
/// <param name="Url">Null for a document that is not on the site.</param>
/// <param name="IsIncoming">True for one that the other directive names.</param>
internal sealed record ShownRelation(string KindName, string Name, string Text, string? Url, bool IsIncoming)
{
    /// <summary>By which the other directive has lost its force in turn.</summary>
    public ShownRelation? EndedBy { get; init; }
}

/// <summary>The relations that a directive's page shows: its own, then those of others to it. Scoped.</summary>
internal sealed class DirectiveRelations(DirectiveReader directives, ContentReader content, IStringLocalizer localizer)
{
    // A law may be the ground of thousands of directives; the page stays readable.
    private const int MostIncoming = 100;

    public async Task<IReadOnlyList<ShownRelation>> FindAsync(ContentView item, DirectiveVocabulary vocabulary, PageRendering page)
    {
        var own = RelationData.Of(item).ToArray();
        var incoming = await directives.IncomingAsync(item.Id, MostIncoming);
        var kinds = vocabulary.Relations.ToDictionary(kind => kind.Code, StringComparer.Ordinal);
        var ended = await EndsOfAsync([.. incoming.Where(EndsForce).Select(relation => relation.SourceId)]);
        var others = (await content.FindManyAsync(own.Select(relation => relation.TargetId).OfType<string>().Concat(incoming.Concat(ended.Values).Select(relation => relation.SourceId))))
            .ToDictionary(other => other.Id, StringComparer.Ordinal);

        return own.Select(relation => Show(kinds.GetValueOrDefault(relation.Kind)?.Name, relation.TargetId, relation.TargetText, isIncoming: false))
            .Concat(incoming.Select(ShowIncoming))
            .OfType<ShownRelation>()
            .DistinctBy(relation => (relation.KindName, relation.Text))
            .ToArray();

        bool EndsForce(IncomingRelation relation) => kinds.GetValueOrDefault(relation.Kind)?.Effect == RelationEffect.EndsForce;

        // What replaced a directive may have been replaced itself: one step further is looked.
        async Task<Dictionary<string, IncomingRelation>> EndsOfAsync(string[] ids)
        {
            var ends = new Dictionary<string, IncomingRelation>(StringComparer.Ordinal);
            foreach (var id in ids)
            {
                if ((await directives.IncomingAsync(id, MostIncoming)).Find(EndsForce) is { } end)
                {
                    ends[id] = end;
                }
            }

            return ends;
        }

        ShownRelation? ShowIncoming(IncomingRelation relation)
        {
            var shown = ShowSource(relation);
            return shown is not null && EndsForce(relation) && ended.TryGetValue(relation.SourceId, out var end) ? shown with { EndedBy = ShowSource(end) } : shown;
        }

        ShownRelation? ShowSource(IncomingRelation relation) => Show(kinds.GetValueOrDefault(relation.Kind)?.InverseName, relation.SourceId, null, isIncoming: true);

        // A directive that readers may not see is not named to them.
        ShownRelation? Show(string? kind, string? otherId, string? text, bool isIncoming)
        {
            var other = otherId is null ? null : others.GetValueOrDefault(otherId);
            return kind is null || (other is null && text is null) ? null
                : other is null ? new ShownRelation(kind, text!, text!, null, isIncoming)
                : new ShownRelation(kind, NameOf(other, vocabulary), Cite(other, vocabulary), other.Path is { } path ? page.Url(path) : null, isIncoming);
        }
    }

    private static string NameOf(ContentView other, DirectiveVocabulary vocabulary)
    {
        var directive = DirectiveData.Of(other);
        return $"{vocabulary.TypeName(directive.DocumentType)} {directive.Number}";
    }

    private string Cite(ContentView other, DirectiveVocabulary vocabulary)
    {
        var directive = DirectiveData.Of(other);
        var date = directive.IssuedOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
        var subject = other.Text(DirectiveData.ContentType, "Subject") ?? "";
        return localizer["{0} {1} of {2}: {3}", vocabulary.TypeName(directive.DocumentType), directive.Number, date, subject];
    }
}
