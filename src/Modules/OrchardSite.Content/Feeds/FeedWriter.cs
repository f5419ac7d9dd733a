using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using OrchardSite.Theming;

namespace OrchardSite.Content.Feeds;

/// <param name="Path">Address inside the site of the page that shows the same.</param>
/// <param name="FeedPath">Address inside the site of the feed itself.</param>
public sealed record FeedChannel(string Title, string Description, string Path, string FeedPath);

/// <param name="Id">Of the item; it stays when the address changes.</param>
/// <param name="Path">Address inside the site; what has none is left out.</param>
/// <param name="Category">Name of the one that the item is in; null: none.</param>
public sealed record FeedEntry(string Id, string Title, string? Path, string? Summary, DateTime PublishedUtc, DateTime ModifiedUtc, string? Category);

/// <summary>Writes a list of items as RSS 2.0.</summary>
public static class FeedWriter
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    private const string ContentType = "application/rss+xml; charset=utf-8";

    public static async Task SendAsync(PageRendering page, FeedChannel channel, IReadOnlyList<FeedEntry> items)
    {
        // A host header may be well-formed and yet make no address, such as one with port 99999.
        if (!Uri.TryCreate(page.Origin, UriKind.Absolute, out _))
        {
            page.Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await PageResponse.SendAsync(page.Http, Write(page, channel, items), ContentType, page.Tags, page.IsPrivate);
    }

    private static byte[] Write(PageRendering page, FeedChannel channel, IReadOnlyList<FeedEntry> items)
    {
        var feed = new SyndicationFeed(
            Printable(channel.Title),
            Printable(channel.Description),
            Address(page, channel.Path),
            items.Where(item => item.Path is not null).Select(item => ItemOf(page, item)))
        {
            Language = page.Culture.Name,
        };
        feed.ElementExtensions.Add(SelfLink(Address(page, channel.FeedPath)));
        if (items.Count > 0)
        {
            // The time of what is shown, not of the request: an unchanged feed stays the same to the byte.
            feed.LastUpdatedTime = Local(page, items.Max(item => item.ModifiedUtc));
        }

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false).WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static SyndicationItem ItemOf(PageRendering page, FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            // An address may change; the id does not, and another site of the host may have an item of the same id.
            Id = $"{Address(page, "")}#{entry.Id}",
            Title = new TextSyndicationContent(Printable(entry.Title)),
            PublishDate = Local(page, entry.PublishedUtc),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(Address(page, entry.Path!)));
        if (entry.Summary is { Length: > 0 } summary)
        {
            item.Summary = new TextSyndicationContent(AsHtml(Printable(summary)));
        }

        if (entry.Category is { } category)
        {
            item.Categories.Add(new SyndicationCategory(Printable(category)));
        }

        return item;
    }

    private static Uri Address(PageRendering page, string path) => new(page.Origin + page.Url(path));

    private static DateTimeOffset Local(PageRendering page, DateTime utc) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), page.Settings.TimeZone);

    private static XElement SelfLink(Uri address) => new(
        Atom + "link",
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute("href", address),
        new XAttribute("rel", "self"),
        new XAttribute("type", "application/rss+xml"));

    // A description is HTML by the specification.
    private static string AsHtml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // XML has no form for control characters, not even an escaped one.
    private static string Printable(string text) =>
        text.Any(IsForbidden) ? string.Concat(text.Where(character => !IsForbidden(character))) : text;

    private static bool IsForbidden(char character) => !XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character);
}
