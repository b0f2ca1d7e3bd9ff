using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>
/// Pure: those of some papers that are nearest to one in one respect. "The same problem, another method" is: near in the
/// sentences on background and aim, and the less alike in the sentences on method the better; a paper whose abstract says
/// nothing of its method is left out.
/// </summary>
internal sealed class NearestInAspect(Paper paper, LearntTerms learnt)
{
    private const int LeastCompared = 24; // sentence by sentence, which takes ten times as long
    private const float SameText = 0.9f;
    private const float Unlike = 0.02f; // of nearness: any two papers reach it
    private const float SameMethod = 0.6f; // of nearness: more is the same method
    private const double OtherMethodTimes = 0.5; // standard deviations of problem that one of method is worth
    private const int ReasonPhrases = 3;
    private const int MethodPhrases = 2;

    private readonly PaperProfiler profiler = new(learnt);

    /// <param name="candidates">Those that share most with the paper first.</param>
    /// <param name="by">In what they are to be near; not as a whole.</param>
    /// <param name="most">How many to give.</param>
    /// <param name="ct">Gives it up.</param>
    /// <returns>Nearest first; empty where none is near or the paper's abstract does not speak of this.</returns>
    public IReadOnlyList<RelatedPaper> Of(IReadOnlyList<Paper> candidates, RelatedBy by, int most, CancellationToken ct)
    {
        var aspect = by == RelatedBy.Result ? PaperAspect.Result : PaperAspect.Problem;
        var asked = profiler.Read(paper.Title, paper.Abstract);
        var others = new List<(Paper Paper, PaperProfile Profile)>();
        foreach (var other in candidates.Take(Math.Max(LeastCompared, 2 * most)))
        {
            ct.ThrowIfCancellationRequested();
            var profile = profiler.Read(other.Title, other.Abstract);
            var words = asked.Whole.Words.With(profile.Whole.Words);
            if (words is > 0 and < SameText && (by != RelatedBy.Method || IsOtherMethod(asked, profile)))
            {
                others.Add((other, profile));
            }
        }
        var scores = PaperRanking.Scores(asked, [.. others.Select(other => other.Profile)], aspect, learnt.Lexicon);
        if (by == RelatedBy.Method)
        {
            PreferOtherMethods(asked, others.ConvertAll(other => other.Profile), scores);
        }
        return
        [
            .. others
                .Zip(scores)
                .Where(other => asked.Of(aspect).Nearness(other.First.Profile.Of(aspect)) > Unlike)
                .OrderByDescending(other => other.Second)
                .Take(most)
                .Select(other => new RelatedPaper(
                    other.First.Paper,
                    asked.Of(aspect).Nearness(other.First.Profile.Of(aspect)),
                    Reason(by, other.First.Paper)
                )),
        ];
    }

    private static bool IsOtherMethod(PaperProfile asked, PaperProfile other) =>
        !other.Aspects[(int)PaperAspect.Method].IsEmpty
        && asked.Of(PaperAspect.Method).Nearness(other.Of(PaperAspect.Method)) < SameMethod;

    private static void PreferOtherMethods(PaperProfile asked, IReadOnlyList<PaperProfile> others, double[] scores)
    {
        var nearness = others
            .Select(other => new[] { asked.Of(PaperAspect.Method).Nearness(other.Of(PaperAspect.Method)) })
            .ToList();
        var alike = PaperFusion.Scores(nearness, [OtherMethodTimes]);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] -= alike[i];
        }
    }

    private string Reason(RelatedBy by, Paper other)
    {
        if (by == RelatedBy.Result)
        {
            return Shared("Both report on", PaperAspect.Result, other);
        }
        var problem = Shared("Same problem:", PaperAspect.Problem, other);
        if (by == RelatedBy.Problem)
        {
            return problem;
        }
        var ours = Phrases(paper, PaperAspect.Method);
        var theirs = Phrases(other, PaperAspect.Method);
        var here = ours.MissingIn(Whole(other), MethodPhrases);
        var there = theirs.MissingIn(Whole(paper), MethodPhrases);
        return there.Count == 0 ? $"{problem} The method is told in other words."
            : here.Count == 0 ? $"{problem} Other method: {string.Join(", ", there)}."
            : $"{problem} Other method: {string.Join(", ", there)} instead of {string.Join(", ", here)}.";
    }

    // What both say in the sentences about it, else what they say anywhere.
    private string Shared(string lead, PaperAspect aspect, Paper other)
    {
        var shared = Phrases(paper, aspect).SharedWith(Phrases(other, aspect), ReasonPhrases);
        shared = shared.Count > 0 ? shared : Whole(paper).SharedWith(Whole(other), ReasonPhrases);
        return shared.Count > 0
            ? $"{lead} {string.Join(", ", shared)}."
            : "Their sentences on this are alike as a whole.";
    }

    private TellingPhrases Whole(Paper of) => new([of.Title, of.Abstract], learnt.Lexicon);

    private TellingPhrases Phrases(Paper of, PaperAspect aspect)
    {
        var reading = Reading.Of(of.Title, of.Abstract);
        return new TellingPhrases(
            [
                .. aspect == PaperAspect.Problem ? [of.Title] : Array.Empty<string>(),
                .. reading
                    .Sentences.Zip(PaperAspects.Of(reading))
                    .Where(sentence => sentence.Second == aspect)
                    .Select(sentence => sentence.First.Text),
            ],
            learnt.Lexicon
        );
    }
}
