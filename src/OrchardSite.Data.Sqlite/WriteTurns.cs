namespace OrchardSite.Data.Sqlite;

/// <summary>
/// Who writes next: first come, first served. SQLite itself has no queue: who finds the file locked looks again a little
/// later, and whoever writes in a loop is always quicker.
/// </summary>
internal sealed class WriteTurns
{
    // Whoever waits that long waits for itself, or for another process: SQLite's own answer is of more use then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(1, 1);

    /// <returns>The turn, to be given back by disposing of it; null when there was none in a minute.</returns>
    public async ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) =>
        await _turns.WaitAsync(Patience, cancellationToken) ? new Turn(_turns) : null;

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private SemaphoreSlim? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Release();
    }
}
