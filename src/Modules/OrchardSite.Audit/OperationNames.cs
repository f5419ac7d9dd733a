using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Audit;

/// <summary>Says in words what an operation did.</summary>
public sealed class OperationNames(IEnumerable<AuditedOperation> operations, IStringLocalizer localizer)
{
    private readonly Dictionary<string, string> _descriptions = operations.ToDictionary(operation => operation.Name, operation => operation.Description, StringComparer.Ordinal);

    /// <summary>All there are, in the order of their words.</summary>
    public IReadOnlyList<(string Name, string Words)> All => [.. _descriptions.Keys.Select(name => (name, Of(name))).OrderBy(pair => pair.Item2, StringComparer.CurrentCulture)];

    /// <returns>The name itself where no module of today writes it.</returns>
    public string Of(string name) => _descriptions.TryGetValue(name, out var description) ? localizer[description] : name;
}
