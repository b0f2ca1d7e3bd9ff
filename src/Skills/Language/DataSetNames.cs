using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <param name="Name">As the abstract writes it.</param>
/// <param name="Start">Where it stands in the sentence.</param>
internal readonly record struct DataSetMention(string Name, int Start);

/// <summary>
/// The data sets that a sentence names: well-known ones, and those that it calls data set, benchmark or corpus.
/// </summary>
internal static partial class DataSetNames
{
    // Longer, "the Foo Bar Baz Qux dataset" is a description.
    private const int MostCalledWords = 3;
    private const int LongestName = 32;

    // What begins with a capital before "dataset" and is no name.
    private static readonly FrozenSet<string> NoNames = Set(
        "The Our We This These A An On In For And Or To Of With Large-scale Large-Scale New Novel Open Public First One Both All "
            + "Existing Another Each It Its Their Such Various Standard Additionally However Moreover Finally Extensive "
            + "Experiment Experiments Using Introducing"
    );

    // Tasks, fields, languages and sensors: "the English corpus" says nothing of which.
    private static readonly FrozenSet<string> Kinds = Set(
        "AI ML DL RL NLP NLU NLG NLI QA CQA KBQA KGQA VideoQA VQA MRC MT NMT ASR TTS NER RE IR CV CL DA UDA DG SSL FSL ZSL GZSL "
            + "OOD ID IID MTL LLM LLMs VLM VLMs LLM-based GNN GNNs CNN CNNs RGB RGB-D RGBD LiDAR Lidar LIDAR MRI CT EEG ECG EHR "
            + "IoT 3D 2D SR FSR ReID Re-ID SLAM VO VIO OCR HOI STR IQA UAV VLN SQL API GPU CPU English Chinese German French "
            + "Japanese Korean Arabic Spanish Hindi Russian Multilingual Bible Internet Web Synthetic COVID-19 Kaggle Bayesian "
            + "Gaussian Euclidean Boolean"
    );

    public static IReadOnlyList<DataSetMention> In(string sentence)
    {
        var words = Word().Matches(sentence);
        var speaksOfData = DataWord().IsMatch(sentence);
        var found = new List<DataSetMention>();
        for (var i = 0; i < words.Count; i++)
        {
            var count = KnownLength(sentence, words, i, speaksOfData);
            count = count > 0 ? count : CalledLength(sentence, words, i);
            if (count > 0)
            {
                found.Add(new DataSetMention(Span(sentence, words, i, count).ToString(), words[i].Index));
                i += count - 1;
            }
        }
        return found;
    }

    // How many words from here on are the name of a well-known data set.
    private static int KnownLength(string sentence, MatchCollection words, int first, bool speaksOfData)
    {
        if (!MayBeName(words[first].ValueSpan))
        {
            return 0;
        }
        for (var count = Math.Min(KnownDataSets.MostWords, words.Count - first); count > 0; count--)
        {
            var name = Span(sentence, words, first, count);
            if (
                name.Length <= LongestName
                && !name.ContainsAny(",;()")
                && IsKnown(name, speaksOfData && words[first].Index > 0)
            )
            {
                return count;
            }
        }
        return 0;
    }

    private static bool IsKnown(ReadOnlySpan<char> name, bool trust)
    {
        var key = KnownDataSets.KeyOf(KnownDataSets.Unmodified(name));
        // "CIFAR-10/100": the part before the stroke says what it is.
        var slash = name.Contains(' ') ? -1 : name.IndexOf('/');
        return KnownDataSets.IsSure(key)
            || (slash > 3 && KnownDataSets.IsSure(KnownDataSets.KeyOf(name[..slash])))
            || (trust && KnownDataSets.IsKnown(key));
    }

    // "the Foo Bar dataset": a name of a few words, called a data set in the singular. "QA datasets" are a kind.
    private static int CalledLength(string sentence, MatchCollection words, int first)
    {
        var count = 0;
        while (count < MostCalledWords && first + count < words.Count && IsNamePart(words[first + count]))
        {
            count++;
        }
        if (count == 0 || first + count >= words.Count || !Called().IsMatch(words[first + count].ValueSpan))
        {
            return 0;
        }
        var last = words[first + count - 1].Value;
        var name = Span(sentence, words, first, count + 1);
        return name.ContainsAny(",;()") || Kinds.Contains(last) || LanguagePair().IsMatch(last) ? 0 : count;
    }

    private static bool IsNamePart(Match word) =>
        char.IsAsciiLetterUpper(word.ValueSpan[0])
        && word.Length > 1
        && word.Index > 0
        && !NoNames.Contains(word.Value);

    private static bool MayBeName(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('A', 'Z')
        || word.StartsWith("mini")
        || word.StartsWith("ogbn")
        || word.StartsWith("enwik")
        || word.StartsWith("cifar");

    private static ReadOnlySpan<char> Span(string sentence, MatchCollection words, int first, int count)
    {
        var last = words[first + count - 1];
        return sentence.AsSpan(words[first].Index..(last.Index + last.Length));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}+./_-]*[\p{L}\p{Nd}+]|[\p{L}\p{Nd}]")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:data ?sets?|benchmarks?|corpus|corpora|test sets?|leaderboards?|data)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DataWord();

    [GeneratedRegex("^(?:dataset|benchmark|corpus|leaderboard|testbed)$")]
    private static partial Regex Called();

    [GeneratedRegex("^[A-Z][a-z]-[A-Z][a-z]$")]
    private static partial Regex LanguagePair();
}
