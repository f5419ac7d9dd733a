using System.Collections.Concurrent;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace OrchardSite.Theming.Liquid;

/// <summary>Files of views as Fluid's include tags ask for them. Each is looked for once: a page asks dozens of times.</summary>
internal sealed class ThemeViews(string folder) : IFileProvider
{
    private readonly PhysicalFileProvider _files = new(folder);
    private readonly ConcurrentDictionary<string, IFileInfo> _found = new(StringComparer.Ordinal);

    public IFileInfo GetFileInfo(string subpath) => _found.TryGetValue(subpath, out var known) ? known : Find(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => _files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    // Only files that exist are remembered: names may come from data.
    private IFileInfo Find(string subpath)
    {
        var file = _files.GetFileInfo(subpath);
        return file.Exists ? _found.GetOrAdd(subpath, new FoundView(file, file.LastModified)) : file;
    }

    private sealed class FoundView(IFileInfo file, DateTimeOffset lastModified) : IFileInfo
    {
        public bool Exists => true;

        public long Length => file.Length;

        public string? PhysicalPath => file.PhysicalPath;

        public string Name => file.Name;

        public DateTimeOffset LastModified => lastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => file.CreateReadStream();
    }
}
