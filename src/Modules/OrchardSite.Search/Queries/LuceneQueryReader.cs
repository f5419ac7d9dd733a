using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lucene.Net.Search;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Indexing;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;
using OrchardSite.Text;
using Term = Lucene.Net.Index.Term;

namespace OrchardSite.Search.Queries;

/// <param name="ContentTypes">The only types that it can find; null where it says nothing of types.</param>
internal sealed record LuceneQuery(Query Query, Sort Sort, int From, int Size, IReadOnlyCollection<string>? ContentTypes);

/// <summary>What a query is read for.</summary>
internal sealed record LuceneQuerySite(int TenantId, ContentDefinitions Definitions, TermTree Terms, Synonyms Synonyms, SiteSettings Settings, DateTimeOffset Now);

/// <summary>
/// Reads a query in the part of Elasticsearch's language that Orchard Core's Lucene queries use: <c>match_all</c>, <c>term</c>,
/// <c>terms</c>, <c>match</c>, <c>match_phrase</c>, <c>prefix</c>, <c>range</c>, <c>simple_query_string</c> and <c>bool</c>,
/// with <c>sort</c>, <c>from</c> and <c>size</c>. What would read a whole index, such as wildcards, is refused.
/// </summary>
internal sealed partial class LuceneQueryReader(LuceneQuerySite site, IStringLocalizer localizer)
{
    private const int DefaultSize = 10;
    private const int MostItems = 100;
    private const int MostClauses = 100;

    private static readonly string[] Members = ["query", "sort", "from", "size"];

    private readonly LuceneQueryJson _json = new(localizer);

    private int _clauses;

