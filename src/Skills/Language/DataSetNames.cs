using System.Buffers;
using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <param name="Name">As the abstract writes it.</param>
/// <param name="Start">Where it stands in the sentence.</param>
internal readonly record struct DataSetMention(string Name, int Start);

/// <summary>
/// The data sets that a sentence names: well-known ones, and those that it calls data set, benchmark or corpus.
/// </summary>
internal static class DataSetNames
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

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNameSpans =
        NoNames.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KindSpans = Kinds.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly SearchValues<string> DataWords = SearchValues.Create(
        ["data set", "dataset", "benchmark", "corpus", "corpora", "test set", "leaderboard", "data"],
        StringComparison.OrdinalIgnoreCase
    );

    public static IReadOnlyList<DataSetMention> In(string sentence)
    {
        List<DataSetMention>? found = null;
        var words = NameWord.Of(sentence);
        var speaksOfData = sentence.AsSpan().ContainsAny(DataWords);
        for (var i = 0; i < words.Count; i++)
        {
            if (!MayBeName(words[i].In(sentence)))
            {
                continue;
            }
            var count = KnownLength(sentence, words, i, speaksOfData);
            count = count > 0 || !speaksOfData ? count : CalledLength(sentence, words, i);
            if (count > 0)
            {
                (found ??= []).Add(new DataSetMention(Span(sentence, words, i, count).ToString(), words[i].Start));
                i += count - 1;
            }
        }
        return found ?? (IReadOnlyList<DataSetMention>)[];
    }

    // How many words from here on are the name of a well-known data set.
    private static int KnownLength(string sentence, List<NameWord> words, int first, bool speaksOfData)
    {
        for (var count = Math.Min(KnownDataSets.MostWords, words.Count - first); count > 0; count--)
        {
            var name = Span(sentence, words, first, count);
            if (
                name.Length <= LongestName
                && !name.ContainsAny(",;()")
                && IsKnown(name, speaksOfData && words[first].Start > 0)
            )
            {
                return count;
            }
        }
        return 0;
    }

    private static bool IsKnown(ReadOnlySpan<char> name, bool trust)
    {
        Span<char> letters = stackalloc char[LongestName];
        var key = KnownDataSets.KeyOf(KnownDataSets.Unmodified(name), letters);
        if (KnownDataSets.IsSure(key) || (trust && KnownDataSets.IsKnown(key)))
        {
            return true;
        }
        // "CIFAR-10/100": the part before the stroke says what it is.
        var slash = name.Contains(' ') ? -1 : name.IndexOf('/');
        return slash > 3 && KnownDataSets.IsSure(KnownDataSets.KeyOf(name[..slash], letters));
    }

    // "the Foo Bar dataset": a name of a few words, called a data set in the singular. "QA datasets" are a kind.
    private static int CalledLength(string sentence, List<NameWord> words, int first)
    {
        var count = 0;
        while (count < MostCalledWords && first + count < words.Count && IsNamePart(sentence, words[first + count]))
        {
            count++;
        }
        if (count == 0 || first + count >= words.Count || !IsCalled(words[first + count].In(sentence)))
        {
            return 0;
        }
        var last = words[first + count - 1].In(sentence);
        var name = Span(sentence, words, first, count + 1);
        return name.ContainsAny(",;()") || KindSpans.Contains(last) || IsLanguagePair(last) || IsAdjective(last)
            ? 0
            : count;
    }

    private static bool IsCalled(ReadOnlySpan<char> word) =>
        word is "dataset" or "benchmark" or "corpus" or "leaderboard" or "testbed";

    private static bool IsNamePart(string sentence, NameWord word)
    {
        var text = word.In(sentence);
        return char.IsAsciiLetterUpper(text[0]) && text.Length > 1 && word.Start > 0 && !NoNameSpans.Contains(text);
    }

    private static bool MayBeName(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('A', 'Z')
        || word.StartsWith("mini")
        || word.StartsWith("ogbn")
        || word.StartsWith("enwik")
        || word.StartsWith("cifar");

    // "a UAV-based dataset", "a KG-to-text benchmark"
    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word.EndsWith("-based")
        || word.EndsWith("-level")
        || word.EndsWith("-style")
        || word.EndsWith("-specific")
        || word.IndexOf("-to-") > 0;

    // "En-De"
    private static bool IsLanguagePair(ReadOnlySpan<char> word) =>
        word.Length == 5
        && word[2] == '-'
        && char.IsAsciiLetterUpper(word[0])
        && char.IsAsciiLetterLower(word[1])
        && char.IsAsciiLetterUpper(word[3])
        && char.IsAsciiLetterLower(word[4]);

    private static ReadOnlySpan<char> Span(string sentence, List<NameWord> words, int first, int count) =>
        sentence.AsSpan(words[first].Start..words[first + count - 1].End);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
