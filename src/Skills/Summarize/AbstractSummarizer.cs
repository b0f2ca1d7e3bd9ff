using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Summarize;

/// <summary>A paper to its summary: sentences of the abstract, shortened by deletion only. No clock, no I/O.</summary>
public static class AbstractSummarizer
{
    public const string NoAbstract = "The library holds no abstract of this paper.";
    public const string TooShort = "too little text to summarise; here it is whole";
    public const string FewAndLong = "The abstract has no more than two sentences; here it is whole.";
    public const string Unreadable = "The abstract is no readable text, so there is nothing to summarise.";
    public const string OnlyTitle = "The abstract only repeats the title, so there is nothing to summarise.";
    public const string NotEnglish =
        "The abstract is not in English, which is all that PaperBot can shorten; here is how it begins.";
    public const string NotEnglishWhole =
        "The abstract is not in English, which is all that PaperBot can shorten; here it is whole.";
    public const string PartlyEnglish =
        "Part of the abstract is in another language; this is made from its English sentences.";
    public const string Withdrawn = "The abstract says that this paper was withdrawn.";
    public const string Endless =
        "The abstract is one endless sentence, which cannot be shortened; it is shown as it stands.";

    // An abstract of so few sentences is its own summary.
    private const int FewSentences = 2;

    // From so many words on nobody would call it little text.
    private const int ManyWords = 60;

    // A point may be longer than the one sentence: it is read second. Results are not cut: the figures come last.
    private const int PointGoal = 38;
    private const int NoGoal = int.MaxValue;

    public static Summary Summarize(Paper paper)
    {
        var summary = new Summary
        {
            Paper = paper,
            Engine = Summary.OwnEngine,
            AbstractVersion = paper.Version,
        };
        var text = AbstractText.Of(paper.Title, paper.Abstract);
        if (text.Sentences.Count == 0)
        {
            return summary with { Note = text.Note, Whole = text.Whole };
        }
        var reading = Reading.Of(paper.Title, paper.Abstract, text.Sentences);
        return reading.Sentences.Count <= FewSentences && text.Note != PartlyEnglish
                ? Short(summary, reading, text.Note)
            : Tldr.Of(reading) is { } tldr ? Full(summary with { Note = text.Note }, reading, tldr)
            : summary with { Note = Unreadable };
    }

    private static Summary Short(Summary summary, Reading reading, string? note) =>
        summary with
        {
            Tldr = Tldr.Of(reading),
            Facts = Facts.Of(reading),
            Note = note ?? (reading.Sentences.Sum(sentence => sentence.WordCount) < ManyWords ? TooShort : FewAndLong),
            Whole = AbstractText.Beginning(reading.Abstract).Text,
        };

    private static Summary Full(Summary summary, Reading reading, Excerpt tldr)
    {
        var key = KeySentences.Of(reading);
        // By their words: a text that repeats itself is told once.
        var used = new HashSet<string> { reading.Sentences.First(one => one.Number == tldr.Sentence).Text };
        var points = new List<SummaryPoint>();
        foreach (var (label, sentences) in Labelled(key, reading))
        {
            if (sentences.FirstOrDefault(sentence => !used.Contains(sentence.Text)) is { } best)
            {
                used.Add(best.Text);
                points.Add(
                    new SummaryPoint(
                        label,
                        Compression.Of(best.Text, reading.Title, label == "Result" ? NoGoal : PointGoal),
                        best.Number
                    )
                );
            }
        }
        return summary with { Tldr = tldr, Points = points, Facts = Facts.Of(reading) };
    }

    private static IEnumerable<(string Label, IReadOnlyList<ReadSentence> Sentences)> Labelled(
        KeySentences key,
        Reading reading
    )
    {
        yield return key.Problems.Count > 0 ? ("Problem", key.Problems)
        : Tldr.SaysWhatWasDone(reading.Sentences[0]) ? ("Aim", [reading.Sentences[0]])
        : ("Background", [.. reading.Sentences.Take(1).Where(first => first.Facet == Facet.Background)]);
        yield return ("Approach", key.Approaches);
        yield return ("Result", key.Findings);
    }
}
