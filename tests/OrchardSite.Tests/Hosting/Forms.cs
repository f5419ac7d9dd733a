using AngleSharp.Html.Dom;

namespace OrchardSite.Tests.Hosting;

public static class Forms
{
    /// <summary>Sends a form of a page as a browser does: its hidden values with it, to the address it names.</summary>
    /// <param name="selector">Which form, such as <c>form:has([name=token])</c>.</param>
    public static Task<Page> SubmitAsync(this HttpClient client, Page page, string selector, params (string Name, string Value)[] values)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector(selector).ShouldNotBeNull($"There is no form {selector}.");
        var fields = form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        var shown = page.Response.RequestMessage!.RequestUri!;
        var target = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(shown, action) : shown;
        return client.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) });
    }
}
