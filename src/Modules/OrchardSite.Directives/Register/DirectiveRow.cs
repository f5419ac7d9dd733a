using OrchardSite.Data;

namespace OrchardSite.Directives;

/// <summary>A published directive as it is searched, whoever may read it.</summary>
public sealed class DirectiveRow : ITenantOwned
{
    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    /// <summary>Code of the state's or the Party's system.</summary>
    public required string System { get; init; }

    /// <summary>Abbreviation of the type, such as <c>QĐ</c>.</summary>
    public required string DocumentType { get; init; }

    /// <summary>As people write it: <c>123/QĐ-SCT</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Under which it is found however it is written: <c>123QDSCT</c>.</summary>
    public required string NumberKey { get; init; }

    /// <summary>The part of the number that is counted: 5 of <c>05a/QĐ-SCT</c>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The part of the number that says whose and of what type it is, such as <c>QĐ-SCT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Who issued it, by the name on that day.</summary>
    public required string Issuer { get; init; }

    public string? Signer { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Year of issue.</summary>
    public required int Year { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>The last day in force.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>False for those that only their recipients, or the issuer's own people, may see.</summary>
    public required bool IsForEveryReader { get; init; }
}

/// <summary>A relation of a published directive to another document.</summary>
public sealed class DirectiveRelationRow : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>The directive that names the relation.</summary>
    public required string ItemId { get; init; }

    /// <summary>From 0, in the order in which they were entered.</summary>
    public required int Position { get; init; }

    public required string Kind { get; init; }

    /// <summary>Null for a document that is not on the site.</summary>
    public string? TargetId { get; init; }

    public string? TargetText { get; init; }
}
