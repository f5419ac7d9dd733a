namespace OrchardSite;

/// <summary>Why an operation was refused; each is also the HTTP status that pages and the API answer with.</summary>
public enum RefusalKind
{
    Forbidden = 403,
    NotFound = 404,
    Conflict = 409,
    TooLarge = 413,
    Invalid = 422,
    Unavailable = 503,
}

/// <param name="Message">A sentence for a person, in the language of the current culture.</param>
/// <param name="Field">The place it is about, as a JSON path inside the content item, or null.</param>
public sealed record Refusal(RefusalKind Kind, string Message, string? Field = null);

/// <summary>What came of an operation: a value, or the reasons why nothing was done.</summary>
public readonly struct OperationResult<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private OperationResult(T? value, IReadOnlyList<Refusal>? refusals) => (_value, _refusals) = (value, refusals);

    public bool Succeeded => _refusals is null;

    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    public T Value => Succeeded ? _value! : throw new InvalidOperationException(string.Join(' ', Refusals.Select(refusal => refusal.Message)));

    public static implicit operator OperationResult<T>(T value) => new(value, null);

    public static implicit operator OperationResult<T>(Refusal refusal) => new(default, [refusal]);

    public static OperationResult<T> Refused(IReadOnlyList<Refusal> refusals) => new(default, refusals);
}
