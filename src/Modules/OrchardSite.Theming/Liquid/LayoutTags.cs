using System.Text;
using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>Orchard Core's tags that build the document: body, sections, zones, shapes and the resources of the head.</summary>
internal sealed class LayoutTags : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        parser.AddEmptyTag("render_body", (writer, context) => new(writer.WriteAsync(context.Page().Body)));
        parser.AddTag("render_section", RenderSectionAsync);
        parser.AddBlock("zone", AddToZone);
        parser.AddTag("shape", RenderShapeAsync);
        parser.AddTag("layout", (_, _, _) => ValueTask.CompletedTask);
        parser.AddTag("page_title", RenderTitleAsync);
        parser.AddTag("meta", (arguments, _, context) => Add(context.Page().Head.Meta, "<meta", arguments, ">"));
        parser.AddTag("link", (arguments, _, context) => Add(context.Page().Head.Links, "<link", arguments, ">"));
        parser.AddTag("style", AddStyle);
        parser.AddTag("script", AddScript);
        parser.AddBlock("scriptblock", AddScriptBlock);
        parser.AddTag("resources", RenderResourcesAsync);
    }

    private static async ValueTask RenderSectionAsync(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var zone = arguments.First.ToStringValue();
        var contents = context.Page().Zone(zone);
        if (contents.Count == 0 && arguments["required"] == "true")
        {
            throw new InvalidOperationException($"The layout requires something in the zone {zone}.");
        }

        foreach (var content in contents)
        {
            await writer.WriteAsync(content);
        }
    }

    private static ValueTask AddToZone(TagArguments arguments, string inner, TextWriter writer, TemplateContext context)
    {
        context.Page().AddToZone(arguments.First.ToStringValue(), inner);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask RenderShapeAsync(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var values = arguments.Named.ToDictionary(argument => argument.Key, argument => argument.Value.ToStringValue(), StringComparer.Ordinal);
        if (await context.Renderer().BuildAsync(arguments.First.ToStringValue(), values, context.Page()) is { } shape)
        {
            await writer.WriteAsync(await context.Renderer().RenderSharedAsync(shape, context));
        }
    }

    // In the body it adds a segment; in the layout it adds the last one and prints them all.
    private static async ValueTask RenderTitleAsync(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var head = context.Page().Head;
        var segment = arguments.First.ToStringValue();
        if (!head.IsOpen)
        {
            head.TitleSegments.Add(segment);
            return;
        }

        var segments = arguments["position"] == "before" ? head.TitleSegments.Prepend(segment) : head.TitleSegments.Append(segment);
        var title = string.Join(arguments["separator"] ?? " - ", segments.Where(text => text.Length > 0).Distinct());
        LiquidEngine.Encoder.Encode(writer, title);
        await ValueTask.CompletedTask;
    }

    private static ValueTask AddStyle(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var tag = $"<link rel=\"stylesheet\" href=\"{Encode(arguments["src"])}\"{Attribute("media", arguments["media"])}>";
        AddOnce(context.Page().Head.StyleSheets, tag);
        return ValueTask.CompletedTask;
    }

    private static ValueTask AddScript(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var head = context.Page().Head;
        var tag = $"<script src=\"{Encode(arguments["src"])}\"{Attribute("type", arguments["type"])} defer></script>";
        AddOnce(IsHead(arguments) ? head.HeadScripts : head.FootScripts, tag);
        return ValueTask.CompletedTask;
    }

    private static ValueTask AddScriptBlock(TagArguments arguments, string inner, TextWriter writer, TemplateContext context)
    {
        var head = context.Page().Head;
        // Nothing inside may end the element: in JSON, the one language of inline blocks here, < can always be written so.
        var tag = $"<script{Attribute("type", arguments["type"])}>{inner.Replace("<", "\\u003C", StringComparison.Ordinal)}</script>";
        AddOnce(IsHead(arguments) ? head.HeadScripts : head.FootScripts, tag);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask RenderResourcesAsync(TagArguments arguments, TextWriter writer, TemplateContext context)
    {
        var head = context.Page().Head;
        var resources = arguments["type"] switch
        {
            "Meta" => head.Meta,
            "HeadLink" => head.Links,
            "Stylesheet" => head.StyleSheets,
            "HeadScript" => head.HeadScripts,
            "FootScript" => head.FootScripts,
            var other => throw new InvalidOperationException($"There are no resources of the type {other}."),
        };
        foreach (var resource in resources)
        {
            await writer.WriteAsync(resource);
            await writer.WriteAsync('\n');
        }
    }

    private static ValueTask Add(List<string> target, string start, TagArguments arguments, string end)
    {
        var tag = new StringBuilder(start);
        foreach (var (name, value) in arguments.Named)
        {
            // An empty description or title would only be noise to whoever reads the head.
            if (value.IsNil() || value.ToStringValue().Length == 0)
            {
                return ValueTask.CompletedTask;
            }

            tag.Append(Attribute(name.Replace('_', '-'), value.ToStringValue()));
        }

        AddOnce(target, tag.Append(end).ToString());
        return ValueTask.CompletedTask;
    }

    private static void AddOnce(List<string> target, string tag)
    {
        if (!target.Contains(tag))
        {
            target.Add(tag);
        }
    }

    private static bool IsHead(TagArguments arguments) => arguments["at"] == "Head";

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Encode(value)}\"";

    private static string Encode(string? value) => LiquidEngine.Encoder.Encode(value ?? "");
}
