using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.TypeEditing;
using OrchardSite.Directives.Delivery;
using OrchardSite.Directives.Units;

namespace OrchardSite.Directives;

/// <summary>Which parts and fields of the site's types this module relies on.</summary>
internal static class DirectiveTypes
{
    private static readonly string[] DirectiveFields =
    [
        "System", "DocumentType", "Number", "Symbol", "IssuedOn", "EffectiveFrom", "EffectiveTo", "Issuer", "Subject", "Signer", "Position", "Urgency", "Secrecy",
        "Fields", "Files", "Visibility", "DueOn", "DueDays",
    ];

    private static readonly string[] UnitFields = ["Kind", "Site", "ShortCode", "Parent", "ValidFrom", "ValidTo", "Successor"];

    public static void Add(IServiceCollection services)
    {
        const string directive = DirectiveData.ContentType;
        services.AddModuleType(directive, ["TitlePart", "AutoroutePart", "Relations", "Recipients", .. DirectiveFields.Select(field => $"{directive}.{field}")]);
        services.AddModuleType(Unit.ContentType, ["TitlePart", .. UnitFields.Select(field => $"{Unit.ContentType}.{field}")]);
        services.AddModuleType(RelationData.ContentType);
        services.AddModuleType(RecipientData.ContentType);
        services.AddModuleType(NumberPeriods.Settings);
    }
}
