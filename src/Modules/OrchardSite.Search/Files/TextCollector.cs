using System.Globalization;
using System.Text;
using OrchardSite.Text;

namespace OrchardSite.Search.Files;

/// <summary>Gathers the words of a file: single spaces between them, nothing invisible, and no more than there may be.</summary>
internal sealed class TextCollector(int most)
{
    private readonly StringBuilder _text = new();
    private bool _isSpaceDue;
    private char _highSurrogate;

    public bool IsFull => _text.Length >= most;

    /// <param name="text">May begin or end within a pair of surrogates.</param>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsHighSurrogate(character))
            {
                _highSurrogate = character;
            }
            else if (char.IsLowSurrogate(character))
            {
                // Half a pair is no character, and cannot be normalised.
                if (_highSurrogate != '\0')
                {
                    Append(new Rune(_highSurrogate, character));
                }

                _highSurrogate = '\0';
            }
            else
            {
                _highSurrogate = '\0';
                Append(new Rune(character));
            }
        }
    }

    public void AppendSpace() => _isSpaceDue = true;

    public FileTextResult ToResult() =>
        _text.Length == 0 ? FileTextResult.Of(NoTextReason.NoText) : new(VietnameseText.ToNfc(_text.ToString().TrimEnd()), NoTextReason.None);

    private void Append(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            _isSpaceDue = true;
            return;
        }

        if (IsInvisible(rune))
        {
            return;
        }

        var space = _isSpaceDue && _text.Length > 0 ? 1 : 0;
        if (_text.Length + space + rune.Utf16SequenceLength > most)
        {
            // Full, even where half a character would still have had room.
            _text.Append(' ', most - _text.Length);
            return;
        }

        if (space > 0)
        {
            _text.Append(' ');
        }

        _isSpaceDue = false;
        Span<char> characters = stackalloc char[2];
        _text.Append(characters[..rune.EncodeToUtf16(characters)]);
    }

    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
