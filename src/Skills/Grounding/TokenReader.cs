using System.Buffers;
using System.Globalization;
using System.Text;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>A sentence to its tokens. Linear time: every look-ahead is bounded.</summary>
internal sealed class TokenReader
{
    private const int LongestLink = 300;
    private const int LongestCitation = 24;

    private static readonly SearchValues<char> Citation = SearchValues.Create("0123456789, -–");

    private readonly string text;
    private readonly List<Token> tokens = [];
    private readonly StringBuilder word = new();
    private int position;
    private bool joined;
    private bool breaks;

    private TokenReader(string text) => this.text = text;

    public static List<Token> Of(string text) => Measures.Of(text, new TokenReader(text).Read());

    private List<Token> Read()
    {
        while (position < text.Length)
        {
            var letter = text[position];
            if (char.IsAsciiDigit(letter))
            {
                ReadNumber();
            }
            else if (IsLetter(position))
            {
                ReadWordOrLink();
            }
            else
            {
                ReadMark(letter);
            }
        }
        return tokens;
    }

    private void ReadNumber()
    {
        if (Digits.Read(text, position) is { } number && !IsLetter(number.End))
        {
            // The 50 of ResNet-50 is part of a name.
            var inName = joined && number.IsBare && tokens is [.., { Kind: TokenKind.Word } before] && !IsUnit(before);
            var digits = text[position..number.End];
            Add(
                new Token(inName ? TokenKind.Word : TokenKind.Number, Letters(digits), position, digits.Length)
                {
                    Value = number.Value,
                    Scale = number.Scale,
                    Unit =
                        position > 0 && text[position - 1] == '$' && number.Unit.IsNone
                            ? Units.Find("usd")!.Value // in the table
                            : number.Unit,
                    LooksLikeName = inName,
                }
            );
            position = number.End;
        }
        else
        {
            ReadWord();
        }
    }

    private void ReadWordOrLink()
    {
        var end = LinkEnd();
        if (end > position)
        {
            Add(new Token(TokenKind.Link, text[position..end].ToLowerInvariant(), position, end - position));
            position = end;
        }
        else
        {
            ReadWord();
        }
    }

    private int LinkEnd()
    {
        if (position > 0 && !char.IsWhiteSpace(text[position - 1]) && text[position - 1] is not ('(' or '<' or '['))
        {
            return -1;
        }
        var rest = text.AsSpan(position, Math.Min(LongestLink, text.Length - position));
        var length = rest.IndexOfAny(' ', '\n', '\t');
        var run = length < 0 ? rest : rest[..length];
        if (!run.Contains('.') || !run.Contains('/'))
        {
            return -1;
        }
        var isLink =
            run.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || run.IndexOf(".com/") > 0
            || run.IndexOf(".io/") > 0
            || run.IndexOf(".org/") > 0
            || run.IndexOf(".co/") > 0;
        return isLink ? position + run.TrimEnd(".,;:)]>}\"'!?").Length : -1;
    }

    private void ReadWord()
    {
        var start = position;
        var capitals = 0;
        var digits = 0;
        word.Clear();
        while (position < text.Length)
        {
            var letter = text[position];
            if (char.IsAsciiLetterOrDigit(letter))
            {
                capitals += char.IsAsciiLetterUpper(letter) && position > start ? 1 : 0;
                digits += char.IsAsciiDigit(letter) ? 1 : 0;
                word.Append(char.ToLowerInvariant(letter));
                position++;
            }
            else if (letter is '\'' or '’' && position > start && IsLetter(position + 1))
            {
                word.Append('\'');
                position++;
            }
            else if (letter < 0x80 || !ReadOther(letter, start))
            {
                break;
            }
        }
        if (word.Length == 0)
        {
            position = Math.Max(position, start + 1); // nothing that could be read
            return;
        }
        var letters = Bare(word.ToString());
        Add(
            new Token(TokenKind.Word, letters, start, position - start)
            {
                Stem = Synonyms.Key(letters),
                Capital = char.IsUpper(text[start]),
                LooksLikeName = capitals > 0 || (digits > 0 && position - start > 1),
            }
        );
    }

    // A letter beyond ASCII; false where it ends the word.
    private bool ReadOther(char letter, int start)
    {
        if (IsWrittenWithoutBlanks(letter))
        {
            if (position > start)
            {
                return false;
            }
            word.Append(letter);
            position++;
            return false;
        }
        if (char.IsSurrogate(letter))
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var used);
            var plain = LetterFolding.FoldMathematical(rune.Value);
            if (plain == '\0' && !Rune.IsLetterOrDigit(rune))
            {
                return false;
            }
            position += used;
            word.Append(plain == '\0' ? Rune.ToLowerInvariant(rune).ToString() : plain.ToString());
            return true;
        }
        var category = CharUnicodeInfo.GetUnicodeCategory(letter);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            position++;
            return true;
        }
        if (!char.IsLetterOrDigit(letter))
        {
            return false;
        }
        word.Append(LetterFolding.Fold(letter) ?? char.ToLowerInvariant(letter).ToString());
        position++;
        return true;
    }

    private void ReadMark(char letter)
    {
        position++;
        var inside =
            position > 1
            && position < text.Length
            && char.IsLetterOrDigit(text[position - 2])
            && char.IsLetterOrDigit(text[position]);
        switch (letter)
        {
            case '-' or '‐' or '‑' or '–' or '−' or '/' or '_' or '.' or '·' or '×' when inside:
                joined = true;
                break;
            case '[' when CitationEnd() is var end && end > 0:
                position = end;
                break;
            case ',' or ';' or ':' or '(' or ')' or '[' or ']' or '.' or '!' or '?' or '—' or '"' or '“' or '”':
                breaks = true;
                break;
            case '-' or '–' when position < text.Length && (text[position] is ' ' or '-'):
                breaks = true;
                break;
        }
    }

    // "[12]" and "[3, 4-6]" point to other papers.
    private int CitationEnd()
    {
        var rest = text.AsSpan(position, Math.Min(LongestCitation, text.Length - position));
        var close = rest.IndexOf(']');
        return close > 0 && !rest[..close].ContainsAnyExcept(Citation) ? position + close + 1 : -1;
    }

    private void Add(Token token)
    {
        // "data set" is "dataset".
        if (token.Word is "set" or "sets" && !breaks && tokens is [.., { Word: "data" } data])
        {
            tokens.RemoveAt(tokens.Count - 1);
            var dataset = $"data{token.Word}";
            token = data with { Word = dataset, Stem = Synonyms.Key(dataset), Length = token.End - data.Start };
            (joined, breaks) = (data.Joined, data.Breaks);
        }
        tokens.Add(token with { Joined = joined && tokens.Count > 0, Breaks = breaks });
        joined = false;
        breaks = false;
        if (token.Kind != TokenKind.Link && token.End < text.Length && char.IsLetterOrDigit(text[token.End]))
        {
            joined = true;
        }
    }

    private bool IsLetter(int at) =>
        at < text.Length
        && (
            char.IsLetter(text[at])
            || (char.IsHighSurrogate(text[at]) && Rune.TryGetRuneAt(text, at, out var rune) && IsLetter(rune))
        );

    private static bool IsLetter(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || LetterFolding.FoldMathematical(rune.Value) != '\0';

    private static bool IsUnit(Token token) => Units.Find(token.Word) is not null;

    private static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsWrittenWithoutBlanks(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
