using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Language;

/// <summary>
/// <c>eval sentences FILE [--out P]</c>: the splitter on passages (<see cref="Passage.Read"/>) or on abstracts whose
/// sentences are known (CSAbstruct, <c>.jsonl</c>), beside a plain regular expression; P gets every disagreement.
/// </summary>
internal static partial class EvalSentences
{
    public static int Run(string file, string? output)
    {
        var passages = file.EndsWith(".jsonl", StringComparison.Ordinal)
            ? LabelledAbstract.Read(file).ConvertAll(labelled => Passage.Joined(labelled.Sentences))
            : Passage.Read(file);
        Tell("PaperBot", passages, Sentences.Of);
        Tell("baseline: every [.!?] before a blank", passages, Plainly);
        if (output is not null)
        {
            File.WriteAllLines(output, passages.SelectMany(Disagreements));
        }
        return 0;
    }

    /// <summary>What is missed or cut in one passage, each with its surroundings: "¦" is the boundary in question.</summary>
    public static IEnumerable<string> Disagreements(Passage passage)
    {
        var wanted = passage.Sentences.Skip(1).Select(sentence => sentence.Start).ToHashSet();
        var found = Sentences.Of(passage.Text).Skip(1).Select(sentence => sentence.Start).ToHashSet();
        return
        [
            .. found.Except(wanted).Order().Select(start => $"cut:    {Around(passage.Text, start)}"),
            .. wanted.Except(found).Order().Select(start => $"missed: {Around(passage.Text, start)}"),
        ];
    }

    private static void Tell(string name, List<Passage> passages, Func<string, IReadOnlyList<Sentence>> split)
    {
        var score = passages.Aggregate(
            default(BoundaryScore),
            (sum, passage) => sum + BoundaryScore.Of(passage, split(passage.Text))
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: precision {100 * score.Precision:0.00} %, recall {100 * score.Recall:0.00} %, F1 {100 * score.F1:0.00} % of {score.Right + score.Missed} boundaries; {100 * score.ExactShare:0.0} % of {score.Texts} passages exact"
            )
        );
    }

    private static string Around(string text, int start) =>
        $"{text[Math.Max(0, start - 60)..start]}¦{text[start..Math.Min(text.Length, start + 40)]}".ReplaceLineEndings(
            "\\n"
        );

    private static IReadOnlyList<Sentence> Plainly(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        foreach (var gap in Gap().EnumerateMatches(text))
        {
            sentences.Add(new Sentence(sentences.Count + 1, start, text[start..gap.Index]));
            start = gap.Index + gap.Length;
        }
        sentences.Add(new Sentence(sentences.Count + 1, start, text[start..]));
        return sentences;
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Gap();
}
