namespace OrchardSite.Content.Taxonomies;

/// <summary>The rows that put an item into lists: one for each of its terms and for each of their ancestors.</summary>
internal static class TermRows
{
    public static IEnumerable<ContentTerm> Of(ContentDraft draft, TermTree tree)
    {
        // Without an address it is no page that a list could lead to, such as a widget that shows a category.
        if (draft.Path is null)
        {
            return [];
        }

        var direct = draft.Type.TaxonomyFields
            .SelectMany(field => draft.Texts(field.Part, field.Field, "TermContentItemIds"))
            .Select(tree.Find)
            .OfType<Term>();
        return Of(direct).Select(row => new ContentTerm
        {
            TermId = row.Term.Id,
            ItemId = draft.ContentItemId,
            IsDirect = row.IsDirect,
            ContentType = draft.Type.Name,
            PublishedUtc = draft.PublishedUtc,
            ExpiresUtc = draft.ExpiresUtc,
        });
    }

    public static IEnumerable<(Term Term, bool IsDirect)> Of(IEnumerable<Term> direct)
    {
        var named = direct.DistinctBy(term => term.Id).ToArray();
        return named.Select(term => (term, true))
            .Concat(named.SelectMany(term => term.Ancestors).Select(term => (term, false)))
            .DistinctBy(row => row.term.Id);
    }
}
