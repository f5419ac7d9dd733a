using System.Net;
using System.Text;
using Jint;
using Jint.Native;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Recipes;

/// <summary>Runs the JavaScript of one recipe file, with Orchard Core's functions and nothing of the host, within narrow limits.</summary>
internal sealed class RecipeScript
{
    private const int Megabyte = 1024 * 1024;

    // One call of these makes a text of any length, which the limits notice too late.
    private const string LimitLengths = """
        for (const name of ['repeat', 'padStart', 'padEnd']) {
            const original = String.prototype[name];
            String.prototype[name] = function (count, filler) {
                if (Math.max(1, this.length) * count > 1000000) {
                    throw new RangeError('The text is too long.');
                }
                return original.call(this, count, filler);
            };
        }
        """;

    private readonly Engine _engine;
    private readonly IStringLocalizer _localizer;

    public RecipeScript(Func<string, string?> parameter, Func<string, string> variable, IStringLocalizer localizer, CancellationToken cancellationToken)
    {
        _localizer = localizer;
        _engine = new Engine(options =>
        {
            options.TimeoutInterval(TimeSpan.FromSeconds(2));
            options.LimitMemory(32 * Megabyte);
            options.MaxStatements(100_000);
            options.LimitRecursion(64);
            options.DisableStringCompilation();
            options.CancellationToken(cancellationToken);
            options.Constraints.MaxArraySize = 100_000;
            options.Constraints.RegexTimeout = TimeSpan.FromSeconds(1);
        });
        _engine.Execute(LimitLengths);
        _engine.SetValue("parameters", parameter);
        _engine.SetValue("variables", variable);
        _engine.SetValue("uuid", UniqueId.New);
        _engine.SetValue("base64", (string encoded) => Encoding.UTF8.GetString(Convert.FromBase64String(encoded)));
        _engine.SetValue("html", (string encoded) => WebUtility.HtmlDecode(encoded));
    }

    /// <returns>The result as text; nothing for undefined and null.</returns>
    public string Run(string script, Func<string, RecipeException> error)
    {
        JsValue result;
        try
        {
            result = _engine.Evaluate(script);
        }
        catch (Exception exception) when (exception is not (RecipeException or OperationCanceledException))
        {
            throw error(_localizer["The script fails: {0}", exception.Message]);
        }

        if (result.IsObject() || result.IsSymbol())
        {
            throw error(_localizer["The script gives no text."]);
        }

        return result.IsNull() || result.IsUndefined() ? "" : result.ToString();
    }
}
