using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Workflows.Definition;

/// <summary>Reads the definition that the portal came with, once, and says where it is wrong.</summary>
public sealed class WorkflowFile
{
    public const string Name = "editorial-workflow.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        PropertyNameCaseInsensitive = true,
    };

    private readonly Lazy<(EditorialWorkflow Workflow, string Sha256)> _workflow;

    public WorkflowFile(PortalPaths paths, WorkflowCheck check, IStringLocalizer localizer) => _workflow = new(() =>
    {
        var file = Path.Combine(paths.Recipes, Name);
        if (!File.Exists(file))
        {
            throw new WorkflowException(Name, [new WorkflowFault("$", localizer["The file is missing in {0}.", paths.Recipes])]);
        }

        var json = File.ReadAllText(file);
        var workflow = Read(json, localizer);
        return check.Find(workflow) is { Count: > 0 } faults
            ? throw new WorkflowException(Name, faults)
            : (workflow, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    });

    /// <exception cref="WorkflowException">The file is no sound definition; the message names each place.</exception>
    public EditorialWorkflow Workflow => _workflow.Value.Workflow;

    /// <summary>Of the file's text; lower-case hexadecimal.</summary>
    public string Sha256 => _workflow.Value.Sha256;

    /// <exception cref="WorkflowException">The text is no definition.</exception>
    public static EditorialWorkflow Read(string json, IStringLocalizer localizer)
    {
        try
        {
            return JsonSerializer.Deserialize<EditorialWorkflow>(json, Options)!;
        }
        catch (JsonException exception)
        {
            var place = exception.Path is { Length: > 2 } path ? path[2..] : "$";
            throw new WorkflowException(Name, [new WorkflowFault(place, localizer["Line {0}: this is not what the definition of a workflow has here.", (exception.LineNumber ?? 0) + 1])]);
        }
    }
}

/// <param name="Place">JSON path inside the definition, such as <c>Transitions[3].To</c>.</param>
/// <param name="Message">In the language of the current culture.</param>
public sealed record WorkflowFault(string Place, string Message)
{
    /// <summary>Name of the state to which no way leads; null for any other fault.</summary>
    public string? Unreachable { get; init; }
}

/// <summary>A definition that cannot be used.</summary>
public sealed class WorkflowException(string file, IReadOnlyList<WorkflowFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(fault => $"{file}: {fault.Place}: {fault.Message}")))
{
    public IReadOnlyList<WorkflowFault> Faults { get; } = faults;
}
