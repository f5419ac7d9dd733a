namespace OrchardSite.Search.Queries;

/// <summary>A query that is written wrongly.</summary>
/// <param name="path">Where, as a JSON path.</param>
/// <param name="message">A sentence in the user's language.</param>
internal sealed class LuceneQueryException(string path, string message) : Exception($"{path}: {message}");
