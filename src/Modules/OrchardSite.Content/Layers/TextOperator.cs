namespace OrchardSite.Content.Layers;

/// <summary>One of Orchard Core's comparisons of texts. Capitals make no difference.</summary>
/// <param name="Name">Such as <c>StringStartsWithOperator</c>.</param>
/// <param name="Phrase">English words with the value in {0}, translated where they are shown.</param>
/// <param name="IsNegative">True for one that says what a text is not.</param>
internal sealed record TextOperator(string Name, string Phrase, bool IsNegative, Func<string, string, bool> Holds)
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    public static IReadOnlyList<TextOperator> All { get; } =
    [
        new("StringEqualsOperator", "is “{0}”", false, (text, value) => text.Equals(value, AnyCase)),
        new("StringNotEqualsOperator", "is not “{0}”", true, (text, value) => !text.Equals(value, AnyCase)),
        new("StringStartsWithOperator", "begins with “{0}”", false, (text, value) => text.StartsWith(value, AnyCase)),
        new("StringNotStartsWithOperator", "does not begin with “{0}”", true, (text, value) => !text.StartsWith(value, AnyCase)),
        new("StringEndsWithOperator", "ends with “{0}”", false, (text, value) => text.EndsWith(value, AnyCase)),
        new("StringNotEndsWithOperator", "does not end with “{0}”", true, (text, value) => !text.EndsWith(value, AnyCase)),
        new("StringContainsOperator", "contains “{0}”", false, (text, value) => text.Contains(value, AnyCase)),
        new("StringNotContainsOperator", "does not contain “{0}”", true, (text, value) => !text.Contains(value, AnyCase)),
    ];

    public static TextOperator? Find(string? name) => All.FirstOrDefault(one => one.Name == name);
}
