namespace OrchardSite.Content;

/// <summary>What a module demands of items of a type beyond what the type's definition says. Singleton; called from several threads.</summary>
public interface IContentRule
{
    string ContentType { get; }

    /// <summary>
    /// Checks a draft whose fields are already known to be well-formed, and may set what the module computes:
    /// <see cref="ContentDraft.ExpiresUtc"/>, <see cref="ContentDraft.IsForEveryReader"/>, computed fields.
    /// </summary>
    /// <param name="publishing">True when the draft is about to be published, so that all that readers need must be there.</param>
    /// <returns>The reasons to refuse it; <see cref="Refusal.Field"/> is the JSON path inside the item.</returns>
    IEnumerable<Refusal> Check(ContentDraft draft, bool publishing);
}
