using Fluid;
using Fluid.Values;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Display;

/// <summary>Orchard Core's filters on items: <c>display_text</c> and <c>display_url</c>.</summary>
internal sealed class ContentFilters : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        options.Filters.AddFilter("display_text", (input, _, _) => StringValue.Create(input is ContentView item ? item.DisplayText : ""));
        options.Filters.AddFilter("display_url", (input, _, context) =>
            StringValue.Create(input is ContentView { Path: { } path } ? context.Page().Url(path) : ""));
    }
}
