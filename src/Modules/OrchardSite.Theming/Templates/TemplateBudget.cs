using System.Diagnostics;
using System.Text;
using Fluid;
using Fluid.Values;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Theming.Templates;

/// <summary>What the site's own templates may take of one page: steps, time and characters. The theme's are trusted and have their own bound on steps.</summary>
public sealed class TemplateBudget
{
    // Half of what a page may take, so that the theme's templates around always have the other half.
    private const int MostSteps = 100_000;
    private const int MostCharacters = 2_000_000;

    private const string Key = "TemplateBudget";

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _characters;

    /// <summary>Null where no template of the site's own is being rendered.</summary>
    public static TemplateBudget? Of(TemplateContext context) => context.AmbientValues.TryGetValue(Key, out var budget) ? (TemplateBudget)budget : null;

    /// <summary>Renders within the budget of the page.</summary>
    /// <exception cref="InvalidOperationException">The template takes more.</exception>
    public static async ValueTask RenderAsync(IFluidTemplate template, TextWriter writer, TemplateContext context)
    {
        var former = context.MaxSteps;
        if (Of(context) is not { } budget)
        {
            context.AmbientValues[Key] = budget = new TemplateBudget();
            context.Assigned = (_, value, _) => budget.CheckValue(value);
            context.Captured = (_, value, _) => budget.CheckValue(value);
        }

        context.MaxSteps = MostSteps;
        try
        {
            await using var counted = new CountingWriter(writer, budget);
            await template.RenderAsync(counted, LiquidEngine.Encoder, context);
        }
        finally
        {
            context.MaxSteps = former;
        }
    }

    /// <exception cref="InvalidOperationException">The time is over.</exception>
    public void CheckTime()
    {
        if (Stopwatch.GetElapsedTime(_started) > MostTime)
        {
            throw new InvalidOperationException($"The site's own templates take longer than {MostTime.TotalSeconds} seconds for one page.");
        }
    }

    private ValueTask<FluidValue> CheckValue(FluidValue value)
    {
        CheckTime();
        if (value is StringValue)
        {
            BoundedFilters.Check(value.ToStringValue().Length);
        }

        return new(value);
    }

    private void Count(int characters)
    {
        CheckTime();
        _characters += characters;
        if (_characters > MostCharacters)
        {
            throw new InvalidOperationException($"The site's own templates write more than {MostCharacters} characters into one page.");
        }
    }

    private sealed class CountingWriter(TextWriter inner, TemplateBudget budget) : TextWriter
    {
        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value)
        {
            budget.Count(1);
            inner.Write(value);
        }

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            budget.Count(buffer.Length);
            inner.Write(buffer);
        }

        public override void Write(string? value) => Write(value.AsSpan());

        public override Task WriteAsync(char value)
        {
            budget.Count(1);
            return inner.WriteAsync(value);
        }

        public override Task WriteAsync(string? value)
        {
            budget.Count(value?.Length ?? 0);
            return inner.WriteAsync(value);
        }

        public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(buffer.AsMemory(index, count));

        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            budget.Count(buffer.Length);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task FlushAsync() => inner.FlushAsync();

        // What it writes to goes on after it.
        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
