using System.Collections.Frozen;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>Phrases of two or three words that several abstracts have in common: "neural architecture search".</summary>
internal static class SharedPhrases
{
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;

    // They part phrases.
    private static readonly FrozenSet<string> Small = Set(
        "author authors therefore thus hence moreover finally the and for with that this from are our which can has have been its their these those such using use used uses based than "
            + "more most also both each into over under between across via without within while when where they not only all any "
            + "other others one two three however proposed propose show shows shown achieve achieves paper work first new novel "
            + "various several different existing many may often well recent recently we's either including demonstrate provide "
            + "improve improves improved improving require requires reduce reduces reducing state-of-the-art extensive significant "
            + "significantly important effective efficient better high higher low lower further even then there here will able how "
            + "what who whose introduces introduce presents present method methods approach approaches results result experiments "
            + "study studies studied investigate investigates explore explores consider considers develop develops describe describes called "
            + "named compared comparing combine combines combining learn learns apply applied applies evaluate evaluates outperform "
            + "outperforms achieving outperforming providing introducing proposing aims aim need needs make makes making given "
            + "multiple drop across per standard same very much through by of in on to is a an as at be it or up do no so if was were"
    );

    // Everybody's words: a phrase of these alone says nothing.
    private static readonly FrozenSet<string> Everyday = Set(
        "deep neural network networks learning machine model models data dataset datasets training train trained large small language "
            + "performance task tasks framework architecture architectures algorithm algorithms problem problems real-world layer layers "
            + "computational cost costs accuracy parameters number set general simple baseline baselines previous input output test time "
            + "real world art state systems system artificial intelligence application applications design"
    );

    /// <returns>What all have in common, as the first has it; the longest first where one is part of another.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<Reading> readings)
    {
        var others = readings
            .Skip(1)
            .Select(reading => PhrasesOf(reading).Keys.ToHashSet(StringComparer.Ordinal))
            .ToArray();
        var common = PhrasesOf(readings[0]).Where(phrase => others.All(other => other.Contains(phrase.Key))).ToArray();
        return common
            .Where(phrase =>
                !Array.Exists(
                    common,
                    other =>
                        other.Key != phrase.Key
                        && $" {other.Key} ".Contains($" {phrase.Key} ", StringComparison.Ordinal)
                )
            )
            .Select(phrase => phrase.Value);
    }

    private static Dictionary<string, string> PhrasesOf(Reading reading)
    {
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in reading.Sentences)
        {
            var words = sentence.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var first = 0; first < words.Length; first++)
            {
                for (
                    var count = 1;
                    count <= LongestPhrase && first + count <= words.Length && IsTelling(words[first + count - 1]);
                    count++
                )
                {
                    var phrase = words.AsSpan(first, count);
                    if (count > 1 && !IsEveryday(phrase))
                    {
                        Add(phrases, sentence.Text, phrase);
                    }
                }
            }
        }
        return phrases;
    }

    private static bool IsTelling(string word) =>
        word.Length >= ShortestWord
        && !Small.Contains(word)
        && char.IsLetter(word[0])
        && !word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsEveryday(ReadOnlySpan<string> phrase)
    {
        foreach (var word in phrase)
        {
            if (!Everyday.Contains(word))
            {
                return false;
            }
        }
        return true;
    }

    // As it is written; what a comma or a bracket parts is no phrase.
    private static void Add(Dictionary<string, string> phrases, string text, ReadOnlySpan<string> phrase)
    {
        var key = string.Join(' ', phrase.ToArray().Select(Singular));
        if (phrases.ContainsKey(key))
        {
            return;
        }
        var words = string.Join(' ', phrase);
        var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (start >= 0)
        {
            phrases.Add(key, text.Substring(start, words.Length));
        }
    }

    private static string Singular(string word) =>
        word.Length > 4 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
