using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <param name="Key">Of the folder in which it is.</param>
/// <param name="HasList">False for one of Orchard Core's, which has no list of its files: whether they are those that were packed nobody can tell.</param>
public sealed record UnpackedPackage(string Key, bool HasList);

/// <summary>Unpacks a package into a folder of its own after looking at every name, size and hash in it. Believes nothing that the zip says of itself.</summary>
public sealed class UnpackPackage(PackageFolders folders, IOptions<PackageOptions> options, IStringLocalizer localizer)
{
    private const int LargestManifest = 8 * 1024 * 1024;
    private const int BufferSize = 128 * 1024;
    private const int LongestShown = 50;

    // The kind of a file as Unix keeps it beside the name: links and devices are none that a package brings.
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <param name="zip">Can be read several times.</param>
    public async Task<OperationResult<UnpackedPackage>> RunAsync(Stream zip, int tenantId, int? owner, CancellationToken cancellationToken)
    {
        if (zip.Length > options.Value.MaxUpload)
        {
            return Refuse(RefusalKind.TooLarge, localizer["The package is larger than {0} MB.", options.Value.MaxUpload / 1024 / 1024]);
        }

        folders.ThrowAwayOld();
        var key = folders.Create(tenantId, owner);
        var isWhole = false;
        try
        {
            var hasList = await UnpackAsync(zip, folders.Find(tenantId, owner, key)!, cancellationToken);
            isWhole = true;
            return new UnpackedPackage(key, hasList);
        }
        catch (PackageException refused)
        {
            return refused.Refusal;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            // What the library says of a broken, encrypted or foreign kind of zip.
            return Damaged();
        }
        finally
        {
            if (!isWhole)
            {
                folders.Remove(tenantId, key);
            }
        }
    }

    /// <returns>True when the package has a list, and all is as it says.</returns>
    private async Task<bool> UnpackAsync(Stream zip, string folder, CancellationToken cancellationToken)
    {
        if (!ZipEnd.TryRead(zip, options.Value.MaxEntries, out var isSmall))
        {
            throw new PackageException(Damaged());
        }

        if (!isSmall)
        {
            throw new PackageException(TooMany());
        }

        zip.Position = 0;
        await using var package = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var entries = FilesOf(package);
        var budget = new UnpackBudget(Math.Min(options.Value.MaxUnpacked, Math.Max(PackageOptions.AlwaysUnpacked, zip.Length * options.Value.MaxRatio)));
        var hashes = await ReadManifestAsync(entries, budget, cancellationToken);
        foreach (var (name, entry) in entries.Where(pair => pair.Key != PackageManifest.FileName))
        {
            if (hashes?.ContainsKey(name) == false)
            {
                throw new PackageException(Refuse(RefusalKind.Invalid, localizer["The package has a file that its list does not name: {0}", name]));
            }

            var most = name == PackageManifest.RecipeName ? RecipeReader.LargestFile : budget.Left;
            var hash = await UnpackAsync(entry, Path.Combine(folder, name), most, budget, cancellationToken);
            if (hashes is not null && hashes[name] != hash)
            {
                throw new PackageException(Refuse(RefusalKind.Invalid, localizer["The file {0} in the package is not the one that its list names: its hash is another.", name]));
            }
        }

        return hashes is not null;
    }

    private Dictionary<string, ZipArchiveEntry> FilesOf(ZipArchive package)
    {
        if (package.Entries.Count > options.Value.MaxEntries)
        {
            throw new PackageException(TooMany());
        }

        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in package.Entries)
        {
            var kind = (entry.ExternalAttributes >> 16) & KindMask;
            var isFolder = entry.FullName.EndsWith('/') && kind is 0 or Folder && entry.Length == 0;
            var name = isFolder ? entry.FullName[..^1] : entry.FullName;
            if (!EntryName.IsSafe(name) || !(isFolder || kind is 0 or RegularFile))
            {
                throw new PackageException(Refuse(RefusalKind.Invalid, localizer["The package has a file with a name that no package has: {0}", Shown(entry.FullName)]));
            }

            if (isFolder)
            {
                continue;
            }

            if (!keys.Add(EntryName.KeyOf(name)))
            {
                throw new PackageException(TwoOfOneName(name));
            }

            files.Add(name, entry);
        }

