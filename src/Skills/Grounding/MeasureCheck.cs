using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Is a share or a factor said of what the abstract says it of: "80 % of memory" is not "80 % of the time"?</summary>
internal static class MeasureCheck
{
    private const int Before = 7; // tokens
    private const int After = 5;
    private const int EvidenceReach = 9;
    private const string Score = "accuracy";

    // What is measured, and the words by which one knows it. A word of several kinds tells none.
    private static readonly FrozenDictionary<string, string> Kinds = Read(
        """
        time: time times speed speeds speedup speedups faster fastest slower quick quicker quickly latency latencies throughput runtime runtimes accelerate accelerates accelerated accelerating acceleration seconds duration shorten shortens shortened shortening lengthen lengthens convergence fps
        memory: memory storage footprint ram vram cache
        size: smaller larger compact compactness size sizes lighter parameter parameters param params bigger
        compute: flops flop macs mac compute computation computations computational multiplications operations
        accuracy: accuracy accurate accuracies precision recall f1 auc auroc bleu rouge map mrr ndcg miou iou psnr ssim fid perplexity error errors wer top top1 top5 score scores performance quality reciprocal improvement
        traffic: traffic communication bandwidth
        energy: energy power electricity carbon
        labels: labels labelled labeled annotations annotation
        """
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || !IsShare(tokens[i]) || Nearest(tokens, i) is not { } kind)
            {
                continue;
            }
            var places = evidence.Numbers.Of(tokens[i]).ToList();
            if (places.Count > 0 && places.TrueForAll(place => IsOfAnother(evidence, place, kind)))
            {
                yield return new Unsupported(
                    UnsupportedKind.Unit,
                    text[tokens[i].Start..tokens[i].End],
                    $"The abstract does not say this number of {kind}."
                );
            }
        }
    }

    private static bool IsShare(Token number) =>
        number.Unit == Unit.Percent
        || number.Unit == Unit.Times
        || number.Unit == Unit.Points
        || number.Unit == Measures.Half;

    private static bool IsOfAnother(Evidence evidence, NumberPlace place, string kind)
    {
        var tokens = evidence.Sentences[place.Sentence].Tokens;
        if (Nearest(tokens, place.Token) is { } nearest)
        {
            return nearest != kind;
        }
        var near = tokens
            .Skip(Math.Max(0, place.Token - EvidenceReach))
            .Take(2 * EvidenceReach + 1)
            .Select(KindOf)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        // Of a score one need not say that it is one; of time, memory or size one does.
        return near.Count > 0 ? !near.Contains(kind) : kind != Score && !tokens.Exists(token => KindOf(token) == kind);
    }

    // The nearest word that tells, behind the number first; another number or a break ends the search.
    private static string? Nearest(List<Token> tokens, int i)
    {
        for (
            var next = i + 1;
            next < tokens.Count && next <= i + After && tokens[next].Kind != TokenKind.Number && !tokens[next].Breaks;
            next++
        )
        {
            if (tokens[next].Word is "and" or "while" or "with" or "but" or "than" or "at" or "on")
            {
                break;
            }
            if (KindOf(tokens, next) is { } kind)
            {
                return kind;
            }
        }
        for (
            var last = i - 1;
            last >= 0 && last >= i - Before && tokens[last].Kind != TokenKind.Number && !tokens[last + 1].Breaks;
            last--
        )
        {
            if (tokens[last].Word is "while" or "whereas" or "but" or "and")
            {
                break;
            }
            if (KindOf(tokens, last) is { } kind)
            {
                return kind;
            }
        }
        return null;
    }

    // "in real time" measures nothing.
    private static string? KindOf(List<Token> tokens, int i) =>
        i > 0 && tokens[i].Word == "time" && tokens[i - 1].Word == "real" ? null : KindOf(tokens[i]);

    private static string? KindOf(Token token) =>
        token.Kind == TokenKind.Word ? Kinds.GetValueOrDefault(token.Word) : null;

    private static FrozenDictionary<string, string> Read(string table) =>
        table
            .Split('\n')
            .Select(line => line.Split(':'))
            .SelectMany(line => line[1].Trim().Split(' ').Select(word => (Word: word, Kind: line[0].Trim())))
            .ToFrozenDictionary(one => one.Word, one => one.Kind, StringComparer.Ordinal);
}
