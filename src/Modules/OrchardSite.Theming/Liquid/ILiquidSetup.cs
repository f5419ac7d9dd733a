using Fluid;

namespace OrchardSite.Theming.Liquid;

/// <summary>Adds a module's filters, tags and values to the language of templates. Called once, before the first template is parsed.</summary>
public interface ILiquidSetup
{
    void SetUp(OrchardParser parser, TemplateOptions options);
}
