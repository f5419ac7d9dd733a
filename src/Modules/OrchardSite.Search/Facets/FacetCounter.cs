using Lucene.Net.Index;
using Lucene.Net.Util;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Facets;

/// <summary>Counts the values of one facet in the documents of one search.</summary>
internal sealed class FacetCounter(string name, FacetReading reading, string? chosen)
{
    private readonly Dictionary<string, int> _idOfValue = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private readonly List<int> _counts = [];

    // The last document that counted for a value: two indexed texts of a document may stand for the same value.
    private readonly List<int> _lastDocuments = [];
    private readonly Dictionary<long, int[]> _idsOfText = [];
    private readonly BytesRef _text = new();
    private SortedSetDocValues? _texts;
    private int _base;

    public string Name => name;

    public FacetReading Reading => reading;

    public string? Chosen => chosen;

    public IEnumerable<(string Value, int Count)> Counts => _values.Select((value, id) => (value, _counts[id])).Where(pair => pair.Item2 > 0);

    public void Enter(AtomicReaderContext segment)
    {
        _texts = segment.AtomicReader.GetSortedSetDocValues(SearchFields.Facet(name));
        _base = segment.DocBase;
        _idsOfText.Clear();
    }

    /// <summary>True when the reader has chosen nothing here, or the document has what was chosen.</summary>
    public bool Accepts(int document)
    {
        if (chosen is null)
        {
            return true;
        }

        if (_texts is null)
        {
            return false;
        }

        _texts.SetDocument(document);
        for (var text = _texts.NextOrd(); text != SortedSetDocValues.NO_MORE_ORDS; text = _texts.NextOrd())
        {
            if (IdsOf(text).Any(id => _values[id] == chosen))
            {
                return true;
            }
        }

        return false;
    }

    public void Count(int document)
    {
        if (_texts is null)
        {
            return;
        }

        _texts.SetDocument(document);
        for (var text = _texts.NextOrd(); text != SortedSetDocValues.NO_MORE_ORDS; text = _texts.NextOrd())
        {
            foreach (var id in IdsOf(text))
            {
                if (_lastDocuments[id] != _base + document)
                {
                    _lastDocuments[id] = _base + document;
                    _counts[id]++;
                }
            }
        }
    }

    private int[] IdsOf(long text)
    {
        if (!_idsOfText.TryGetValue(text, out var ids))
        {
            _texts!.LookupOrd(text, _text);
            _idsOfText.Add(text, ids = [.. reading.ValuesOf(_text.Utf8ToString()).Select(IdOf)]);
        }

        return ids;
    }

    private int IdOf(string value)
    {
        if (!_idOfValue.TryGetValue(value, out var id))
        {
            _idOfValue.Add(value, id = _values.Count);
            _values.Add(value);
            _counts.Add(0);
            _lastDocuments.Add(-1);
        }

        return id;
    }
}
