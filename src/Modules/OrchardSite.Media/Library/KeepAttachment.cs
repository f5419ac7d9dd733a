using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace OrchardSite.Media;

/// <summary>A file that belongs to something other than the library, such as a report. Its bytes are in the store.</summary>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(string Name, string ContentType, string Sha256, long Size);

/// <summary>Takes a file into the store by the rules of the library. Whoever writes a row that names it counts its hash by <see cref="IStoreUser"/>.</summary>
public sealed class KeepAttachment(MediaStore store, MediaInspector inspector, CurrentTenant tenant, IOptions<MediaOptions> options, IDataProtectionProvider protection, IStringLocalizer localizer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("OrchardSite.Media.Attachments.v1").ToTimeLimitedDataProtector();

    /// <param name="name">As the person's device calls it.</param>
    /// <param name="content">Can be read several times.</param>
    public async Task<OperationResult<Attachment>> RunAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        if (!MediaPath.TryRead(MediaPath.CleanName(name), out var path, out var fault))
        {
            return MediaRefusals.Path(localizer, fault);
        }

        var most = options.Value.FileSizeOf(tenant.Name);
        if (content.Length > most)
        {
            return MediaRefusals.TooLarge(localizer, most);
        }

        var cleaned = inspector.WithoutMetadata(path, content);
        var inspected = inspector.Inspect(path, cleaned);
        if (!inspected.Succeeded)
        {
            return OperationResult<Attachment>.Refused(inspected.Refusals);
        }

        await store.KeepAsync(cleaned, inspected.Value.Sha256, cancellationToken);
        return new Attachment(path, inspected.Value.ContentType, inspected.Value.Sha256, inspected.Value.Size);
    }

    /// <summary>What a form carries so that a file need not be sent again when something else in it was refused; good for a day.</summary>
    public string TicketFor(Attachment attachment) => _tickets.Protect(JsonSerializer.Serialize(attachment), Patience);

    /// <returns>Null when it is too old or none of ours, or the bytes are gone.</returns>
    public Attachment? Find(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Attachment>(_tickets.Unprotect(ticket)) is { } attachment && File.Exists(store.FileOf(attachment.Sha256)) ? attachment : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
