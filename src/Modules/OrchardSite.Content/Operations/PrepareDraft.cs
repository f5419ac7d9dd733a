using System.Text.Json.Nodes;

namespace OrchardSite.Content.Operations;

/// <summary>Turns what an editor has entered into a draft that may be written, or into the reasons why not. Scoped.</summary>
public sealed class PrepareDraft(ContentPreparation preparation, ReferenceCheck references)
{
    /// <param name="publishing">True when all that readers need must be there.</param>
    public async Task<OperationResult<ContentDraft>> RunAsync(
        ContentMetadata metadata, JsonObject parts, bool publishing, DateTime now, CancellationToken cancellationToken)
    {
        var prepared = await preparation.PrepareAsync(metadata, parts, await preparation.BasisAsync(), publishing, now);
        return prepared.Succeeded && await references.CheckAsync(prepared.Value, cancellationToken) is { Count: > 0 } missing
            ? OperationResult<ContentDraft>.Refused(missing)
            : prepared;
    }
}
