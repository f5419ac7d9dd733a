using System.Globalization;
using Microsoft.Extensions.Options;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment;

/// <summary>
/// Where packages are for as long as they are used, in <c>packages/</c> of the data folder: unpacked ones between plan and
/// run, for the person who sent them alone, and those that are being written. What was left is thrown away after a while.
/// </summary>
public sealed class PackageFolders(PortalPaths paths, IOptions<PackageOptions> options, TimeProvider time) : ITenantFiles
{
    private readonly string _root = Path.Combine(paths.Data, "packages");

    /// <summary>An empty folder that nobody can guess. What the same person has left on this site makes room for it.</summary>
    /// <param name="owner">Account of the person; null for a program.</param>
    /// <returns>The key of the folder.</returns>
    public string Create(int tenantId, int? owner)
    {
        var site = Directory.CreateDirectory(SiteOf(tenantId)).FullName;
        if (owner is not null)
        {
            foreach (var former in Directory.EnumerateDirectories(site, $"{NameOf(owner)}-*"))
            {
                Delete(former);
            }
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{NameOf(owner)}-{time.GetUtcNow().ToUnixTimeSeconds()}-{UniqueId.New()}");
        Directory.CreateDirectory(Path.Combine(site, key));
        return key;
    }

    /// <returns>The full path; null for what is not this person's on this site, or is too old.</returns>
    public string? Find(int tenantId, int? owner, string? key)
    {
        if (key is null || key.Split('-') is not [var name, var begun, var id] || name != NameOf(owner) || !UniqueId.IsValid(id) || IsOld(begun))
        {
            return null;
        }

        var folder = Path.Combine(SiteOf(tenantId), key);
        return Directory.Exists(folder) ? folder : null;
    }

    public void Remove(int tenantId, string key) => Delete(Path.Combine(SiteOf(tenantId), key));

    /// <summary>A file that vanishes when it is closed, to write a package into and to send it from.</summary>
    public FileStream CreateFile(int tenantId)
    {
        var folder = Path.Combine(SiteOf(tenantId), Create(tenantId, owner: null));
        return new FileStream(Path.Combine(folder, "package.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
    }

    /// <summary>Of all sites.</summary>
    public void ThrowAwayOld()
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(_root).SelectMany(Directory.EnumerateDirectories))
        {
            if (Path.GetFileName(folder).Split('-') is not [_, var begun, _] || IsOld(begun))
            {
                Delete(folder);
            }
        }
    }

    public Task RemoveAsync(TenantIdentity tenant, CancellationToken cancellationToken)
    {
        Delete(SiteOf(tenant.Id));
        return Task.CompletedTask;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else was faster.
        }
    }

    private bool IsOld(string begun) =>
        !long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        || DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds())) + options.Value.Patience < time.GetUtcNow();

    private string SiteOf(int tenantId) => Path.Combine(_root, tenantId.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(int? owner) => owner?.ToString(CultureInfo.InvariantCulture) ?? "0";
}
