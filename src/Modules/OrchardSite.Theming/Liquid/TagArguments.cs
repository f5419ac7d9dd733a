using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>The evaluated arguments of an Orchard tag: <c>{% tag first, name: value %}</c>.</summary>
internal sealed class TagArguments
{
    private readonly List<KeyValuePair<string, FluidValue>> _named = [];

    public FluidValue First { get; private set; } = NilValue.Instance;

    public IEnumerable<KeyValuePair<string, FluidValue>> Named => _named;

    public string? this[string name] =>
        _named.Find(argument => argument.Key == name).Value is { } value && !value.IsNil() ? value.ToStringValue() : null;

    public static async ValueTask<TagArguments> EvaluateAsync(IReadOnlyList<FilterArgument> arguments, TemplateContext context)
    {
        var evaluated = new TagArguments();
        foreach (var argument in arguments)
        {
            var value = await argument.Expression.EvaluateAsync(context);
            if (argument.Name is null)
            {
                evaluated.First = value;
            }
            else
            {
                evaluated._named.Add(new(argument.Name, value));
            }
        }

        return evaluated;
    }
}
