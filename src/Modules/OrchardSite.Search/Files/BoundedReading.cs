using System.Runtime;

namespace OrchardSite.Search.Files;

/// <summary>Reads a file of a stranger on a thread of its own, which can be taken away from it.</summary>
internal static class BoundedReading
{
    // A page tree that is a chain of all of a file's objects is walked recursively; only what is used of this takes memory.
    private const int StackSize = 512 * 1024 * 1024;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <param name="read">Is to end soon after its token is cancelled, whether by the caller or because the time is over.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public static async Task<FileTextResult> RunAsync(Func<CancellationToken, FileTextResult> read, FileTextLimits limits, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var force = new CancellationTokenSource(limits.Time + limits.Grace);
        await using var leaving = cancellationToken.Register(() => force.CancelAfter(limits.Grace));
        var heapBefore = HeapSize();
        var result = new TaskCompletionSource<FileTextResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => result.SetResult(Run(read, end.Token, force.Token)), StackSize) { IsBackground = true, Name = "Text of a file" };
        end.CancelAfter(limits.Time);
        thread.Start();
        while (await Task.WhenAny(result.Task, Task.Delay(LookEvery, CancellationToken.None)) != result.Task)
        {
            if (HeapSize() - heapBefore > limits.Memory)
            {
                await force.CancelAsync();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await result.Task;
    }

    private static FileTextResult Run(Func<CancellationToken, FileTextResult> read, CancellationToken end, CancellationToken force)
    {
        var result = FileTextResult.Of(NoTextReason.TooLarge);
        try
        {
            // Obsolete because code that is broken off may leave something half done that others need. Here it is a parser
            // that shares nothing, and the other choice would be to leave it a core and all memory for good.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => result = Read(read, end), force);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException)
        {
            return FileTextResult.Of(NoTextReason.TooLarge);
        }
        catch (Exception)
        {
            // Nobody is above this on the thread: it would end the process.
            return FileTextResult.Of(NoTextReason.NotReadable);
        }

        return result;
    }

    private static FileTextResult Read(Func<CancellationToken, FileTextResult> read, CancellationToken end)
    {
        try
        {
            return read(end);
        }
        catch (NoTextException reason)
        {
            return FileTextResult.Of(reason.Reason);
        }
        catch (OperationCanceledException)
        {
            return FileTextResult.Of(NoTextReason.TooLarge);
        }
        catch (Exception exception) when (exception is not ThreadAbortException)
        {
            // The parsers have no common exception for what is damaged.
            return FileTextResult.Of(NoTextReason.NotReadable);
        }
    }

    private static long HeapSize() => GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
}
