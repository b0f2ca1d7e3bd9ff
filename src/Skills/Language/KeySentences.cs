namespace PaperBot.Skills.Language;

/// <summary>
/// The sentences of an abstract that carry its problem, its approach and its findings, best first; a list is empty where
/// the abstract does not say.
/// </summary>
internal sealed record KeySentences(
    IReadOnlyList<ReadSentence> Problems,
    IReadOnlyList<ReadSentence> Approaches,
    IReadOnlyList<ReadSentence> Findings
)
{
    // Below it, a sentence is not about it. Set by reading.
    private const double Enough = 3;
    private const double Little = 1;

    // From here on, a sentence says how good the results are: that is no approach.
    private const double MeasuresQuality = 4;

    public static KeySentences Of(Reading reading)
    {
        // What stands before the authors speak for the first time is other people's work.
        var own =
            reading.Sentences.FirstOrDefault(sentence => TldrCues.Contribution.Most(sentence.Voice) > 3)?.Number ?? 1;
        return new KeySentences(
            Best(
                reading,
                (sentence, count) =>
                    sentence.Number > own && sentence.Facet != Facet.Background ? 0 : Problem(sentence, count),
                Little
            ),
            Best(reading, (sentence, _) => sentence.Number < own ? 0 : Approach(sentence)),
            Best(reading, (sentence, _) => sentence.Number < own ? 0 : Finding(sentence))
        );
    }

    private static IReadOnlyList<ReadSentence> Best(
        Reading reading,
        Func<ReadSentence, int, double> score,
        double least = Enough
    ) =>
        [
            .. reading
                .Sentences.Where(sentence => sentence.IsProse)
                .Select(sentence => (Sentence: sentence, Score: score(sentence, reading.Sentences.Count)))
                .Where(scored => scored.Score >= least)
                .OrderByDescending(scored => scored.Score)
                .Select(scored => scored.Sentence),
        ];

    private static double Problem(ReadSentence sentence, int count)
    {
        var cues = KeyCues.Problem.Score(sentence.Plain);
        var contribution = TldrCues.Contribution.Most(sentence.Voice);
        return cues < Enough || contribution > 5 || sentence.Facet is Facet.Result or Facet.Other
            ? 0
            : cues
                - (sentence.Facet == Facet.Background ? 0.5 * contribution : contribution)
                - Dangling(sentence)
                + (sentence.Facet == Facet.Background ? 1.5 : -0.5)
                + (2 * sentence.TitleOverlap)
                - (2.0 * (sentence.Number - 1) / count);
    }

    private static double Approach(ReadSentence sentence) =>
        sentence.IsBackground
        || sentence.Facet == Facet.Other
        || KeyCues.Claim.Score(sentence.Plain) > 3
        || Measured(sentence) >= MeasuresQuality
            ? 0
            : TldrCues.Contribution.Most(sentence.Voice)
                + KeyCues.Approach.Score(sentence.Plain)
                + (sentence.Facet == Facet.Result ? -3 : 1)
                - Dangling(sentence)
                + (4 * sentence.TitleOverlap);

    private static double Finding(ReadSentence sentence) =>
        sentence.IsBackground || sentence.Facet == Facet.Other
            ? 0
            : KeyCues.Claim.Score(sentence.Plain)
                + FoundOut(sentence)
                + Measured(sentence)
                - Dangling(sentence)
                + (2 * sentence.TitleOverlap);

    // A value of a metric on a data set is the surest finding; "10 % of the labels" is hardly one.
    private static double Measured(ReadSentence sentence) =>
        sentence
            .Numbers.Select(number =>
                number.Measured switch
                {
                    { Role: NumberRole.Other } => 0,
                    { Metric: not null, DataSet: not null } => 5,
                    { Metric: not null } or { DataSet: not null } => 4,
                    { Role: NumberRole.Change } => 3,
                    { Unit: { } unit } when Units.IsOfMachines(unit) => 3,
                    _ => 1.0,
                }
            )
            .DefaultIfEmpty()
            .Max();

    private static double FoundOut(ReadSentence sentence) =>
        sentence.Facet == Facet.Result ? 1.5
        : sentence.Guess.Confidence < 0.5 ? 0
        : -1;

    private static double Dangling(ReadSentence sentence) =>
        (0.8 * KeyCues.Dangling.Score(sentence.Plain))
        + (sentence.WordCount < 7 ? 3 : 0)
        + (sentence.WordCount > 60 ? 2 : 0);
}
