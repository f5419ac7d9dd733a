using Microsoft.Extensions.Localization;

namespace OrchardSite.Content.TypeEditing;

/// <summary>One change of a content type that a person asks for; <see cref="ChangeDefinitions"/> checks and saves it.</summary>
/// <param name="TypeName">The technical name of the type that it changes.</param>
public abstract record DefinitionEdit(string TypeName)
{
    /// <summary>Its name in the audit log.</summary>
    public abstract string Operation { get; }

    /// <summary>What is typed to confirm that values are lost to readers: the last name of what is removed.</summary>
    public virtual string ToType => TypeName;

    /// <summary>Makes the change.</summary>
    /// <returns>The reasons why it cannot be made; <see cref="Refusal.Field"/> is the name of a control of its form.</returns>
    public abstract IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer);

    protected static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, message, field);

    protected static Refusal NoPart(string name, IStringLocalizer localizer) => new(RefusalKind.NotFound, localizer["There is no part named {0}.", name]);
}
