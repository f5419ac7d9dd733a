using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Operations;

/// <summary>Makes a draft with the content of an item's newest version and an address of its own.</summary>
public sealed class CloneContent(ContentEditions editions, SaveContent save, IStringLocalizer localizer)
{
    public async Task<OperationResult<SavedContent>> RunAsync(string contentItemId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await editions.NewestAsync(contentItemId, cancellationToken) is not { } newest)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (!actor.MayClone(newest.Item))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not clone “{0}”.", newest.Item.LatestText]);
        }

        var content = newest.Content();
        content["ContentType"] = newest.Item.ContentType;
        // Both must be its own; they are made anew from the title when it is published.
        content.Remove("AutoroutePart");
        content.Remove("AliasPart");
        if (content["TitlePart"] is JsonObject title)
        {
            title["Title"] = localizer["Copy of {0}", title.Text("Title") ?? ""].Value;
        }

        return await save.RunAsync(new ContentEdit(content, null), actor, cancellationToken);
    }
}