        // Nor can a file be where others need a folder.
        return files.Keys.FirstOrDefault(name => EntryName.FoldersOf(name).Any(folder => keys.Contains(EntryName.KeyOf(folder)))) is { } inFile
            ? throw new PackageException(TwoOfOneName(inFile))
            : files;
    }

    /// <returns>The hashes by the files' names; null where the package has no list.</returns>
    private async Task<IReadOnlyDictionary<string, string>?> ReadManifestAsync(Dictionary<string, ZipArchiveEntry> entries, UnpackBudget budget, CancellationToken cancellationToken)
    {
        if (!entries.ContainsKey(PackageManifest.RecipeName))
        {
            throw new PackageException(Refuse(RefusalKind.Invalid, localizer["There is no {0} in the package.", PackageManifest.RecipeName]));
        }

        if (!entries.TryGetValue(PackageManifest.FileName, out var entry))
        {
            return null;
        }

        var manifest = Parse(await ReadAsync(entry, budget, cancellationToken));
        if (manifest.Format > PackageManifest.CurrentFormat)
        {
            var product = Shown(manifest.Product ?? "?");
            throw new PackageException(Refuse(RefusalKind.Invalid, localizer["The package was made by a newer program ({0}, format {1}): update this one first.", product, manifest.Format]));
        }

        if (manifest.Files.Keys.FirstOrDefault(name => !entries.ContainsKey(name)) is { } missing)
        {
            throw new PackageException(Refuse(RefusalKind.Invalid, localizer["A file that the package names is not in it: {0}", Shown(missing)]));
        }

        return manifest.Files;
    }

    private PackageManifest Parse(byte[] json)
    {
        try
        {
            if (JsonSerializer.Deserialize<PackageManifest>(json, Reading) is { Format: > 0, Files: not null } manifest)
            {
                return manifest;
            }
        }
        catch (JsonException)
        {
            // Said below, in the person's language.
        }

        throw new PackageException(Refuse(RefusalKind.Invalid, localizer["{0} in the package cannot be read.", PackageManifest.FileName]));
    }

    private async Task<byte[]> ReadAsync(ZipArchiveEntry entry, UnpackBudget budget, CancellationToken cancellationToken)
    {
        await using var content = await entry.OpenAsync(cancellationToken);
        using var memory = new MemoryStream();
        await CopyAsync(content, memory, LargestManifest, budget, entry.FullName, cancellationToken);
        return memory.ToArray();
    }

    private async Task<string> UnpackAsync(ZipArchiveEntry entry, string file, long most, UnpackBudget budget, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var content = await entry.OpenAsync(cancellationToken);
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        return await CopyAsync(content, target, most, budget, entry.FullName, cancellationToken);
    }

    // Counted here: what the zip says of sizes may be anything.
    private async Task<string> CopyAsync(Stream content, Stream target, long most, UnpackBudget budget, string name, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            size += read;
            if (size > most || !budget.TryTake(read))
            {
                throw new PackageException(Refuse(RefusalKind.TooLarge, localizer["Unpacked, the package would be larger than it may be: {0}", name]));
            }

            hash.AppendData(buffer.AsSpan(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Refusal Damaged() => Refuse(RefusalKind.Invalid, localizer["The file is no package, or it is damaged: it cannot be unpacked."]);

    private Refusal TooMany() => Refuse(RefusalKind.TooLarge, localizer["The package has more than {0} files.", options.Value.MaxEntries]);

    private Refusal TwoOfOneName(string name) => Refuse(RefusalKind.Invalid, localizer["The package has two files with one name: {0}", name]);

    private static Refusal Refuse(RefusalKind kind, string message) => new(kind, message, "package");

    // Such names are made to do harm; what is shown of them does none.
    private static string Shown(string name)
    {
        var visible = string.Concat(name.Select(character => char.IsControl(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ? '�' : character));
        return visible.Length > LongestShown ? visible[..LongestShown] + "…" : visible;
    }

    private sealed class UnpackBudget(long bytes)
    {
        public long Left { get; private set; } = bytes;

        public bool TryTake(long count) => (Left -= count) >= 0;
    }
}
