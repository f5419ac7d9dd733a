namespace OrchardSite.Search.Files;

/// <summary>Counts what is unpacked, whatever the package says of its size.</summary>
/// <param name="most">Bytes; more is a <see cref="NoTextException"/>.</param>
internal sealed class BoundedStream(Stream inner, long most, CancellationToken end) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        end.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        Count += read;
        return Count <= most ? read : throw new NoTextException(NoTextReason.TooLarge);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
