namespace OrchardSite.Tests.Directives;

/// <summary>A file of any length that nobody holds: it begins as a PDF does, the rest is zeros.</summary>
internal sealed class LongPdf(long length) : Stream
{
    private static readonly byte[] Start = "%PDF-1.7\n"u8.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - Position);
        for (var index = 0; index < read; index++)
        {
            buffer[offset + index] = Position + index < Start.Length ? Start[Position + index] : (byte)0;
        }

        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : length);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
