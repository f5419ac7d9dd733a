using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace OrchardSite.Search.Files;

/// <summary>
/// PdfPig's filters, none of which unpacks more than it may. As every stream passes here, it is also where a reading stops
/// whose time is over.
/// </summary>
internal sealed class PdfFilters(long most, CancellationToken end) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _bounded = [];

    /// <summary>True once a stream was refused, which PdfPig may have passed over in silence.</summary>
    public bool IsTooLarge { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        end.ThrowIfCancellationRequested();
        return Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        end.ThrowIfCancellationRequested();
        return Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));
    }

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Bound(IReadOnlyList<IFilter> filters) =>
        filters.Select(filter => _bounded.TryGetValue(filter, out var known) ? known : _bounded[filter] = new Bounded(this, filter)).ToArray();

    private bool IsWithin(IFilter filter, Memory<byte> input) => filter switch
    {
        FlateFilter => IsInflatedWithin(input),
        // The most that so many bytes can become; nobody writes long streams in these any more.
        LzwFilter => input.Length * 2600L <= most,
        RunLengthFilter => input.Length * 64L <= most,
        Ascii85Filter => input.Length * 4L <= most,
        _ => input.Length <= most,
    };

    private bool IsInflatedWithin(Memory<byte> input)
    {
        const int Header = 2;
        const long Ratio = 1032;
        if (input.Length * Ratio <= most || input.Length <= Header)
        {
            return true;
        }

        using var inflated = new DeflateStream(new MemoryStream(input[Header..].ToArray(), writable: false), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var count = 0L;
        try
        {
            while (count <= most && inflated.Read(buffer) is > 0 and var read)
            {
                end.ThrowIfCancellationRequested();
                count += read;
            }
        }
        catch (InvalidDataException)
        {
            // PdfPig gets no further either.
        }

        return count <= most;
    }

    private sealed class Bounded(PdfFilters owner, IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!owner.IsWithin(inner, input))
            {
                owner.IsTooLarge = true;
                throw new NoTextException(NoTextReason.TooLarge);
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
