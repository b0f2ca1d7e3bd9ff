using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <summary>A sentence that may answer.</summary>
/// <param name="Covered">The share of the question's needed weight that it has together with its title, 0 to 1.</param>
/// <param name="Anywhere">The same with the whole abstract.</param>
/// <param name="Own">The same of the sentence alone.</param>
/// <param name="Score">How well it answers; comparable within one question.</param>
internal sealed record ScoredSentence(
    Paper Paper,
    Sentence Sentence,
    double Covered,
    double Anywhere,
    double Own,
    double Score
);

/// <summary>Pure: how well the sentences of a paper answer a question.</summary>
internal static class SentenceScore
{
    private const double InTitle = 0.75; // what a word in the title counts, where the sentence does not repeat it
    private const double InSentenceBefore = 0.25;
    private const double Adjacency = 0.2;
    private const double FacetFit = 0.15;
    private const double NumberFit = 0.15;
    private const double DefinitionFit = 0.2;
    private const double DanglingPart = 0.1;
    private const int FewWords = 7;
    private const int ManyWords = 60;

    /// <summary>By the words alone.</summary>
    public static List<ScoredSentence> Of(Paper paper, WeighedQuestion question)
    {
        var (titled, _) = question.In(paper.Title);
        var (anywhere, _) = question.In(paper.Abstract);
        var before = new bool[titled.Length];
        var scored = new List<ScoredSentence>();
        foreach (var sentence in Sentences.Of(paper.Abstract))
        {
            var (has, adjacent) = question.In(sentence.Text);
            var own = question.Share(i => has[i]);
            if (own > 0)
            {
                var with = 0.0;
                for (var i = 0; i < has.Length; i++)
                {
                    var weight = question.Words[i].Weight;
                    with +=
                        weight
                        * (
                            has[i] ? 1
                            : titled[i] ? InTitle
                            : before[i] ? InSentenceBefore
                            : 0
                        );
                }
                scored.Add(
                    new ScoredSentence(
                        paper,
                        sentence,
                        question.Share(i => has[i] || titled[i]),
                        question.Share(i => has[i] || titled[i] || anywhere[i]),
                        own,
                        (with + Adjacency * adjacent) / question.Total
                    )
                );
            }
            before = has;
        }
        return scored;
    }

    /// <summary>By what the sentence is, too.</summary>
    /// <param name="read">The same sentence, read.</param>
    public static double Fit(ReadSentence read, QuestionKind kind, WeighedQuestion question)
    {
        var fit = read.Facet == Facet.Other ? -FacetFit : 0;
        fit += Wanted(kind).Contains(read.Facet) ? FacetFit * read.Guess.Confidence : 0;
        if (kind == QuestionKind.Number)
        {
            fit += read.Numbers.Count > 0 ? NumberFit : -NumberFit;
        }
        if (kind == QuestionKind.Definition && Defines(read.Plain, question))
        {
            fit += DefinitionFit;
        }
        return fit
            - (Dangles(read) ? DanglingPart : 0)
            - (read.WordCount is < FewWords or > ManyWords ? DanglingPart : 0);
    }

    private static Facet[] Wanted(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.Definition => [Facet.Background, Facet.Objective],
            QuestionKind.Method => [Facet.Method, Facet.Objective],
            QuestionKind.Result or QuestionKind.Number => [Facet.Result],
            _ => [Facet.Objective, Facet.Method, Facet.Result],
        };

    // "Mamba is a …", "GNNs are …" at the beginning.
    private static bool Defines(string plain, WeighedQuestion question)
    {
        var words = plain.Split(' ', 12, StringSplitOptions.RemoveEmptyEntries);
        var verb = Array.FindIndex(words, word => word is "is" or "are" or "refers" or "aims" or "seeks");
        return verb > 0 && words.Take(verb).Any(word => question.Words.Any(asked => asked.Stem == Stem.Of(word)));
    }

    // It leans on a sentence that is not quoted with it.
    private static bool Dangles(ReadSentence read)
    {
        var comma = read.Text.IndexOf(',');
        if (comma > 5 && read.Text.AsSpan(..comma).EndsWith(" this"))
        {
            return true; // "To remedy this, …"
        }
        var words = read.Plain.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1
            && words[0] is "this" or "these" or "it" or "they" or "such" or "those" or "its" or "their" or "both"
            && words[1] is not ("paper" or "work" or "study" or "article" or "survey" or "thesis" or "report");
    }
}
