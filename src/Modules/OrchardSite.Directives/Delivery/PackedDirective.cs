using OrchardSite.Content;

namespace OrchardSite.Directives.Delivery;

/// <summary>Who a directive was sent to stays with the site that sent it: nobody gets it a second time from a copy of that site.</summary>
internal sealed class PackedDirective : IPackedContent
{
    public string ContentType => DirectiveData.ContentType;

    public IReadOnlyList<string> OwnParts { get; } = [RecipientData.Part];
}
