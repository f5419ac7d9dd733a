using System.Runtime.CompilerServices;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>Ends a template that asks for more numbers than any needs: <c>(1..2000000000)</c> would be a list of them all before its first step.</summary>
internal sealed class BoundedRanges : AstRewriter
{
    private static readonly BoundedRanges Rewriter = new();

    // What stands inside the portal's own blocks is out of the rewriter's sight until it is rendered.
    private static readonly ConditionalWeakTable<IReadOnlyList<Statement>, IReadOnlyList<Statement>> Blocks = [];

    public static IFluidTemplate Of(IFluidTemplate template) => Rewriter.VisitTemplate(template);

    public static IReadOnlyList<Statement> Of(IReadOnlyList<Statement> statements) =>
        Blocks.GetValue(statements, static original => Rewriter.TryRewriteStatements(original, out var bounded) ? bounded : original);

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new BoundedRange(rangeExpression);

    // By index, into an array: the parser's list is an iterator, and .NET 10's optimised code for walking it has ended the process
    // with an access violation, three times, always in a "when".
    protected override Statement VisitWhenStatement(WhenStatement whenStatement)
    {
        var options = new Expression[whenStatement.Options.Count];
        for (var index = 0; index < options.Length; index++)
        {
            options[index] = Visit(whenStatement.Options[index]);
        }

        TryRewriteStatements(whenStatement.Statements, out var statements);
        return new WhenStatement(options, [.. statements]);
    }

    private sealed class BoundedRange(RangeExpression range) : Expression
    {
        private const int MostNumbers = 10_000;

        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var first = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var last = (await range.To.EvaluateAsync(context)).ToNumberValue();
            return last - first < MostNumbers
                ? await range.EvaluateAsync(context)
                : throw new InvalidOperationException($"A template asks for the numbers from {first} to {last}; there are {MostNumbers} at most.");
        }
    }
}
