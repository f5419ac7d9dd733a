using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Deployment;

namespace OrchardSite.Media;

/// <summary>The files of the library, those of secured folders only for people who may see them.</summary>
internal sealed class MediaSource(SiteDbContext db, MediaStore store, Microsoft.Extensions.Options.IOptions<MediaOptions> options) : IDeploymentSource
{
    private const int Batch = 500;

    public PackagePart Part => PackagePart.Media;

    public async ValueTask<IReadOnlyList<PackageOption>> OptionsAsync(CancellationToken cancellationToken)
    {
        var folders = await db.Set<MediaFolder>().Where(folder => folder.Parent == "").Select(folder => folder.Path).ToListAsync(cancellationToken);
        return [.. folders.Order(StringComparer.CurrentCulture).Select(folder => new PackageOption(folder, folder))];
    }

    public Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken) =>
        recipe.StepsAsync("media", "Files", FilesAsync(choice, recipe, actor, cancellationToken), Batch, cancellationToken);

    private async IAsyncEnumerable<JsonObject> FilesAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var maySeeSecured = actor.Can(MediaPermissions.ViewMediaContent);
        var last = "";
        while (true)
        {
            var after = last;
            var files = await db.Set<MediaFile>().AsNoTracking().Where(file => string.Compare(file.Path, after) > 0).OrderBy(file => file.Path).Take(Batch).ToListAsync(cancellationToken);
            var paths = files.ConvertAll(file => file.Path);
            var former = (await db.Set<FormerMediaPath>().AsNoTracking().Where(row => paths.Contains(row.Target)).ToListAsync(cancellationToken)).ToLookup(row => row.Target, row => row.Path);
            foreach (var file in files.Where(file => choice.Takes(Part, MediaPath.TopOf(file.Folder)) && (maySeeSecured || !options.Value.IsSecured(file.Path))))
            {
                var entry = $"media/{file.Sha256}{MediaPath.ExtensionOf(file.Path)}";
                recipe.Attach(entry, store.FileOf(file.Sha256));
                yield return JsonOf(file, entry, former[file.Path]);
            }

            if (files.Count < Batch)
            {
                yield break;
            }

            last = files[^1].Path;
        }
    }

    // The members after the first two are our own; an Orchard Core leaves them alone.
    private static JsonObject JsonOf(MediaFile file, string entry, IEnumerable<string> former)
    {
        var json = new JsonObject { ["SourcePath"] = entry, ["TargetPath"] = file.Path };
        if (file.AltText is not null)
        {
            json["AltText"] = file.AltText;
        }

        if (file is { FocusX: { } x, FocusY: { } y })
        {
            (json["FocusX"], json["FocusY"]) = (x, y);
        }

        if (former.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } names)
        {
            json["FormerPaths"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }

        return json;
    }
}
