using Fluid;
using Fluid.Ast;
using Parlot.Fluent;

namespace OrchardSite.Theming.Liquid;

/// <summary>The parser with an opening for tags that take a list of arguments.</summary>
public sealed class OrchardParser() : FluidParser(new FluidParserOptions())
{
    internal delegate ValueTask TagBody(TagArguments arguments, TextWriter writer, TemplateContext context);

    internal delegate ValueTask BlockBody(TagArguments arguments, string inner, TextWriter writer, TemplateContext context);

    internal void AddTag(string name, TagBody body) =>
        RegisterParserTag(name, ArgumentsList, async (arguments, writer, _, context) =>
        {
            await body(await TagArguments.EvaluateAsync(arguments, context), writer, context);
            return Completion.Normal;
        });

    internal void AddBlock(string name, BlockBody body) =>
        RegisterParserBlock(name, ArgumentsList, async (arguments, statements, writer, encoder, context) =>
        {
            using var inner = new StringWriter();
            await BoundedRanges.Of(statements).RenderStatementsAsync(inner, encoder, context);
            await body(await TagArguments.EvaluateAsync(arguments, context), inner.ToString(), writer, context);
            return Completion.Normal;
        });

    internal void AddEmptyTag(string name, Func<TextWriter, TemplateContext, ValueTask> body) =>
        RegisterEmptyTag(name, async (writer, _, context) =>
        {
            await body(writer, context);
            return Completion.Normal;
        });
}
