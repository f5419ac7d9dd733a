using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Localization;

/// <summary>Translates into the current UI culture; a text without translation stays English.</summary>
public sealed class PoStringLocalizer(Translations translations) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var translated = translations.Find(CultureInfo.CurrentUICulture, name);
            var format = translated ?? name;
            var text = arguments.Length == 0 ? format : string.Format(CultureInfo.CurrentCulture, format, arguments);
            return new LocalizedString(name, text, resourceNotFound: translated is null);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
