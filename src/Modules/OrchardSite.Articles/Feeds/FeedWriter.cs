using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using OrchardSite.Content;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Theming;

namespace OrchardSite.Articles.Feeds;

/// <summary>Writes a list of items as RSS 2.0.</summary>
internal static class FeedWriter
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Write(PageRendering page, FeedChannel channel, IReadOnlyList<ContentView> items, TermTree terms)
    {
        var feed = new SyndicationFeed(
            Printable(channel.Title),
            Printable(channel.Description),
            Address(page, channel.Path),
            items.Where(item => item.Path is not null).Select(item => ItemOf(page, item, terms)))
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

    private static SyndicationItem ItemOf(PageRendering page, ContentView view, TermTree terms)
    {
        var item = new SyndicationItem
        {
            // An address may change; the id does not, and another site of the host may have an item of the same id.
            Id = $"{Address(page, "")}#{view.Id}",
            Title = new TextSyndicationContent(Printable(view.DisplayText)),
            PublishDate = Local(page, view.PublishedUtc),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(Address(page, view.Path!)));
        if (view.Text(Article.Part, "Sapo") is { Length: > 0 } sapo)
        {
            item.Summary = new TextSyndicationContent(AsHtml(Printable(sapo)));
        }

        if (terms.Find(view.CategoryId()) is { } category)
        {
            item.Categories.Add(new SyndicationCategory(Printable(category.DisplayText)));
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
