using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <summary>By what readers choose directives on a site and a day. Scoped.</summary>
internal sealed class DirectiveChoices(
    TenantCache<DirectiveCatalog> catalogs, TenantCache<ContentDefinitions> definitions, TenantCache<DirectiveEffects> effects, TenantCache<TermTree> terms, IStringLocalizer localizer)
{
    public ValueTask<DirectiveCatalog> CatalogAsync(int tenantId) => catalogs.GetAsync(tenantId);

    public async Task<IReadOnlyList<DirectiveFacet>> FacetsAsync(int tenantId, DateOnly today)
    {
        var vocabulary = new DirectiveVocabulary(await definitions.GetAsync(tenantId));
        var types = vocabulary.Types.ToArray();
        var known = await effects.GetAsync(tenantId);
        var tree = await terms.GetAsync(tenantId);
        return
        [
            new("type", localizer["Type of document"], true, entry => [entry.DocumentType], vocabulary.TypeName, type => Array.IndexOf(types, type) is >= 0 and var rank ? rank : types.Length),
            new("year", localizer["Year of issue"], true, entry => [entry.IssuedOn.Year.ToString(CultureInfo.InvariantCulture)], year => year, year => -int.Parse(year, CultureInfo.InvariantCulture)),
            new("validity", localizer["Validity"], false, entry => [DirectiveFacts.CodeOf(DirectiveValidity.On(today, entry.ItemId, entry.Force, known))], code => DirectiveFacts.NameOf(code, localizer), _ => 0),
            new("issuer", localizer["Issuing body"], false, entry => [entry.Issuer], issuer => issuer, _ => 0),
            new("field", localizer["Fields of work"], false, entry => entry.TermIds.Where(id => tree.Find(id) is not null), id => tree.Find(id)!.DisplayText, _ => 0),
            new("signer", localizer["Signer"], false, entry => entry.Signer is null ? [] : [entry.Signer], signer => signer, _ => 0),
        ];
    }
}
