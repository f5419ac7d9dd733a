using System.Collections.Frozen;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace OrchardSite.Theming.Liquid;

/// <summary>
/// Files of views as Fluid's include tags ask for them. They are listed once: a page asks dozens of times, each time for
/// a name without its extension first.
/// </summary>
internal sealed class ThemeViews(string folder) : IFileProvider
{
    private readonly FrozenDictionary<string, View> _views = new DirectoryInfo(folder)
        .EnumerateFiles("*.liquid", SearchOption.AllDirectories)
        .ToFrozenDictionary(file => Path.GetRelativePath(folder, file.FullName), file => new View(file, file.LastWriteTimeUtc), StringComparer.Ordinal);

    public IFileInfo GetFileInfo(string subpath) => _views.TryGetValue(subpath, out var view) ? view : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class View(FileInfo file, DateTimeOffset lastModified) : IFileInfo
    {
        public bool Exists => true;

        public long Length => file.Length;

        public string? PhysicalPath => file.FullName;

        public string Name => file.Name;

        public DateTimeOffset LastModified => lastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => file.OpenRead();
    }
}
