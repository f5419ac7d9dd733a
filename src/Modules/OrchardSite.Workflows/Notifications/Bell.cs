using OrchardSite.Admin.Home;

namespace OrchardSite.Workflows.Notifications;

/// <summary>How much is new for the person, at the top of every page.</summary>
internal sealed class Bell(MyNotifications notifications) : ITopbarPart
{
    public string Partial => "/Pages/Admin/_Bell.cshtml";

    public async Task<object?> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.AccountId is { } id ? await notifications.UnreadAsync(id, cancellationToken) : null;
}
