using AngleSharp.Html.Dom;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Admin;

/// <summary>What a person does with a page of the dashboard when no script runs.</summary>
internal static class Desk
{
    /// <summary>Fills in fields of a form, presses one of its buttons, and sends what a browser sends.</summary>
    /// <param name="button">Which one, such as <c>[name=action][value=Publish]</c>.</param>
    public static Task<Page> PressAsync(this HttpClient browser, Page page, string button, params (string Name, string Value)[] fields) =>
        browser.PressAsync(page, button, handler: null, fields);

    /// <param name="handler">What the page's script would ask for instead, such as <c>Autosave</c>.</param>
    public static Task<Page> PressAsync(this HttpClient browser, Page page, string button, string? handler, params (string Name, string Value)[] fields)
    {
        var pressed = (IHtmlElement)page.Document.QuerySelector(button).ShouldNotBeNull($"There is no {button}: {page.Body}");
        var form = (pressed as IHtmlButtonElement)?.Form ?? pressed.Closest("form") as IHtmlFormElement;
        foreach (var (name, value) in fields)
        {
            Fill(form.ShouldNotBeNull(), name, value);
        }

        var shown = page.Response.RequestMessage!.RequestUri!;
        var target = new Uri(shown, pressed.GetAttribute("formaction") ?? (form!.GetAttribute("action") is { Length: > 0 } action ? action : shown.OriginalString));
        target = handler is null ? target : new Uri($"{target}?handler={handler}");
        var body = new FormUrlEncodedContent(Sent(form!, pressed));
        return browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = body });
    }

    /// <summary>Goes to where the answer sends the browser.</summary>
    public static Task<Page> FollowAsync(this HttpClient browser, Page answer) =>
        browser.GetPageAsync(answer.Response.Headers.Location.ShouldNotBeNull($"{answer.Status}: {answer.Body}").OriginalString);

    /// <summary>What is in a field of the page.</summary>
    public static string? ValueOf(this Page page, string name) => page.Document.GetElementsByName(name).LastOrDefault() switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "true" : "false",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Value,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Sent(IHtmlFormElement form, IHtmlElement pressed)
    {
        foreach (var field in form.Elements.OfType<IHtmlElement>().Where(field => field.GetAttribute("name") is { Length: > 0 }))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return KeyValuePair.Create(name, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit") } input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement list:
                    foreach (var option in list.Options.Where(option => option.IsSelected))
                    {
                        yield return KeyValuePair.Create(name, option.Value);
                    }

                    break;
                case IHtmlButtonElement button when button == pressed:
                    yield return KeyValuePair.Create(name, button.Value);
                    break;
            }
        }
    }

    private static void Fill(IHtmlFormElement form, string name, string value)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(element => element.GetAttribute("name") == name).ToArray();
        fields.ShouldNotBeEmpty($"The form has no field {name}.");
        if (fields is [IHtmlInputElement { Type: "hidden" }, IHtmlInputElement { Type: "checkbox" } choice] && value is "true" or "false")
        {
            // The hidden one says no where the box is not ticked.
            choice.IsChecked = value == "true";
            return;
        }

        foreach (var field in fields)
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when fields.Length > 1 || box.Value == value:
                    box.IsChecked = box.Value == value || box.IsChecked && box.Type == "checkbox";
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = value == "true";
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
                case IHtmlSelectElement list:
                    list.Value = value;
                    break;
            }
        }
    }
}
