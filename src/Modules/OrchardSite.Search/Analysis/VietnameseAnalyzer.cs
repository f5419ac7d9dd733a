using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using OrchardSite.Text;

namespace OrchardSite.Search.Analysis;

/// <summary>Each syllable as it is written and, at the same position, without diacritics: one field answers both readings.</summary>
internal sealed class VietnameseAnalyzer : Analyzer
{
    /// <summary>Goes up when an index that was made before must be made anew.</summary>
    public const int Version = 1;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new SyllableTokenizer(reader));

    private sealed class SyllableTokenizer : Tokenizer
    {
        private readonly ICharTermAttribute _term;
        private readonly IOffsetAttribute _offset;
        private readonly IPositionIncrementAttribute _increment;
        private IEnumerator<Syllable>? _syllables;
        private int _end;
        private bool _foldedIsNext;

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
            if (_foldedIsNext)
            {
                _foldedIsNext = false;
                return Emit(_syllables!.Current, _syllables.Current.Folded, increment: 0);
            }

            if (!_syllables!.MoveNext())
            {
                return false;
            }

            var syllable = _syllables.Current;
            _foldedIsNext = syllable.Folded != syllable.Exact;
            return Emit(syllable, syllable.Exact, increment: 1);
        }

        public override void Reset()
        {
            base.Reset();
            var text = VietnameseText.ToNfc(m_input.ReadToEnd());
            _end = text.Length;
            _syllables = Syllables.Of(text).GetEnumerator();
            _foldedIsNext = false;
        }

        public override void End()
        {
            base.End();
            _offset.SetOffset(CorrectOffset(_end), CorrectOffset(_end));
        }

        private bool Emit(Syllable syllable, string term, int increment)
        {
            _term.SetEmpty().Append(term);
            _offset.SetOffset(CorrectOffset(syllable.Start), CorrectOffset(syllable.End));
            _increment.PositionIncrement = increment;
            return true;
        }
    }
}
