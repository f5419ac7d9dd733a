using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrchardSite.Data.Sqlite;

/// <summary>A command that writes on its own, such as an <c>ExecuteUpdate</c> outside of a transaction, waits for its turn like any other work.</summary>
internal sealed class SingleWrites(WriteTurns turns) : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbCommand, IDisposable> _taken = [];

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null && await turns.WaitAsync(cancellationToken) is { } turn)
        {
            _taken.AddOrUpdate(command, turn);
        }

        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        GiveBack(command);
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(command);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(command);
        return Task.CompletedTask;
    }

    private void GiveBack(DbCommand command)
    {
        if (_taken.TryGetValue(command, out var turn))
        {
            _taken.Remove(command);
            turn.Dispose();
        }
    }
}
