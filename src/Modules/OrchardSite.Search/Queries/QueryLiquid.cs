using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Search.Queries;

/// <summary>Orchard Core's way to ask from a template: <c>{% assign items = Queries.NewArticles | query: size: 5 %}</c>.</summary>
/// <param name="run">Is asked for when a template runs a query: it needs the engine, which is made of its setups.</param>
internal sealed partial class QueryLiquid(Func<RunQuery> run, ILogger<QueryLiquid> logger) : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        options.Scope.SetValue("Queries", new QueriesValue());
        options.Filters.AddFilter("query", RunAsync);
    }

    private async ValueTask<FluidValue> RunAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (input is not QueryValue query || context.TryPage() is not { Tenant: { } tenant } page)
        {
            return NilValue.Instance;
        }

        var parameters = arguments.Names.Select(name => KeyValuePair.Create(name, arguments[name]));
        var result = await run().RunAsync(tenant.Id, query.Name, parameters, page.AsOf, page.Http.RequestAborted);
        // Before the index has come so far, an answer is good for this reader and not for those to come.
        page.IsPrivate |= result.Succeeded ? !result.Value.IsUpToDate : result.Refusals[0].Kind == RefusalKind.Unavailable;
        if (!result.Succeeded)
        {
            // A list that cannot be made leaves a gap in the page, not an error in its place.
            LogRefusal(logger, tenant.Name, result.Refusals[0].Message);
            return NilValue.Instance;
        }

        page.Shows(result.Value.ContentTypes.Select(CacheTag.ListOf));
        return new ArrayValue(result.Value.Items);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A template of {Tenant} asked a query in vain. {Reason}")]
    private static partial void LogRefusal(ILogger logger, string tenant, string reason);

    private sealed class QueriesValue : NamedValue
    {
        protected override FluidValue Member(string name, TemplateContext context) => new QueryValue(name);
    }

    private sealed class QueryValue(string name) : NamedValue
    {
        public string Name => name;

        protected override FluidValue Member(string name, TemplateContext context) => NilValue.Instance;
    }
}
