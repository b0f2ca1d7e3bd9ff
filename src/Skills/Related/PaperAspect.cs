using PaperBot.Skills.Language;

namespace PaperBot.Skills.Related;

/// <summary>In which respect papers are near each other.</summary>
public enum PaperAspect
{
    /// <summary>What is known, wrong or wanted: the sentences of background and objective.</summary>
    Problem,

    /// <summary>How it is done.</summary>
    Method,

    /// <summary>What came out.</summary>
    Result,
}

internal static class PaperAspects
{
    public static IReadOnlyList<PaperAspect> All { get; } = Enum.GetValues<PaperAspect>();

    /// <summary>Of each sentence; null for sentences about code and rights.</summary>
    /// <remarks>
    /// An abstract has a method and results even where no sentence is told to be about them, which short abstracts bring
    /// about: then the sentence in which the authors say what they did is the method, and one that claims something the result.
    /// </remarks>
    public static IReadOnlyList<PaperAspect?> Of(Reading reading)
    {
        var aspects = reading.Sentences.Select(sentence => Of(sentence.Facet)).ToArray();
        if (!aspects.Contains(PaperAspect.Result))
        {
            Take(
                PaperAspect.Result,
                sentence => KeyCues.Claim.Score(sentence.Plain) > 0 && !Tldr.SaysWhatWasDone(sentence)
            );
        }
        // Not the only sentence on the problem.
        if (!aspects.Contains(PaperAspect.Method) && aspects.Count(aspect => aspect == PaperAspect.Problem) > 1)
        {
            Take(PaperAspect.Method, Tldr.SaysWhatWasDone);
        }
        return aspects;

        void Take(PaperAspect aspect, Func<ReadSentence, bool> isLike)
        {
            for (var i = 0; i < aspects.Length; i++)
            {
                aspects[i] = isLike(reading.Sentences[i]) ? aspect : aspects[i];
            }
        }
    }

    private static PaperAspect? Of(Facet facet) =>
        facet switch
        {
            Facet.Background or Facet.Objective => PaperAspect.Problem,
            Facet.Method => PaperAspect.Method,
            Facet.Result => PaperAspect.Result,
            _ => null,
        };
}
