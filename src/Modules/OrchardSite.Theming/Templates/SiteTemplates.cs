using System.Collections.Frozen;
using Fluid;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Theming.Templates;

/// <summary>A site's own template, parsed.</summary>
/// <param name="Number">Of its version; 0 for one that is only tried out.</param>
public sealed record SiteTemplate(string Name, int Number, IFluidTemplate Template);

/// <summary>The templates that a site has put in the place of the theme's; most sites have none.</summary>
public sealed class SiteTemplates
{
    private readonly FrozenDictionary<string, SiteTemplate> _templates;

    public SiteTemplates(IEnumerable<SiteTemplate> templates) => _templates = templates.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);

    public static SiteTemplates None { get; } = new([]);

    public int Count => _templates.Count;

    /// <summary>The site's template for a shape; null where the theme has a more specific one, or the site none.</summary>
    public SiteTemplate? Find(IReadOnlyList<string> names, LiquidEngine engine)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (_templates.TryGetValue(names[index], out var template))
            {
                return template;
            }

            if (engine.HasView(names[index]))
            {
                return null;
            }
        }

        return null;
    }

    public SiteTemplates With(SiteTemplate template) => new(_templates.Values.Where(other => other.Name != template.Name).Append(template));

    public SiteTemplates Without(string name) => new(_templates.Values.Where(other => other.Name != name));
}

internal sealed class SiteTemplatesSource(LiquidEngine engine) : ITenantCacheSource<SiteTemplates>
{
    public async Task<SiteTemplates> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TemplateVersion>().AsNoTracking()
            .Where(row => row.Content != null && row.FailedUtc == null && row.Number == db.Set<TemplateVersion>().Where(other => other.Name == row.Name).Max(other => other.Number))
            .Select(row => new { row.Name, row.Number, row.Content })
            .ToListAsync(cancellationToken);
        var parsed = from row in rows
                     let template = engine.TryParse(row.Content!, out _)
                     where template is not null
                     select new SiteTemplate(row.Name, row.Number, template);
        return rows.Count == 0 ? SiteTemplates.None : new SiteTemplates(parsed);
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;
}
