using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using OrchardSite.Text;

namespace OrchardSite.Search.Analysis;

/// <summary>
/// Each syllable as it is written and, at the same position, without diacritics, and the pair that it makes with the next one:
/// one field answers all readings.
/// </summary>
internal sealed class VietnameseAnalyzer : Analyzer
{
    /// <summary>Goes up when an index that was made before must be made anew.</summary>
    public const int Version = 3;

    /// <summary>The term of two syllables that follow each other. No syllable has a space, so no pair is taken for one.</summary>
    public static string Pair(Syllable first, Syllable second) => Pair(first.Folded, second.Folded);

    /// <param name="first">Folded, as the other.</param>
    public static string Pair(string first, string second) => $"{first} {second}";

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new SyllableTokenizer(reader));

    private sealed class SyllableTokenizer : Tokenizer
    {
        private readonly ICharTermAttribute _term;
        private readonly IOffsetAttribute _offset;
        private readonly IPositionIncrementAttribute _increment;
        private readonly Queue<(string Term, int Start, int End, int Increment)> _ready = new();
        private IEnumerator<Syllable>? _syllables;
        private Syllable? _next;
        private int _end;

        public SyllableTokenizer(TextReader reader)
            : base(reader)
        {
            _term = AddAttribute<ICharTermAttribute>();
            _offset = AddAttribute<IOffsetAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (_ready.Count == 0 && !ReadSyllable())
            {
                return false;
            }

            var (term, start, end, increment) = _ready.Dequeue();
            _term.SetEmpty().Append(term);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
            _increment.PositionIncrement = increment;
            return true;
        }

        public override void Reset()
        {
            base.Reset();
            var text = VietnameseText.ToNfc(m_input.ReadToEnd());
            _end = text.Length;
            _syllables = Syllables.Of(text).GetEnumerator();
            _ready.Clear();
            _next = Advance();
        }

        public override void End()
        {
            base.End();
            _offset.SetOffset(CorrectOffset(_end), CorrectOffset(_end));
        }

        private bool ReadSyllable()
        {
            if (_next is not { } syllable)
            {
                return false;
            }

            _next = Advance();
            _ready.Enqueue((syllable.Exact, syllable.Start, syllable.End, 1));
            if (syllable.Folded != syllable.Exact)
            {
                _ready.Enqueue((syllable.Folded, syllable.Start, syllable.End, 0));
            }

            if (_next is { } following)
            {
                _ready.Enqueue((Pair(syllable, following), syllable.Start, following.End, 0));
            }

            return true;
        }

        private Syllable? Advance() => _syllables!.MoveNext() ? _syllables.Current : null;
    }
}
