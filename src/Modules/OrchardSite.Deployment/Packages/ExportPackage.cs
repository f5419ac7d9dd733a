using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment;

/// <param name="Files">How many went along with the recipe.</param>
public sealed record WrittenPackage(int Files, long RecipeSize);

/// <summary>
/// Writes the current site, or a part of it, as a package: a zip with an Orchard Core recipe, the files that it names, and
/// <c>package.json</c> with the hash of each. Scoped.
/// </summary>
public sealed class ExportPackage(
    IEnumerable<IDeploymentSource> sources, SiteDbContext db, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Name of the recipe: the same of every site, so that packages of equal sites are equal.</summary>
    public const string RecipeName = "site-package";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Manifests = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="target">Written from its start to its end; of no use when this is refused.</param>
    public async Task<OperationResult<WrittenPackage>> RunAsync(Stream target, PackageChoice choice, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(DeploymentPermissions.Export))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not take packages out of this site: the permission {0} is missing.", DeploymentPermissions.Export.Name]);
        }

        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        long size;
        try
        {
            await using var package = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            (size, var files) = await WriteRecipeAsync(package, hashes, choice, actor, cancellationToken);
            if (size > RecipeReader.LargestFile)
            {
                return new Refusal(RefusalKind.TooLarge, localizer["The recipe would be larger than {0} MB. Take the site out in several packages: choose fewer content types for each.", RecipeReader.LargestFile / 1024 / 1024]);
            }

            foreach (var (name, file) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                hashes[name] = await CopyAsync(package, name, file, cancellationToken);
            }

            await WriteManifestAsync(package, hashes, cancellationToken);
        }
        catch (FileNotFoundException missing)
        {
            return new Refusal(RefusalKind.Conflict, localizer["A file of the library is missing on the server: {0}", Path.GetFileName(missing.FileName) ?? ""]);
        }

        db.Add(AuditEntry.Of(actor, nameof(ExportPackage), time.GetUtcNow().UtcDateTime, detail: Describe(choice)));
        await db.CommitAsync(cancellationToken);
        return new WrittenPackage(hashes.Count - 1, size);
    }

    private async Task<(long Size, IReadOnlyDictionary<string, string> Files)> WriteRecipeAsync(
        ZipArchive package, SortedDictionary<string, string> hashes, PackageChoice choice, Actor actor, CancellationToken cancellationToken)
    {
        await using var entry = await EntryOf(package, PackageManifest.RecipeName, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await using var measured = new MeasuredStream(entry);
        await using var json = new Utf8JsonWriter(measured, Writing);
        json.WriteStartObject();
        json.WriteString("name", RecipeName);
        json.WriteString("displayName", (await settings.GetAsync(db.TenantId)).SiteName);
        json.WriteString("description", "");
        json.WriteString("author", "OrchardSite");
        json.WriteString("version", "1.0");
        json.WriteBoolean("issetuprecipe", false);
        json.WriteStartArray("steps");
        var recipe = new RecipeOutput(json);
        foreach (var source in sources.Where(source => choice.Takes(source.Part)).OrderBy(source => source.Part))
        {
            await source.WriteAsync(choice, recipe, actor, cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        hashes[PackageManifest.RecipeName] = measured.Sha256();
        return (measured.Length, recipe.Files);
    }

    private async Task<string> CopyAsync(ZipArchive package, string name, string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        // Most of what a library holds is packed by itself.
        await using var entry = await EntryOf(package, name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var measured = new MeasuredStream(entry);
        await content.CopyToAsync(measured, cancellationToken);
        return measured.Sha256();
    }

    private async Task WriteManifestAsync(ZipArchive package, SortedDictionary<string, string> hashes, CancellationToken cancellationToken)
    {
        await using var entry = await EntryOf(package, PackageManifest.FileName, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        var manifest = new PackageManifest(PackageManifest.CurrentFormat, PackageManifest.ThisProduct, time.GetUtcNow().UtcDateTime, hashes);
        await JsonSerializer.SerializeAsync(entry, manifest, Manifests, cancellationToken);
    }

    private ZipArchiveEntry EntryOf(ZipArchive package, string name, CompressionLevel level)
    {
        var entry = package.CreateEntry(name, level);
        entry.LastWriteTime = time.GetUtcNow();
        return entry;
    }

    private static string? Describe(PackageChoice choice) => choice.Parts.Count == 0 ? null : string.Join(", ", choice.Parts.Order());
}
