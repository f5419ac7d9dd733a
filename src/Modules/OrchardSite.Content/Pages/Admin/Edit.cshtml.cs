using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Comparing;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Pages.Admin;

public sealed class EditModel(EditWork work, SaveContent save, ContentComparison comparison, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Type of a new item.</summary>
    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? BaseVersionId { get; set; }

    [BindProperty]
    public string? NextVersionId { get; set; }

    [BindProperty(Name = "lock", SupportsGet = true)]
    public string? LockKey { get; set; }

    [BindProperty]
    public string? ChangeNote { get; set; }

    /// <summary>True when the person has seen what somebody else has saved, and goes on all the same.</summary>
    [BindProperty]
    public bool TakeOver { get; set; }

    public EditorView View { get; private set; } = null!;

    /// <param name="autosave">True to go on with what was typed before and not saved.</param>
    public async Task<IActionResult> OnGetAsync(bool autosave, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (work.Edition is not { } edition)
        {
            return NotFound();
        }

        if (edition.Item.DeletedUtc is not null)
        {
            return LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{Id}/Versions"));
        }

        LockKey = UniqueId.IsValid(LockKey) ? LockKey : UniqueId.New();
        var held = await work.Locks.TakeAsync(Id, LockKey!, Actor.Name, takeOver: false, cancellationToken);
        var kept = await work.Autosaves.FindAsync(Id, Actor, cancellationToken);
        var usesKept = autosave && kept is not null;
        BaseVersionId = usesKept ? kept!.BaseVersionId : edition.Version.Id;
        await ShowAsync(usesKept ? JsonNode.Parse(kept!.Json)!.AsObject() : edition.Content(), [], cancellationToken);
        View = View with { HeldBy = held, AutosavedUtc = usesKept ? null : kept?.SavedUtc };
        return Page();
    }

    /// <param name="action">Save, SaveAndClose, or the name of a move that follows the saving.</param>
    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await work.ReadFormAsync(Id, BaseVersionId, Request.Form, Site.TimeZone, cancellationToken) is not { } typed)
        {
            return NotFound();
        }

        if (TakeOver)
        {
            LockKey = UniqueId.New();
            await work.Locks.TakeAsync(Id, LockKey, Actor.Name, takeOver: true, cancellationToken);
        }

        var item = typed.DeepClone().AsObject();
        (item["ContentItemId"], item["ContentType"]) = (Id, work.Type!.Name);
        var edit = new ContentEdit(item, BaseVersionId, ChangeNote?.Trim() is { Length: > 0 } note ? note : null) { VersionId = NextVersionId, LockKey = LockKey };
        var saved = await save.RunAsync(edit, Actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Refusals[0] is { Kind: RefusalKind.Conflict, Field: null }
                ? await ConflictAsync(typed, saved.Refusals, cancellationToken)
                : await AgainAsync(typed, saved.Refusals, cancellationToken);
        }

        await work.Autosaves.ForgetAsync(Id, Actor, cancellationToken);
        return await SavedAsync(action, typed, saved.Value, cancellationToken);
    }

    /// <summary>Keeps what is typed without saving it; answers with a sentence for the status line.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await work.ReadFormAsync(Id, BaseVersionId, Request.Form, Site.TimeZone, cancellationToken) is not { } typed)
        {
            return NotFound();
        }

        var json = typed.ToJsonString(CompactJson.Options);
        return json.Length > Autosave.LongestForm
            ? StatusCode(StatusCodes.Status413PayloadTooLarge)
            : Content(localizer["What you typed was kept at {0}; it is not saved yet.", LocalTime(await work.Autosaves.KeepAsync(Id, BaseVersionId, json, Actor, cancellationToken))]);
    }

    /// <summary>Says what there is to say of what is typed, and keeps nothing. For the page's script.</summary>
    public async Task<IActionResult> OnPostAdviceAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        return await work.ReadFormAsync(Id, BaseVersionId, Request.Form, Site.TimeZone, cancellationToken) is { } typed
            ? new JsonResult(await work.AdviseAsync(Id, typed, time.GetUtcNow().UtcDateTime, cancellationToken))
            : NotFound();
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        await work.Autosaves.ForgetAsync(Id, Actor, cancellationToken);
        return Reopen();
    }

    /// <summary>A sign of life. Answers 409 with a sentence once somebody else has the item.</summary>
    public async Task<IActionResult> OnPostHeartbeatAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        return await work.Locks.TakeAsync(Id, LockKey ?? "", Actor.Name, takeOver: false, cancellationToken) is { } holder
            ? new ContentResult { StatusCode = StatusCodes.Status409Conflict, Content = localizer["{0} is editing this content now and has taken it over.", holder] }
            : new NoContentResult();
    }

    public async Task<IActionResult> OnPostTakeOverAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        LockKey = UniqueId.New();
        await work.Locks.TakeAsync(Id, LockKey, Actor.Name, takeOver: true, cancellationToken);
        return Reopen();
    }

    /// <summary>The page was left.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken)
    {
        await work.Locks.ReleaseAsync(Id, LockKey, cancellationToken);
        return new NoContentResult();
    }

    private async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (!await work.OpenAsync(Id, Type, cancellationToken))
        {
            return NotFound();
        }

        return await work.MayEditAsync(Actor, cancellationToken) ? null : Forbidden(ContentPermissions.EditContent.Description);
    }

    private async Task<IActionResult> SavedAsync(string? action, JsonObject typed, SavedContent saved, CancellationToken cancellationToken)
    {
        if (action is "Save" or "SaveAndClose" or null)
        {
            Notice = localizer["“{0}” is saved as a draft.", TitleOf(typed)];
        }
        else
        {
            var moved = await work.Moves.MoveAsync(action, saved, Actor, ChangeNote?.Trim() is { Length: > 0 } note ? note : null, cancellationToken);
            if (!moved.Succeeded)
            {
                BaseVersionId = saved.VersionId;
                await work.OpenAsync(Id, Type, cancellationToken);
                return await AgainAsync(
                    typed,
                    [new Refusal(moved.Refusals[0].Kind, localizer["It is saved as a draft, but cannot go on its way yet:"]), .. moved.Refusals],
                    cancellationToken);
            }

            Notice = localizer["“{0}”: {1}", TitleOf(typed), moved.Value];
        }

        if (action is "Save" or null)
        {
            return Reopen();
        }

        await work.Locks.ReleaseAsync(Id, LockKey, cancellationToken);
        return LocalRedirect(Url.Content(work.Type!.IsWidget ? "~/Admin/Layers" : $"~/Admin/Contents/ContentItems/{work.Type.Name}"));
    }

    private async Task<IActionResult> AgainAsync(JsonObject typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        await ShowAsync(typed, refusals, cancellationToken);
        return Refused(refusals);
    }

    // Both texts stand side by side, and what was typed is still in the form: it goes over the other one by intention alone.
    private async Task<IActionResult> ConflictAsync(JsonObject typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (await work.NewestAsync(Id, cancellationToken) is not { } newest)
        {
            return await AgainAsync(typed, refusals, cancellationToken);
        }

        BaseVersionId = newest.Version.Id;
        await ShowAsync(typed, [], cancellationToken);
        var theirs = await work.Editor.FormAsync(work.Type!, newest.Content(), Site.TimeZone, [], cancellationToken);
        View = View with { Conflict = comparison.Compare(theirs, View.Form), Item = newest.Item };
        return Refused(refusals);
    }

    private async Task ShowAsync(JsonObject content, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var form = await work.Editor.FormAsync(work.Type!, content, Site.TimeZone, refusals, cancellationToken);
        View = await work.OnItsWayAsync(new EditorView(form, Id, BaseVersionId, UniqueId.New(), LockKey ?? UniqueId.New(), [], Actor.Can(ContentPermissions.EditHtml)), Actor, cancellationToken);
    }

    private LocalRedirectResult Reopen() => LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{Id}/Edit") + QueryString.Create("lock", LockKey ?? ""));

    private static string TitleOf(JsonObject content) => (content["TitlePart"] as JsonObject).Text("Title") ?? "";
}
