using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Does one thing with several items, each for itself: what is refused for one holds up no other. Scoped.</summary>
public sealed class ContentActions(
    PublishContent publish, UnpublishContent unpublish, DeleteContent delete, RestoreContent restore, CloneContent clone, IStringLocalizer localizer)
{
    /// <param name="verb">Publish, Unpublish, Delete, Restore or Clone.</param>
    /// <param name="picked">Items with the versions that the person saw, as <c>ID|VERSION</c>.</param>
    public async Task<(IReadOnlyList<SavedContent> Done, IReadOnlyList<Refusal> Refusals)> RunAsync(
        string verb, IEnumerable<string> picked, Actor actor, CancellationToken cancellationToken)
    {
        var done = new List<SavedContent>();
        var refusals = new List<Refusal>();
        foreach (var one in picked.Distinct())
        {
            var (id, version) = one.Split('|') is [var item, var seen] ? (item, seen) : (one, "");
            var result = verb switch
            {
                "Publish" => await publish.RunAsync(id, version, actor, cancellationToken: cancellationToken),
                "Unpublish" => await unpublish.RunAsync(id, version, actor, cancellationToken: cancellationToken),
                "Delete" => await delete.RunAsync(id, version, actor, cancellationToken),
                "Restore" => await restore.RunAsync(id, actor, cancellationToken),
                "Clone" => await clone.RunAsync(id, actor, cancellationToken),
                _ => new Refusal(RefusalKind.Invalid, localizer["There is nothing like that to do."]),
            };
            if (result.Succeeded)
            {
                done.Add(result.Value);
            }
            else
            {
                refusals.AddRange(result.Refusals);
            }
        }

        return (done, refusals);
    }

    /// <summary>What was done, as a sentence.</summary>
    public string Tell(string verb, IReadOnlyCollection<SavedContent> done) => verb switch
    {
        "Publish" => localizer["Published: {0}.", done.Count],
        "Unpublish" => localizer["Taken down: {0}.", done.Count],
        "Delete" => localizer["Moved to the bin: {0}.", done.Count],
        "Restore" => localizer["Restored as drafts: {0}.", done.Count],
        _ => localizer["Cloned as drafts: {0}.", done.Count],
    };
}
