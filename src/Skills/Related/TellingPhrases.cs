namespace PaperBot.Skills.Related;

/// <summary>Pure: the telling words and phrases of a text, as it writes them: what it shares with others, and what it has alone.</summary>
/// <param name="text">Titles, abstracts or sentences.</param>
/// <param name="lexicon">How telling words are.</param>
internal sealed class TellingPhrases(IEnumerable<string> text, Lexicon lexicon)
{
    private const int LongestPhrase = 4; // words
    private const float CommonShare = 0.08f; // of the papers: a word that more of them have tells nothing by itself
    private const float CommonShareInPhrase = 0.24f;

    private readonly IReadOnlyList<TextPiece> pieces = [.. text.SelectMany(TextPiece.Of)];

    /// <summary>Words that both have, and phrases that both write in the same order.</summary>
    /// <returns>The most telling first; empty where nothing telling is shared.</returns>
    public IReadOnlyList<string> SharedWith(TellingPhrases other, int most)
    {
        var words = other.pieces.Select(piece => piece.Key).ToHashSet();
        var pairs = other
            .pieces.Zip(other.pieces.Skip(1))
            .Where(pair => !pair.First.EndsPhrase)
            .Select(pair => (pair.First.Key, pair.Second.Key))
            .ToHashSet();
        return Best(piece => words.Contains(piece.Key), (one, next) => pairs.Contains((one.Key, next.Key)), most);
    }

    /// <summary>Words that the other has not, and phrases of them that more papers write.</summary>
    /// <inheritdoc cref="SharedWith"/>
    public IReadOnlyList<string> MissingIn(TellingPhrases other, int most)
    {
        var stems = other.pieces.SelectMany(piece => piece.Stems).ToHashSet();
        return Best(
            piece =>
                !piece.Stems.Any(stems.Contains)
                && piece.Stems.All(stem => lexicon.ShareOf(lexicon.NumberOf(stem)) > 0),
            (one, next) => lexicon.NumberOf(lexicon.NumberOf(one.Stems[^1]), lexicon.NumberOf(next.Stems[0])) >= 0,
            most
        );
    }

    private IReadOnlyList<string> Best(Func<TextPiece, bool> isWanted, Func<TextPiece, TextPiece, bool> joins, int most)
    {
        var phrases = Runs(isWanted, joins)
            .GroupBy(run => string.Join(' ', run.Select(piece => piece.Key)))
            .Select(same => (Run: Plainest(same), Weight: Weight(same.First()) * (1 + MathF.Log(same.Count()) / 2)))
            .Where(phrase => phrase.Weight > 0)
            .OrderByDescending(phrase => phrase.Weight);
        var given = new List<string>();
        var said = new HashSet<string>();
        foreach (var (run, _) in phrases)
        {
            if (given.Count < most && !run.Any(piece => piece.Stems.Any(said.Contains)))
            {
                said.UnionWith(run.SelectMany(piece => piece.Stems));
                given.Add(string.Join(' ', run.Select(piece => piece.Spelt())));
            }
        }
        return given;
    }

    private IEnumerable<IReadOnlyList<TextPiece>> Runs(
        Func<TextPiece, bool> isWanted,
        Func<TextPiece, TextPiece, bool> joins
    )
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsTelling || !isWanted(pieces[i]))
            {
                continue;
            }
            var run = new List<TextPiece> { pieces[i] };
            while (
                run.Count < LongestPhrase
                && !pieces[i].EndsPhrase
                && i + 1 < pieces.Count
                && pieces[i + 1].IsTelling
                && isWanted(pieces[i + 1])
                && joins(pieces[i], pieces[i + 1])
            )
            {
                run.Add(pieces[++i]);
            }
            yield return run;
        }
    }

    // The rarest word tells most; the others make it a phrase.
    private float Weight(IReadOnlyList<TextPiece> run)
    {
        var numbers = run.SelectMany(piece => piece.Stems).Select(stem => lexicon.NumberOf(stem)).ToList();
        return numbers.TrueForAll(number =>
            lexicon.IsCommon(number, numbers.Count > 1 ? CommonShareInPhrase : CommonShare)
        )
            ? 0
            : numbers.Max(lexicon.WeightOf) + 0.5f * numbers.Sum(lexicon.WeightOf);
    }

    // One in the middle of a sentence, with few capitals, shows how it is written.
    private static IReadOnlyList<TextPiece> Plainest(IEnumerable<IReadOnlyList<TextPiece>> same) =>
        same.OrderBy(run => run[0].StartsSentence)
            .ThenBy(run => run.Sum(piece => piece.Text.Count(char.IsUpper)))
            .First();
}
