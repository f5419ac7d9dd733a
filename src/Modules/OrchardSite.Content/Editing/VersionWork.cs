using OrchardSite.Content.Comparing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Editing;

/// <summary>What can be done with the versions of an item. Scoped.</summary>
public sealed class VersionWork(ContentEditions editions, ContentEditor editor, ContentComparison comparison, SaveContent save, ContentRights rights)
{
    public ContentRights Rights { get; } = rights;

    public async Task<IReadOnlyList<FieldDifference>> CompareAsync(ContentItem item, string before, string after, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var type = (await editor.TypeAsync(item.ContentType))!;
        return comparison.Compare(await FormAsync(before), await FormAsync(after));

        async Task<ItemForm> FormAsync(string versionId) =>
            await editor.FormAsync(type, (await editions.FindAsync(item.Id, versionId, cancellationToken))!.Content(), timeZone, [], cancellationToken);
    }

    /// <summary>Saves an older version again as the newest draft.</summary>
    /// <param name="latestVersionId">The newest version that the person saw.</param>
    public async Task<OperationResult<SavedContent>> RestoreAsync(
        ContentItem item, string versionId, string latestVersionId, string note, Actor actor, CancellationToken cancellationToken)
    {
        var content = (await editions.FindAsync(item.Id, versionId, cancellationToken))!.Content();
        (content["ContentItemId"], content["ContentType"]) = (item.Id, item.ContentType);
        return await save.RunAsync(new ContentEdit(content, latestVersionId, note) { MayLackFiles = true }, actor, cancellationToken);
    }
}
