using System.Text.Json;
using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests.Reading;

/// <summary>Asks the browser which fonts an element was really drawn with.</summary>
internal sealed class FontProbe(ICDPSession session) : IAsyncDisposable
{
    public static async Task<FontProbe> OpenAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        return new FontProbe(session);
    }

    public async Task<IReadOnlyList<(string Family, bool IsFromTheWeb)>> FontsOfAsync(string selector)
    {
        var root = (await AskAsync("DOM.getDocument")).GetProperty("root").GetProperty("nodeId").GetInt32();
        var node = (await AskAsync("DOM.querySelector", ("nodeId", root), ("selector", selector))).GetProperty("nodeId").GetInt32();
        var fonts = (await AskAsync("CSS.getPlatformFontsForNode", ("nodeId", node))).GetProperty("fonts");
        return [.. fonts.EnumerateArray().Select(font => (font.GetProperty("familyName").GetString()!, font.GetProperty("isCustomFont").GetBoolean()))];
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();

    private async Task<JsonElement> AskAsync(string method, params (string Name, object Value)[] arguments) =>
        (await session.SendAsync(method, arguments.ToDictionary(argument => argument.Name, argument => argument.Value)))!.Value;
}
