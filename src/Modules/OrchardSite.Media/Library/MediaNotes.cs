using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Media;

/// <summary>Knows of files what whoever looks after them should know. Scoped: it works for the current tenant.</summary>
public interface IMediaNotes
{
    /// <returns>A sentence in the person's language; null where there is nothing to say, or nothing is known yet.</returns>
    Task<string?> FindAsync(MediaEntry file, CancellationToken cancellationToken);
}

/// <summary>What people are told of a file where they look after it: in the library, and in what shows it. Scoped.</summary>
public sealed class MediaNotes(MediaIndex index, ChangeFeed feed, CurrentTenant tenant, IEnumerable<IMediaNotes> sources)
{
    /// <param name="path">As it was typed: there may be no such file.</param>
    public async Task<IReadOnlyList<string>> OfAsync(string path, CancellationToken cancellationToken)
    {
        if (!MediaPath.TryRead(path, out var read, out _) || await index.FindAsync(tenant.Id, read, feed.Position) is not { } file)
        {
            return [];
        }

        var notes = new List<string>();
        foreach (var source in sources)
        {
            if (await source.FindAsync(file, cancellationToken) is { } note)
            {
                notes.Add(note);
            }
        }

        return notes;
    }
}
