using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: the sentence of an abstract that has most of the words asked for, as it stands there. Not for several threads.
/// </summary>
internal sealed class Snippet
{
    private const int Longest = 280; // letters

    private readonly StemFinder finder;
    private readonly double[] weights;
    private readonly List<int> places = [];

    /// <param name="terms">The words asked for.</param>
    public Snippet(IReadOnlyList<SearchTerm> terms)
    {
        finder = new StemFinder(terms.SelectMany(term => term.Stems));
        weights = new double[finder.Count];
        foreach (var term in terms.Reverse())
        {
            foreach (var stem in term.Stems)
            {
                weights[finder.NumberOf(stem)] = term.Weight;
            }
        }
    }

    public string From(string text)
    {
        var best = (Weight: -1.0, Sentence: ..0);
        foreach (var sentence in Sentences(text))
        {
            var weight = Weight(text.AsSpan(sentence));
            if (weight > best.Weight)
            {
                best = (weight, sentence);
            }
        }
        var found = text[best.Sentence];
        return found.Length <= Longest ? found : Window(found);
    }

    private double Weight(ReadOnlySpan<char> part)
    {
        places.Clear();
        finder.Read(part, places);
        return places.Where(place => place != StemFinder.None).Distinct().Sum(place => weights[place]);
    }

    // Of a long sentence, the part with most of the words; "…" where it was cut.
    private string Window(string sentence)
    {
        var best = (Weight: -1.0, Start: 0);
        for (var start = 0; start < sentence.Length; start = NextWord(sentence, start + Longest / 4))
        {
            var weight = Weight(sentence.AsSpan(start..End(sentence, start)));
            if (weight > best.Weight)
            {
                best = (weight, start);
            }
        }
        var end = End(sentence, best.Start);
        return $"{(best.Start > 0 ? "… " : "")}{sentence[best.Start..end].TrimEnd()}{(end < sentence.Length ? " …" : "")}";
    }

    private static int NextWord(string text, int from)
    {
        var blank = from < text.Length ? text.IndexOf(' ', from) : -1;
        return blank < 0 ? text.Length : blank + 1;
    }

    private static int End(string text, int start)
    {
        if (text.Length - start <= Longest)
        {
            return text.Length;
        }
        var blank = text.LastIndexOf(' ', start + Longest, Longest);
        var end = blank > start ? blank : start + Longest;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static IEnumerable<Range> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (
                text[i] is '.' or '!' or '?'
                && text[i + 1] == ' '
                && BeginsSentence(text[i + 2])
                && !IsAbbreviated(text, start, i)
            )
            {
                yield return start..(i + 1);
                start = i + 2;
            }
        }
        yield return start..text.Length;
    }

    private static bool BeginsSentence(char letter) =>
        char.IsUpper(letter) || char.IsDigit(letter) || letter is '(' or '"' or '$';

    // "e.g. A", "et al. B", "Fig. 3", "J. Smith"
    private static bool IsAbbreviated(string text, int start, int dot)
    {
        var blank = text.LastIndexOf(' ', dot, dot - start);
        var word = text[(blank < 0 ? start : blank + 1)..dot];
        return text[dot] == '.'
            && (
                word.Length == 1
                || word.Contains('.', StringComparison.Ordinal)
                || word is "al" or "Fig" or "Eq" or "Sec" or "vs" or "cf" or "resp"
            );
    }
}
