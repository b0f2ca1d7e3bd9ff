using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Skills.Language;

/// <summary>
/// The one sentence of an abstract that says best what was done and, where one does both, what was found; shortened by
/// deletion only (<see cref="Compression"/>). Which one, and how short, is told by weights that were learnt from what people
/// wrote (<see cref="TldrModel"/>).
/// </summary>
public static class Tldr
{
    private const int TitleWeight = 10;

    /// <returns>Null where the abstract has no sentence in words.</returns>
    public static Excerpt? Of(string title, string @abstract) => Of(Reading.Of(title, @abstract));

    internal static Excerpt? Of(Reading reading) =>
        TldrModel.Embedded.Best(reading) is { } best
            ? new Excerpt(best.Text, reading.Sentences[best.Sentence].Number)
            : null;

    internal static ReadSentence? Best(Reading reading) =>
        TldrModel.Embedded.Best(reading) is { } best ? reading.Sentences[best.Sentence] : null;

    internal static bool SaysWhatWasDone(ReadSentence sentence) => TldrCues.Contribution.Most(sentence.Voice) > 3;

    /// <summary>What cue phrases, place and title alone say for a sentence: one of many things that the weights go by.</summary>
    internal static double Score(ReadSentence sentence, int count)
    {
        var contribution = TldrCues.Contribution.Most(sentence.Voice);
        return (0.5 * contribution)
            + (0.25 * TldrCues.Contribution.Score(sentence.Voice))
            + (1.5 * TldrCues.Novelty.Score(sentence.Voice))
            - (0.5 * TldrCues.Dangling.Score(sentence.Plain))
            + (TitleWeight * sentence.TitleOverlap)
            + (sentence.NamesSubject && contribution > 3 ? 3 : 0)
            + Place(sentence.Number - 1, count)
            + Length(sentence.WordCount)
            + About(sentence)
            - (contribution == 0 && sentence.Facet == Facet.Background ? 2.5 : 0);
    }

    private static double Place(int index, int count) => index == 0 ? 2 : -2.5 * index / count;

    private static double Length(int words) =>
        words < 8 ? -4
        : words > 50 ? -2.5
        : words > 38 ? -1.5
        : 0;

    private static double About(ReadSentence sentence) =>
        sentence.Guess.Confidence
        * sentence.Facet switch
        {
            Facet.Objective => 2,
            Facet.Method => -0.5,
            Facet.Result => -1.5,
            Facet.Background => SaysWhatWasDone(sentence) ? 0 : -4,
            _ => -10,
        };
}
