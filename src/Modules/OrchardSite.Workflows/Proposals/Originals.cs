using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Reads what a unit has published, and makes content for the current site of it, with the pictures it shows. Scoped.</summary>
public sealed class Originals(
    SiteDbContext db, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, IEnumerable<IContentOrigin> origins, MediaChanges media, TimeProvider time)
{
    // Where the pictures of units are in the library of who takes over their articles.
    private const string Folder = "don-vi";

    /// <returns>Null when readers of the unit's site do not see it any more.</returns>
    public async Task<Original?> ReadAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        if (tenants.Find(proposal.FromTenantId) is not { } tenant)
        {
            return null;
        }

        await using var theirs = contexts.CreateForTenant(tenant.Id);
        var item = await theirs.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == proposal.FromItemId && row.DeletedUtc == null && row.PublishedVersionId != null, cancellationToken);
        if (item is null)
        {
            return null;
        }

        var version = await theirs.Set<ContentVersion>().AsNoTracking().FirstAsync(row => row.Id == item.PublishedVersionId, cancellationToken);
        var content = JsonNode.Parse(version.Json)!.AsObject();
        var paths = MediaReferences.In(content);
        var files = await theirs.Set<MediaFile>().AsNoTracking().Where(file => paths.Contains(file.Path)).ToListAsync(cancellationToken);
        return new Original(tenant, (await settings.GetAsync(tenant.Id)).NameOf(tenant), item, content, files);
    }

    /// <summary>Copies the pictures, and makes the content that the current site saves.</summary>
    public async Task<JsonObject> TakeOverAsync(Original original, string categoryId, string? copyId, Actor actor, CancellationToken cancellationToken)
    {
        var content = original.Content;
        var own = tenants.Find(db.TenantId)!;
        await AddFilesAsync(original, actor, cancellationToken);
        foreach (var file in original.Files)
        {
            Rewrite(content, file.Path, PathOf(original, file.Path), own.PathBase);
        }

        // Its address and alias are made anew here.
        content.Remove("AutoroutePart");
        content.Remove("AliasPart");
        origins.First(origin => origin.ContentType == original.Item.ContentType).Set(content, original.Site, AddressOf(original, own), categoryId);
        content["ContentType"] = original.Item.ContentType;
        if (copyId is not null)
        {
            content["ContentItemId"] = copyId;
        }

        return content;
    }

    private static string PathOf(Original original, string path) => $"{Folder}/{original.Tenant.Name}/{path}";

    // As a link field takes it; empty where the two share a host and this site has a prefix, from which no such address leads there.
    private static string AddressOf(Original original, Tenant own)
    {
        var start = original.Tenant.Hosts.Count > 0 ? "https://" + original.Tenant.Hosts[0] : own.PathBase.Length == 0 ? "~" : "";
        return start.Length > 0 ? $"{start}{original.Tenant.PathBase}/{original.Item.Path}" : "";
    }

    private async Task AddFilesAsync(Original original, Actor actor, CancellationToken cancellationToken)
    {
        var paths = original.Files.Select(file => PathOf(original, file.Path)).ToArray();
        var known = await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        await media.AddFoldersAsync(paths.Select(MediaPath.FolderOf), cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var changed = new List<string>();
        // The bytes are kept once for all sites: what the copy needs is a row of its own.
        foreach (var file in original.Files)
        {
            var path = PathOf(original, file.Path);
            if (!known.TryGetValue(path, out var former))
            {
                db.Add(new MediaFile { Path = path, Size = file.Size, ContentType = file.ContentType, Sha256 = file.Sha256, Width = file.Width, Height = file.Height, AltText = file.AltText, FocusX = file.FocusX, FocusY = file.FocusY, OwnerId = actor.AccountId, ModifiedUtc = now });
                changed.Add(path);
            }
            else if (former.Sha256 != file.Sha256)
            {
                (former.Size, former.ContentType, former.Sha256, former.Width, former.Height, former.ModifiedUtc) = (file.Size, file.ContentType, file.Sha256, file.Width, file.Height, now);
                former.Revision++;
                changed.Add(path);
            }
        }

        if (changed.Count > 0)
        {
            await media.RecordAsync("TakeOverPictures", changed, actor, cancellationToken);
            // The content that is saved next is checked against the library.
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static void Rewrite(JsonNode? node, string path, string newPath, string pathBase)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToArray())
                {
                    Rewrite(member.Value, path, newPath, pathBase);
                }

                break;
            case JsonArray items:
                foreach (var item in items.ToArray())
                {
                    Rewrite(item, path, newPath, pathBase);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains(path, StringComparison.Ordinal):
                value.ReplaceWith(text == path ? newPath : Regex.Replace(text, $"(~|/[A-Za-z0-9-]+)?/media/{Regex.Escape(path)}", $"{pathBase}/media/{newPath}"));
                break;
        }
    }
}

/// <param name="Site">Name of the unit's site as its readers know it.</param>
/// <param name="Content">Of the published version; without what readers never see.</param>
/// <param name="Files">Of the unit's library, that it shows.</param>
public sealed record Original(Tenant Tenant, string Site, ContentItem Item, JsonObject Content, IReadOnlyList<MediaFile> Files);
