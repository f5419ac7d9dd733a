using System.ComponentModel;

namespace OrchardSite.Api;

[Description("Something that can be done with an item on its way to readers.")]
internal sealed record ContentMoveJson(
    [property: Description("For moveContent.")] string Name,
    [property: Description("In the caller's language.")] string Text);
