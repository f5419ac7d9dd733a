namespace OrchardSite.Content.Operations;

/// <summary>
/// Says whether something may be done with items at this moment of their way to readers, and hears of what was done. Asked by
/// every path that writes content: pages, API, recipes and jobs. Scoped; called inside the unit of work.
/// </summary>
public interface IContentGate
{
    /// <returns>The reasons to refuse the writes, each with its path; none when all may be done.</returns>
    Task<IReadOnlyList<Refusal>> CheckAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken);

    /// <summary>The items and their versions are written. What this adds is committed with them.</summary>
    Task WrittenAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken);

    /// <returns>The reasons to refuse to take down a published item.</returns>
    Task<IReadOnlyList<Refusal>> CheckWithdrawalAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken);

    /// <summary>The item is no longer public.</summary>
    Task WithdrawnAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken);
}

/// <param name="Operation">Name of the operation that takes it down.</param>
/// <param name="Reason">For colleagues; null where none was given.</param>
/// <param name="Notice">What readers are told at its address; null: that there is nothing.</param>
public sealed record ContentWithdrawal(string Operation, string? Reason = null, string? Notice = null);

/// <summary>Where no module watches over the way of content, whoever has the right to do something may do it.</summary>
internal sealed class OpenGate : IContentGate
{
    public Task<IReadOnlyList<Refusal>> CheckAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Refusal>>([]);

    public Task WrittenAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Refusal>> CheckWithdrawalAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Refusal>>([]);

    public Task WithdrawnAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken) => Task.CompletedTask;
}
