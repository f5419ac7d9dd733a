using System.Text.Json;
using Lucene.Net.Search;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Queries;

/// <summary>Reads in which order a query wants what it finds: the best first and the newest of equals, unless it says otherwise.</summary>
internal sealed class LuceneQuerySort(LuceneQueryJson json)
{
    private static readonly SortField NewestFirst = new(SearchFields.Published, SortFieldType.INT64, reverse: true);

    public Sort Read(JsonElement root)
    {
        if (!root.TryGetProperty("sort", out var sort))
        {
            return new Sort(SortField.FIELD_SCORE, NewestFirst);
        }

        var orders = sort.ValueKind == JsonValueKind.Array ? [.. sort.EnumerateArray()] : new[] { sort };
        return new Sort([.. orders.SelectMany(OrdersOf).DefaultIfEmpty(SortField.FIELD_SCORE)]);
    }

    private IEnumerable<SortField> OrdersOf(JsonElement order)
    {
        if (order.ValueKind == JsonValueKind.String)
        {
            return [Order(order.GetString()!, isDescending: order.GetString() == LuceneQueryFields.Score)];
        }

        json.Expect(order, JsonValueKind.Object, "$.sort");
        return order.EnumerateObject().Select(member =>
        {
            var direction = member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("order", out var said) ? said : member.Value;
            return json.Text(direction, $"$.sort.{member.Name}") switch
            {
                "asc" => Order(member.Name, isDescending: false),
                "desc" => Order(member.Name, isDescending: true),
                var other => throw json.Unexpected(other, $"$.sort.{member.Name}"),
            };
        });
    }

    private SortField Order(string field, bool isDescending) => field switch
    {
        LuceneQueryFields.Published => new SortField(SearchFields.Published, SortFieldType.INT64, isDescending),
        // Lucene's own order of scores is the best first.
        LuceneQueryFields.Score => new SortField(null, SortFieldType.SCORE, !isDescending),
        _ when LuceneQueryFields.IsTitleOrder(field) => new SortField(SearchFields.SortTitle, SortFieldType.STRING, isDescending),
        _ => throw json.UnknownField(field, $"$.sort.{field}"),
    };
}
