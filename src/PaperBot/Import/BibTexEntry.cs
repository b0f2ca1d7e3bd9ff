using System.Buffers;
using System.Text;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>One BibTeX entry, from its @ to before its last brace, cut into fields.</summary>
internal sealed class BibTexEntry
{
    private static readonly SearchValues<char> BareEnd = SearchValues.Create(" \t\r\n,#{}\"");

    private readonly string text;
    private readonly Macros macros;
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
    private int position;

    private BibTexEntry(string text, Macros macros)
    {
        this.text = text;
        this.macros = macros;
    }

    /// <returns>Null where the entry is no paper: a macro, a preamble, a comment.</returns>
    public static ReadItem? Read(long line, string text, Macros macros)
    {
        var opening = text.AsSpan().IndexOfAny('{', '(');
        var type = text.AsSpan(1, opening - 1).Trim().ToString().ToLowerInvariant();
        if (type is "comment" or "preamble")
        {
            return null;
        }
        var entry = new BibTexEntry(text, macros) { position = opening + 1 };
        if (type == "string")
        {
            entry.Fields();
            macros.Define(entry.fields);
            return null;
        }
        entry.Key();
        entry.Fields();
        return RecordRules.Check(line, BibTexPaper.From(entry.fields), fromSource: true);
    }

    // Some programs write no key at all.
    private void Key()
    {
        var end = text.AsSpan(position).IndexOfAny(',', '=', '\n');
        if (end >= 0 && text[position + end] != '=')
        {
            position += end + 1;
        }
    }

    private void Fields()
    {
        while (Name() is { } name)
        {
            SkipBlanks();
            if (position >= text.Length || text[position] != '=')
            {
                continue;
            }
            position++;
            var value = Value();
            if (value.Length > 0)
            {
                fields.TryAdd(name, value);
            }
        }
    }

    private string? Name()
    {
        while (position < text.Length && !char.IsAsciiLetter(text[position]))
        {
            position += 1;
        }
        var start = position;
        while (
            position < text.Length
            && (char.IsLetterOrDigit(text[position]) || text[position] is '-' or '_' or '+' or '.' or ':')
        )
        {
            position++;
        }
        return position > start ? text[start..position] : null;
    }

    /// <summary>Parts joined by #.</summary>
    private string Value()
    {
        var value = new StringBuilder();
        do
        {
            SkipBlanks();
            value.Append(Part());
            SkipBlanks();
        } while (Take('#'));
        return value.ToString();
    }

    private ReadOnlySpan<char> Part()
    {
        if (position >= text.Length)
        {
            return [];
        }
        return text[position] switch
        {
            '{' => Enclosed('}'),
            '"' => Enclosed('"'),
            _ => macros.ValueOf(Bare()),
        };
    }

    private bool Take(char sign)
    {
        var isThere = position < text.Length && text[position] == sign;
        position += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private ReadOnlySpan<char> Enclosed(char ending)
    {
        var start = ++position;
        var depth = 0;
        while (position < text.Length)
        {
            var letter = text[position++];
            if (letter == ending && depth == 0)
            {
                return text.AsSpan(start, position - start - 1);
            }
            depth +=
                letter == '{' ? 1
                : letter == '}' ? -1
                : 0;
        }
        return text.AsSpan(start);
    }

    private string Bare()
    {
        var rest = text.AsSpan(position);
        var end = rest.IndexOfAny(BareEnd);
        var bare = end < 0 ? rest : rest[..end];
        position += bare.Length;
        if (bare.IsEmpty && position < text.Length && text[position] is '}' or '{' or '"')
        {
            position++; // a stray one: nothing begins or ends here
        }
        return bare.ToString();
    }

    /// <summary>Names for text: the months, and what @string defines.</summary>
    internal sealed class Macros
    {
        private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

        public void Define(Dictionary<string, string> said)
        {
            foreach (var (name, value) in said)
            {
                if (values.Count < 10_000 && value.Length < 10_000)
                {
                    values[name] = value;
                }
            }
        }

        public string ValueOf(string bare) => values.GetValueOrDefault(bare, bare);
    }
}
