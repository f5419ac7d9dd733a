using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.FileProviders;

namespace OrchardSite.Theming.Liquid;

/// <summary>The Liquid language of templates and patterns: parsed once per process, safe for every tenant.</summary>
public sealed class LiquidEngine
{
    // Far above any honest template; a template that loops ends here.
    private const int MostSteps = 200_000;

    private readonly ConcurrentDictionary<string, IFluidTemplate?> _views = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IFluidTemplate> _patterns = new(StringComparer.Ordinal);
    private readonly OrchardParser _parser = new();
    private readonly string _viewFolder;

    public LiquidEngine(PortalPaths paths, IEnumerable<ILiquidSetup> setups)
    {
        _viewFolder = Path.Combine(paths.Themes, PortalTheme.Name, "Views");
        Options = new TemplateOptions
        {
            MaxSteps = MostSteps,
            FileProvider = Directory.Exists(_viewFolder) ? new ThemeViews(_viewFolder) : new NullFileProvider(),
            JsonSerializerOptions = CompactJson.Options,
            TemplateParsed = (_, template) => BoundedRanges.Of(template),
        };
        Options.MemberAccessStrategy.Register<Shape, object?>((shape, name) => shape[name]);
        foreach (var setup in setups)
        {
            setup.SetUp(_parser, Options);
        }

        BoundedFilters.Bound(Options.Filters);
    }

    /// <summary>Escapes what HTML needs escaped and leaves Vietnamese letters as they are.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public TemplateOptions Options { get; }

    /// <summary>The first of these templates that the theme has.</summary>
    public IFluidTemplate? FindView(IReadOnlyList<string> names)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (_views.GetOrAdd(names[index], LoadView) is { } template)
            {
                return template;
            }
        }

        return null;
    }

    /// <summary>True when the theme has the template.</summary>
    public bool HasView(string name) => _views.GetOrAdd(name, LoadView) is not null;

    /// <summary>Parses a template that is a site's own.</summary>
    /// <param name="error">What is wrong with it and where, in the parser's words.</param>
    /// <returns>Null when it cannot be rendered.</returns>
    public IFluidTemplate? TryParse(string text, out string? error) => _parser.TryParse(text, out var template, out error) ? BoundedRanges.Of(template) : null;

    /// <summary>File names of the theme's templates that name one of these members of an item, if by a variable for its part. Reads all of them.</summary>
    /// <param name="paths">Such as <c>Article.Sapo</c>.</param>
    public IEnumerable<string> ViewsNaming(IReadOnlyCollection<string> paths) => Directory.Exists(_viewFolder)
        ? Directory.EnumerateFiles(_viewFolder, "*.liquid").Where(file => File.ReadAllText(file) is var view && paths.Any(path => Names(view, path.Split('.')))).Select(file => Path.GetFileName(file))
        : [];

    /// <summary>Renders a short pattern of a content definition, such as an address.</summary>
    /// <exception cref="FormatException">The pattern is no Liquid; the message says where.</exception>
    public ValueTask<string> RenderPatternAsync(string pattern, string variable, FluidValue value) =>
        RenderAsync(pattern, [KeyValuePair.Create(variable, value)], NullEncoder.Default);

    /// <summary>Renders a text of a tenant's data, such as a query, outside a page.</summary>
    /// <param name="encoder">Writes what is put into the text.</param>
    /// <exception cref="FormatException">The text is no Liquid; the message says where.</exception>
    /// <exception cref="InvalidOperationException">It takes too many steps.</exception>
    public async ValueTask<string> RenderAsync(string text, IEnumerable<KeyValuePair<string, FluidValue>> values, TextEncoder encoder)
    {
        var template = _patterns.GetOrAdd(text, source => Parse(source, source));
        var context = new TemplateContext(Options);
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        return await template.RenderAsync(context, encoder);
    }

    /// <returns>What is wrong with a pattern and where, in the parser's words; null when it can be rendered.</returns>
    public string? FindError(string pattern) => _parser.TryParse(pattern, out _, out var error) ? null : error;

    private static bool Names(string view, string[] path) =>
        view.Contains("Content." + path[0], StringComparison.Ordinal) && path.Skip(1).All(member => view.Contains("." + member, StringComparison.Ordinal));

    private IFluidTemplate? LoadView(string name)
    {
        var file = Path.Combine(_viewFolder, name + ".liquid");
        return File.Exists(file) ? Parse(File.ReadAllText(file), file) : null;
    }

    private IFluidTemplate Parse(string text, string source) => _parser.TryParse(text, out var template, out var error)
        ? BoundedRanges.Of(template)
        : throw new FormatException($"{source}: {error}");
}