    /// <exception cref="LuceneQueryException">It is no JSON, or asks for what there is not.</exception>
    public LuceneQuery Read(string json)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new LuceneQueryException("$", localizer["This is no JSON: {0}", exception.Message]);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new LuceneQueryException("$", localizer["An object is expected here."]);
        }

        _json.Refuse(root, "$", Members);
        if (!root.TryGetProperty("query", out var query))
        {
            throw new LuceneQueryException("$", localizer["The member “{0}” is missing.", "query"]);
        }

        var from = _json.Number(root, "from", 0, ContentSearch.MostHits);
        var size = _json.Number(root, "size", DefaultSize, MostItems);
        var read = Clause(query, "$.query");
        return new LuceneQuery(read, new LuceneQuerySort(_json).Read(root), from, Math.Min(size, ContentSearch.MostHits - from), TypesOf(query));
    }

    // A clause is an object with one member, which says what kind it is.
    private Query Clause(JsonElement clause, string path)
    {
        if (++_clauses > MostClauses)
        {
            throw new LuceneQueryException(path, localizer["A query has at most {0} clauses.", MostClauses]);
        }

        var (kind, value) = _json.OnlyMember(clause, path);
        path = $"{path}.{kind}";
        return kind switch
        {
            "match_all" => new MatchAllDocsQuery(),
            "term" => OfField(value, path, "value", OneTerm),
            "terms" => Terms(value, path),
            "match" => OfField(value, path, "query", Match),
            "match_phrase" => OfField(value, path, "query", (field, text, _, at) => Phrase(field, text, at)),
            "prefix" => OfField(value, path, "value", (field, text, _, at) => Prefix(field, text, at)),
            "range" => Range(value, path),
            "simple_query_string" or "query_string" => Words(value, path),
            "bool" => Bool(value, path),
            _ => throw new LuceneQueryException(path, localizer["There is no query of the kind “{0}”.", kind]),
        };
    }

    private BooleanQuery Bool(JsonElement value, string path)
    {
        _json.Expect(value, JsonValueKind.Object, path);
        var all = new BooleanQuery();
        foreach (var member in value.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            switch (member.Name)
            {
                case "must":
                    Add(all, member.Value, at, Occur.MUST, isSilent: false);
                    break;
                case "filter":
                    Add(all, member.Value, at, Occur.MUST, isSilent: true);
                    break;
                case "should":
                    Add(all, member.Value, at, Occur.SHOULD, isSilent: false);
                    break;
                case "must_not":
                    Add(all, member.Value, at, Occur.MUST_NOT, isSilent: false);
                    break;
                case "minimum_should_match":
                    all.MinimumNumberShouldMatch = _json.Number(value, member.Name, 0, MostClauses);
                    break;
                default:
                    throw new LuceneQueryException(at, localizer["The member “{0}” is not known here.", member.Name]);
            }
        }

        // Lucene finds nothing by what must not be alone.
        if (all.Clauses.All(clause => clause.Occur == Occur.MUST_NOT))
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        return all;
    }

    private void Add(BooleanQuery all, JsonElement value, string path, Occur occur, bool isSilent)
    {
        var clauses = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        for (var index = 0; index < clauses.Length; index++)
        {
            var clause = Clause(clauses[index], value.ValueKind == JsonValueKind.Array ? $"{path}[{index}]" : path);
            all.Add(isSilent ? Ranking.Silent(clause) : clause, occur);
        }
    }

    // Both { "field": "text" } and { "field": { "value": "text", "boost": 2 } }.
    private Query OfField(JsonElement value, string path, string member, Func<string, string, JsonElement, string, Query> read)
    {
        var (field, said) = _json.OnlyMember(value, path);
        path = $"{path}.{field}";
        if (said.ValueKind != JsonValueKind.Object)
        {
            return read(field, _json.Text(said, path), default, path);
        }

        _json.Refuse(said, path, [member, "boost", "operator"]);
        if (!said.TryGetProperty(member, out var text))
        {
            throw new LuceneQueryException(path, localizer["The member “{0}” is missing.", member]);
        }

        var query = read(field, _json.Text(text, $"{path}.{member}"), said, path);
        if (said.TryGetProperty("boost", out var boost))
        {
            query.Boost = boost.ValueKind == JsonValueKind.Number && boost.TryGetSingle(out var number) && number is >= 0 and <= 1000
                ? number
                : throw new LuceneQueryException($"{path}.boost", localizer["A number from {0} to {1} is expected here.", 0, 1000]);
        }

        return query;
    }

    private Query OneTerm(string field, string text, JsonElement _, string path) =>
        LuceneQueryFields.WordsOf(field) is null ? Key(field, [text], path) : Phrase(field, text, path);

    private Query Terms(JsonElement value, string path)
    {
        var (field, list) = _json.OnlyMember(value, path);
        path = $"{path}.{field}";
        _json.Expect(list, JsonValueKind.Array, path);
        if (list.GetArrayLength() > MostClauses)
        {
            throw new LuceneQueryException(path, localizer["A query has at most {0} clauses.", MostClauses]);
        }

        return Key(field, [.. list.EnumerateArray().Select((each, index) => _json.Text(each, $"{path}[{index}]"))], path);
    }

    private BooleanQuery Match(string field, string text, JsonElement options, string path)
    {
        if (LuceneQueryFields.WordsOf(field) is not { } fields)
        {
            return Key(field, [text], path);
        }

        var all = new BooleanQuery();
        foreach (var syllable in SearchQuery.Read(text).Syllables)
        {
            var any = new DisjunctionMaxQuery(0.1f);
            foreach (var each in fields)
            {
                any.Add(new TermQuery(new Term(each, syllable.Folded)));
                any.Add(new TermQuery(new Term(each, syllable.Exact)));
            }

            all.Add(any, IsAll(options, path) ? Occur.MUST : Occur.SHOULD);
        }

        return all;
    }

    private bool IsAll(JsonElement options, string path)
    {
        if (options.ValueKind != JsonValueKind.Object || !options.TryGetProperty("operator", out var said))
        {
            return false;
        }

        return _json.Text(said, $"{path}.operator").ToUpperInvariant() switch
        {
            "AND" => true,
            "OR" => false,
            var other => throw _json.Unexpected(other, $"{path}.operator"),
        };
    }

    private BooleanQuery Phrase(string field, string text, string path)
    {
        var any = new BooleanQuery();
        foreach (var each in WordsOf(field, path))
        {
            var phrase = new PhraseQuery();
            foreach (var syllable in SearchQuery.Read(text).Syllables)
            {
                phrase.Add(new Term(each, syllable.Folded));
            }

            any.Add(phrase, Occur.SHOULD);
        }

        return any;
    }

    private Query Prefix(string field, string text, string path)
    {
        if (field == LuceneQueryFields.ContentType)
        {
            return new PrefixQuery(new Term(SearchFields.Type, text));
        }

        var syllables = SearchQuery.Read(text).Syllables.ToArray();
        var any = new BooleanQuery();
        foreach (var each in WordsOf(field, path))
        {
            var all = new BooleanQuery();
            for (var index = 0; index < syllables.Length; index++)
            {
                var term = new Term(each, syllables[index].Folded);
                all.Add(index == syllables.Length - 1 ? new PrefixQuery(term) : new TermQuery(term), Occur.MUST);
            }

            any.Add(all, Occur.SHOULD);
        }

        return any;
    }

    private ConstantScoreQuery Range(JsonElement value, string path)
    {
        var (field, bounds) = _json.OnlyMember(value, path);
        path = $"{path}.{field}";
        if (field != LuceneQueryFields.Published)
        {
            throw _json.UnknownField(field, path);
        }

        _json.Expect(bounds, JsonValueKind.Object, path);
        long? from = null, until = null;
        var (fromIncluded, untilIncluded) = (true, true);
        foreach (var bound in bounds.EnumerateObject())
        {
            var at = $"{path}.{bound.Name}";
            switch (bound.Name)
            {
                case "gt" or "gte":
                    (from, fromIncluded) = (Moment(bound.Value, at), bound.Name == "gte");
                    break;
                case "lt" or "lte":
                    (until, untilIncluded) = (Moment(bound.Value, at), bound.Name == "lte");
                    break;
                default:
                    throw new LuceneQueryException(at, localizer["The member “{0}” is not known here.", bound.Name]);
            }
        }

        return new ConstantScoreQuery(FieldCacheRangeFilter.NewInt64Range(SearchFields.Published, from, until, fromIncluded, untilIncluded));
    }

    private Query Words(JsonElement value, string path)
    {
        _json.Expect(value, JsonValueKind.Object, path);
        _json.Refuse(value, path, ["query", "fields", "default_field", "default_operator"]);
        if (!value.TryGetProperty("query", out var text))
        {
            throw new LuceneQueryException(path, localizer["The member “{0}” is missing.", "query"]);
        }

        var query = SearchQuery.Read(_json.Text(text, $"{path}.query"));
        return query.IsEmpty ? new BooleanQuery() : Ranking.Of(query, site.Synonyms).Roughly;
    }

    private BooleanQuery Key(string field, IReadOnlyList<string> values, string path)
    {
        var any = new BooleanQuery();
        foreach (var (key, value) in KeysOf(field, values, path))
        {
            any.Add(Ranking.Silent(new TermQuery(new Term(key, value))), Occur.SHOULD);
        }

        return any;
    }

    private IEnumerable<(string Field, string Value)> KeysOf(string field, IReadOnlyList<string> values, string path)
    {
        switch (field)
        {
            case LuceneQueryFields.ContentType:
                return values.Select(value => (SearchFields.Type, value));
            case LuceneQueryFields.ContentItemId:
                return values.Select(value => (SearchFields.Key, ContentDocument.KeyOf(site.TenantId, value)));
            default:
                if (LuceneQueryFields.TaxonomyOf(field) is not var (part, name, isInherited) || !IsTaxonomy(part, name))
                {
                    throw _json.UnknownField(field, path);
                }

                return values
                    .SelectMany(value => isInherited && site.Terms.Find(value) is { } term ? term.Subtree().Select(each => each.Id) : [value])
                    .Distinct(StringComparer.Ordinal)
                    .Select(value => (SearchFields.Term, value));
        }
    }

    private bool IsTaxonomy(string part, string field) => site.Definitions.Types.Any(type => type.TaxonomyFields.Contains((part, field)));

    private IReadOnlyList<string> WordsOf(string field, string path) => LuceneQueryFields.WordsOf(field) ?? throw _json.UnknownField(field, path);

    // Whoever limits a query to types at its top can be told of changes of these alone.
    private static string[]? TypesOf(JsonElement query)
    {
        foreach (var clause in query.EnumerateObject())
        {
            switch (clause.Name)
            {
                case "term" or "terms" or "match" when clause.Value.TryGetProperty(LuceneQueryFields.ContentType, out var types):
                    var said = types.ValueKind == JsonValueKind.Object ? types.EnumerateObject().First().Value : types;
                    return said.ValueKind == JsonValueKind.Array ? [.. said.EnumerateArray().Select(type => type.ToString())] : [said.ToString()];
                case "bool":
                    return clause.Value.EnumerateObject()
                        .Where(member => member.Name is "must" or "filter")
                        .SelectMany(member => member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value])
                        .Select(TypesOf).FirstOrDefault(found => found is not null);
            }
        }

        return null;
    }

    // 2026-02-05, 2026-02-05T03:00:00Z, now, now-30d: the last as Elasticsearch writes it.
    private long Moment(JsonElement value, string path)
    {
        var text = _json.Text(value, path);
        if (RelativePattern().Match(text) is { Success: true } relative)
        {
            var count = relative.Groups["count"].Success ? int.Parse(relative.Groups["count"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
            var now = TimeZoneInfo.ConvertTime(site.Now, site.Settings.TimeZone);
            return (relative.Groups["unit"].Value switch
            {
                "y" => now.AddYears(count),
                "M" => now.AddMonths(count),
                "w" => now.AddDays(7 * count),
                "d" => now.AddDays(count),
                "h" => now.AddHours(count),
                "m" => now.AddMinutes(count),
                _ => now,
            }).UtcTicks;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), site.Settings.TimeZone).Ticks;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcTicks
            : throw new LuceneQueryException(path, localizer["“{0}” is neither a date nor a time.", text]);
    }

    [GeneratedRegex("^now(?:(?<count>[+-][0-9]{1,4})(?<unit>[yMwdhm]))?$")]
    private static partial Regex RelativePattern();
}
