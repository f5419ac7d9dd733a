using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Display;

namespace OrchardSite.Content.TypeEditing;

/// <summary>What a module needs of a type that it owns.</summary>
/// <param name="Needs">Names of parts, and of fields as <c>Part.Field</c>.</param>
public sealed record ModuleType(string ContentType, IReadOnlyCollection<string> Needs);

public static class ModuleTypeServices
{
    /// <summary>A module says which parts and fields of a type its code relies on. Of a type of which it says nothing all are kept.</summary>
    /// <param name="needs">Names of parts, and of fields as <c>Part.Field</c>; none: all of them.</param>
    public static IServiceCollection AddModuleType(this IServiceCollection services, string contentType, params string[] needs) =>
        services.AddSingleton(new ModuleType(contentType, needs));
}

/// <summary>The types that modules have rules, tables or displays for, and what of them is kept. Scoped.</summary>
public sealed class ModuleTypes(
    IEnumerable<ModuleType> declared, IEnumerable<IContentRule> rules, IEnumerable<IContentMapper> mappers, IEnumerable<IContentDisplay> displays, IStringLocalizer localizer)
{
    private readonly ILookup<string, ModuleType> _declared = declared.ToLookup(type => type.ContentType, StringComparer.Ordinal);

    private readonly HashSet<string> _owned =
    [
        .. rules.Select(rule => rule.ContentType), .. mappers.Select(mapper => mapper.ContentType), .. displays.Select(display => display.ContentType), .. declared.Select(type => type.ContentType),
    ];

    public bool IsOwned(string contentType) => _owned.Contains(contentType);

    /// <param name="path">Name of a part, or of a field as <c>Part.Field</c>.</param>
    public bool Needs(string contentType, string path) =>
        IsOwned(contentType) && (!_declared.Contains(contentType) || _declared[contentType].Any(type => type.Needs.Count == 0 || type.Needs.Contains(path) || type.Needs.Any(need => need.StartsWith(path + ".", StringComparison.Ordinal))));

    /// <summary>What the modules, or the items that there are, do not allow to be changed.</summary>
    internal IEnumerable<Refusal> Check(ContentDefinitions before, ContentDefinitions after)
    {
        foreach (var type in before.Types)
        {
            var next = after.Find(type.Name);
            if (next is null || next.Stereotype != type.Stereotype)
            {
                if (IsOwned(type.Name))
                {
                    yield return new Refusal(RefusalKind.Conflict, localizer["The portal itself works with the type “{0}”: it stays, and stays what it is.", type.DisplayName]);
                }

                continue;
            }

            foreach (var refusal in type.Parts.SelectMany(part => CheckPart(type, part, next.FindPart(part.Name))))
            {
                yield return refusal;
            }
        }
    }

    private IEnumerable<Refusal> CheckPart(ContentType type, TypePart part, TypePart? next)
    {
        if (next?.PartName != part.PartName && Needs(type.Name, part.Name))
        {
            yield return Needed(type, part.DisplayName);
            yield break;
        }

        foreach (var field in part.Fields)
        {
            var other = next?.FindField(field.Name);
            if (other is null && Needs(type.Name, $"{part.Name}.{field.Name}"))
            {
                yield return Needed(type, field.DisplayName);
            }
            else if (other is not null && other.Type != field.Type)
            {
                yield return new Refusal(RefusalKind.Conflict, localizer["The kind of “{0}” cannot be changed: remove the field and add another.", field.DisplayName]);
            }
        }
    }

    private Refusal Needed(ContentType type, string name) =>
        new(RefusalKind.Conflict, localizer["The portal itself works with “{0}” of the type “{1}”, so it cannot be removed.", name, type.DisplayName]);
}
