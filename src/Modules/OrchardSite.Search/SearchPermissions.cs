namespace OrchardSite.Search;

public static class SearchPermissions
{
    public static Permission ManageSynonyms { get; } = new("ManageSearchSynonyms", "Change the synonyms of the search");

    public static Permission ViewInsight { get; } = new("ViewSearchInsight", "See what readers search for");

    internal static Permission[] All => [ManageSynonyms, ViewInsight];
}
