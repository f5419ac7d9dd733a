using System.Collections.Concurrent;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Users;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Tells open pages of the dashboard at once how much is new for their person, as server-sent events.</summary>
public sealed class NotificationStreams(IServiceProvider services, TimeProvider time) : IChangeConsumer
{
    public const string Path = "Admin/Notifications/Stream";

    // Then the browser asks again, and is let in only if its session is still good.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Channel<bool>, int> _open = new();

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Where(change => change.Kind == ChangeKind.PersonNotified))
        {
            Wake(int.Parse(change.ItemId!, CultureInfo.InvariantCulture));
        }

        return ValueTask.CompletedTask;
    }

    public async Task<IResult> OpenAsync(HttpContext context, CurrentActor current, CurrentTenant tenant) =>
        await current.FindAccountAsync(context.User, context.RequestAborted) is { IsDisabled: false } account
            ? TypedResults.ServerSentEvents(CountsAsync(account.Id, new TenantIdentity(tenant.Id, tenant.Name), context.RequestAborted))
            : TypedResults.Unauthorized();

    private void Wake(int accountId)
    {
        foreach (var (channel, account) in _open)
        {
            if (account == accountId)
            {
                channel.Writer.TryWrite(true);
            }
        }
    }

    private async IAsyncEnumerable<SseItem<int>> CountsAsync(int accountId, TenantIdentity tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Several signals at once are one.
        var signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var end = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        _open[signals] = accountId;
        try
        {
            signals.Writer.TryWrite(true);
            while (await WaitAsync(signals.Reader, either.Token))
            {
                yield return new SseItem<int>(await CountAsync(tenant, accountId, cancellationToken), "unread");
            }
        }
        finally
        {
            _open.TryRemove(signals, out _);
        }
    }

    private static async Task<bool> WaitAsync(ChannelReader<bool> signals, CancellationToken cancellationToken)
    {
        try
        {
            return await signals.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<int> CountAsync(TenantIdentity tenant, int accountId, CancellationToken cancellationToken)
    {
        // A stream outlives what a request's context is made for.
        await using var scope = services.CreateTenantScope(tenant);
        return await scope.ServiceProvider.GetRequiredService<MyNotifications>().UnreadAsync(accountId, cancellationToken);
    }
}
