using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Media;

namespace OrchardSite.Search.Files;

/// <summary>Which documents of the library belong to versions of items.</summary>
public static class AttachedDocuments
{
    /// <returns>
    /// For each version the hashes of its documents whose text can be read, in the order in which it names them. The rows
    /// alone do not say it: they are those of an item, whose draft may have files that readers must not find yet.
    /// </returns>
    public static async Task<ILookup<string, string>> OfVersionsAsync(SiteDbContext db, IReadOnlyCollection<string> versionIds, CancellationToken cancellationToken)
    {
        var documents = db.Set<MediaFile>().Where(file => file.ContentType == "application/pdf" || file.ContentType.StartsWith("application/vnd.openxmlformats-") || file.ContentType.StartsWith("text/"));
        var here =
            from version in db.Set<ContentVersion>()
            join media in db.Set<ContentMedia>() on version.ItemId equals media.ItemId
            join file in documents on media.Path equals file.Path
            where versionIds.Contains(version.Id)
            select new { version.Id, media.Path, file.Sha256 };
        var moved =
            from version in db.Set<ContentVersion>()
            join media in db.Set<ContentMedia>() on version.ItemId equals media.ItemId
            join former in db.Set<FormerMediaPath>() on media.Path equals former.Path
            join file in documents on former.Target equals file.Path
            where versionIds.Contains(version.Id)
            select new { version.Id, media.Path, file.Sha256 };
        var found = await here.Concat(moved).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return Array.Empty<string>().ToLookup(id => id);
        }

        var ids = found.Select(row => row.Id).Distinct().ToArray();
        var contents = await db.Set<ContentVersion>().Where(version => ids.Contains(version.Id)).Select(version => new { version.Id, version.Json }).ToListAsync(cancellationToken);
        var hashes = found.ToLookup(row => (row.Id, row.Path), row => row.Sha256);
        return (
            from content in contents
            from path in MediaReferences.In(JsonNode.Parse(content.Json)!)
            from sha256 in hashes[(content.Id, path)].Take(1)
            select (content.Id, sha256)).Distinct().ToLookup(document => document.Id, document => document.sha256);
    }
}
