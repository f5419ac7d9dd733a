using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>The relations that a directive's page shows: its own, then those of others to it. Scoped.</summary>
internal sealed class DirectiveRelations(DirectiveReader directives, ContentReader content, IStringLocalizer localizer)
{
    // A law may be the ground of thousands of directives; the page stays readable.
    private const int MostIncoming = 100;

    public async Task<Shape[]> BuildAsync(ContentView item, DirectiveVocabulary vocabulary, PageRendering page)
    {
        var own = RelationData.Of(item).ToArray();
        var incoming = await directives.IncomingAsync(item.Id, MostIncoming);
        var others = (await content.FindManyAsync(own.Select(relation => relation.TargetId).OfType<string>().Concat(incoming.Select(relation => relation.SourceId))))
            .ToDictionary(other => other.Id, StringComparer.Ordinal);
        var kinds = vocabulary.Relations.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

        return own.Select(relation => Build(kinds.GetValueOrDefault(relation.Kind)?.Name, relation.TargetId, relation.TargetText))
            .Concat(incoming.Select(relation => Build(kinds.GetValueOrDefault(relation.Kind)?.InverseName, relation.SourceId, null)))
            .OfType<Shape>()
            .DistinctBy(shape => (shape["KindName"], shape["Text"]))
            .ToArray();

        // A directive that readers may not see is not named to them.
        Shape? Build(string? kind, string? otherId, string? text)
        {
            var other = otherId is null ? null : others.GetValueOrDefault(otherId);
            return kind is null || (other is null && text is null) ? null : new Shape
            {
                ["KindName"] = kind,
                ["Text"] = other is null ? text : Cite(other, vocabulary),
                ["Url"] = other?.Path is { } path ? page.Url(path) : null,
            };
        }
    }

    private string Cite(ContentView other, DirectiveVocabulary vocabulary)
    {
        var directive = DirectiveData.Of(other);
        var date = directive.IssuedOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
        var subject = other.Text(DirectiveData.ContentType, "Subject") ?? "";
        return localizer["{0} {1} of {2}: {3}", vocabulary.TypeName(directive.DocumentType), directive.Number, date, subject];
    }
}
