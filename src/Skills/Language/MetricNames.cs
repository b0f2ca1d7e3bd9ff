using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>What a number of a sentence may measure.</summary>
/// <param name="First">Its first token, what qualifies it included: "top-1" of "top-1 accuracy".</param>
/// <param name="Last">Its last token.</param>
/// <param name="Key">The same for all spellings of one metric; what changes its meaning is part of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MetricMention(int First, int Last, string Key)
{
    /// <summary>It measures how good results are, not what they cost.</summary>
    public bool IsQuality => !MetricNames.IsCost(Key);
}

/// <summary>The metrics that a sentence names, from a list of those that abstracts use.</summary>
internal static class MetricNames
{
    private const int MostWords = 3;

    // A line is a key and its spellings; small letters stand for any.
    private static readonly FrozenDictionary<string, string> Quality = Table(
        """
        accuracy: accuracy | accuracies
        error: error | errors | error rate | error rates
        precision: precision
        recall: recall
        f1: f1 | f1-score | f1-scores | f1-measure | f-score | f-scores | f-measure | f1s
        macro-f1: macro-f1 | macro f1
        micro-f1: micro-f1 | micro f1
        bleu: bleu | sacrebleu | bleu-4 | bleu4
        chrf: chrf | chrf++
        ter: ter
        rouge: rouge
        rouge-1: rouge-1
        rouge-2: rouge-2
        rouge-l: rouge-l
        meteor: meteor
        cider: cider | cider-d
        spice: spice
        bertscore: bertscore
        map: map | mean average precision | average precision
        auc: auc | auroc | auc-roc | roc-auc | roc auc
        auprc: auprc | auc-pr
        iou: iou
        miou: miou | mean iou | mean intersection over union
        dice: dice | dsc | dice coefficient
        psnr: psnr
        ssim: ssim
        ms-ssim: ms-ssim
        lpips: lpips
        fid: fid | fids | fréchet inception distance | frechet inception distance
        fvd: fvd
        kid: kid
        inception score: inception score
        clip score: clip score | clipscore
        wer: wer | word error rate | word error rates
        cer: cer | character error rate
        eer: eer | equal error rate
        mae: mae | mean absolute error
        rmse: rmse | root mean square error | root mean squared error
        mse: mse | mean squared error | mean square error
        mape: mape
        perplexity: perplexity | perplexities | ppl
        bits per character: bpc | bits per character | bits-per-character
        bits per dimension: bpd | bits per dimension | bits per dim
        win rate: win rate | win rates | win-rate
        success rate: success rate | success rates | success-rate
        solve rate: solve rate | solve rates | resolve rate | pass rate | completion rate
        acceptance rate: acceptance rate
        detection rate: detection rate
        attack success rate: attack success rate | attack success rates
        hallucination rate: hallucination rate
        exact match: exact match | exact-match
        pass@1: pass@1
        pass@10: pass@10
        pass@100: pass@100
        ndcg: ndcg
        ndcg@10: ndcg@10
        ndcg@5: ndcg@5
        mrr: mrr | mean reciprocal rank
        recall@1: recall@1 | r@1
        recall@5: recall@5 | r@5
        recall@10: recall@10 | r@10
        recall@20: recall@20
        recall@100: recall@100
        precision@1: precision@1 | p@1
        hits@1: hits@1
        hits@10: hits@10
        mota: mota
        motp: motp
        idf1: idf1
        hota: hota
        epe: epe
        mpjpe: mpjpe
        mcc: mcc
        kappa: kappa
        correlation: correlation | correlations
        spearman: spearman | spearman correlation
        pearson: pearson | pearson correlation
        s-measure: s-measure
        sensitivity: sensitivity
        specificity: specificity
        fairness: fairness
        top-1: top-1 | top1
        top-5: top-5 | top5
        rank-1: rank-1
        score: score | scores
        loss: loss
        performance: performance
        """
    );

    // These are words, or parts of names, in any other spelling.
    private static readonly FrozenDictionary<string, string> Capitals = Table(
        """
        ap: AP | APs | AP@50:95
        ap50: AP50 | AP@50 | AP@0.5
        ap75: AP75
        ar: AR
        map: mAP@0.5
        map50: mAP50 | mAP@50
        nds: NDS
        pq: PQ
        exact match: EM
        accuracy: ACC | Acc
        ate: ATE
        ade: ADE
        fde: FDE
        mos: MOS
        rouge-1: R1
        elo: Elo
        """
    );

    private static readonly FrozenDictionary<string, string> Costs = Table(
        """
        latency: latency | latencies
        throughput: throughput
        speed: speed | speedup | speed-up | speedups | speed-ups
        memory: memory | memory usage | memory footprint | memory consumption | memory cost
        energy: energy | energy consumption | power consumption
        time: training time | inference time | runtime | running time | wall-clock time | computation time | execution time | decoding time | search time | inference latency
        training cost: training cost | training costs
        inference cost: inference cost | inference costs
        cost: cost | costs | computational cost | computational costs | compute cost
        compute: computation | compute | computations
        flops: flops | gflops | macs | multiply-adds
        parameters: parameters | parameter count | params
        size: model size
        sparsity: sparsity
        compression: compression | compression ratio | compression rate
        traffic: traffic
        overhead: overhead
        bandwidth: bandwidth
        carbon: carbon emissions | emissions
        """
    );

    // What stands before a metric and belongs to it.
    private static readonly FrozenSet<string> Qualifiers = Set(
        "test validation training dev overall average mean median balanced classification segmentation detection recognition "
            + "prediction retrieval translation tracking localization verification matching execution answer zero-shot few-shot one-shot "
            + "1-shot 5-shot linear probe box mask word character phone phoneme token human weighted top-1 top-5 top1 top5 rank-1 "
            + "inference robust adversarial certified clean reconstruction generalization macro micro macro-averaged "
            + "micro-averaged cross-validation downstream fine-tuning single-model in-domain out-of-domain single-crop generation "
            + "rotation pose depth peak end-to-end trainable learnable total active gpu model computational transfer standard"
    );

    // Of these, the ones that make another metric of it.
    private static readonly FrozenSet<string> Distinct = Set(
        "training validation balanced zero-shot few-shot one-shot 1-shot 5-shot box mask top-1 top-5 top1 top5 rank-1 robust "
            + "adversarial certified macro micro macro-averaged micro-averaged word character phone phoneme token weighted "
            + "verification reconstruction rotation depth"
    );

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> QualitySpans =
        Quality.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> CapitalSpans =
        Capitals.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> CostSpans =
        Costs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> QualifierSpans =
        Qualifiers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> CostKeys = Costs.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether two values of it may be held against each other: "score" and "loss" say too little.</summary>
    public static bool IsTelling(string key) =>
        key is not ("score" or "loss" or "performance" or "time" or "cost" or "speed");

    public static bool IsCost(string key) => CostKeys.Contains(key);

    public static List<MetricMention> In(string text, List<Token> tokens)
    {
        var found = new List<MetricMention>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && HeadAt(text, tokens, i) is { } head)
            {
                var first = i;
                var least = found.Count > 0 ? found[^1].Last + 1 : 0;
                while (first > least && IsQualifier(text, tokens[first - 1]))
                {
                    first--;
                }
                // "top-1" of "top-1 accuracy" was taken for a metric of its own.
                if (found.Count > 0 && found[^1].Last == first - 1 && found[^1].Key is "top-1" or "top-5" or "rank-1")
                {
                    first = found[^1].First;
                    found.RemoveAt(found.Count - 1);
                }
                found.Add(new MetricMention(first, head.Last, KeyOf(text, tokens, first, i, head.Key)));
                i = head.Last;
            }
        }
        return Completed(found);
    }

    private static (int Last, string Key)? HeadAt(string text, List<Token> tokens, int i)
    {
        if (IsVerb(text, tokens, i))
        {
            return null;
        }
        for (var last = Math.Min(i + MostWords, tokens.Count) - 1; last >= i; last--)
        {
            var words = text.AsSpan(tokens[i].Start..tokens[last].End);
            if (KeyOf(words) is { } key)
            {
                return (WithScore(text, tokens, last, key), key);
            }
        }
        return null;
    }

    // "it scores 92.1 %"
    private static bool IsVerb(string text, List<Token> tokens, int i) =>
        i + 1 < tokens.Count
        && tokens[i + 1].Kind == TokenKind.Figure
        && text.AsSpan(tokens[i].Start..tokens[i].End) is "scores" or "errors";

    private static string? KeyOf(ReadOnlySpan<char> words)
    {
        if (words.Length > 40)
        {
            return null;
        }
        Span<char> small = stackalloc char[words.Length];
        words.ToLowerInvariant(small);
        return CapitalSpans.TryGetValue(words, out var key) ? key
            : QualitySpans.TryGetValue(small, out key) || CostSpans.TryGetValue(small, out key)
                // "map" and "spice" are words, "mAP" and "SPICE" are metrics.
                ? key is "map" or "spice" or "dice" or "kid" or "meteor" or "ter" or "cider"
                    && words.SequenceEqual(small)
                    && !small.Contains(' ')
                        ? null
                    : key
            : null;
    }

    // "BLEU score" is "BLEU"; "score" alone is taken for want of a better word.
    private static int WithScore(string text, List<Token> tokens, int last, string key) =>
        key is not "score"
        && last + 1 < tokens.Count
        && text.AsSpan(tokens[last + 1].Start..tokens[last + 1].End)
            is "score"
                or "scores"
                or "Score"
                or "rate"
                or "rates"
                or "value"
                or "values"
            ? last + 1
            : last;

    private static bool IsQualifier(string text, Token token)
    {
        var word = text.AsSpan(token.Start..token.End);
        if (token.Kind != TokenKind.Word || word.Length > 20)
        {
            return false;
        }
        Span<char> small = stackalloc char[word.Length];
        word.ToLowerInvariant(small);
        return QualifierSpans.Contains(small);
    }

    private static string KeyOf(string text, List<Token> tokens, int first, int head, string key)
    {
        for (var i = first; i < head; i++)
        {
            var word = text[tokens[i].Start..tokens[i].End].ToLowerInvariant();
            if (Distinct.Contains(word))
            {
                key = $"{(word is "top1" or "top5" ? word.Insert(3, "-") : word)} {key}";
            }
        }
        return key;
    }

    // "17.3% top-1 and 3.5% top-5 error": both are errors.
    private static List<MetricMention> Completed(List<MetricMention> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var next = found[i + 1].Key;
            if (
                found[i].Key is "top-1" or "top-5" or "rank-1"
                && next.IndexOf(' ') is > 0 and var blank
                && next.StartsWith("top-", StringComparison.Ordinal)
            )
            {
                found[i] = found[i] with { Key = found[i].Key + next[blank..] };
            }
        }
        return found;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            foreach (var spelling in line[(colon + 2)..].Split('|', StringSplitOptions.TrimEntries))
            {
                table[spelling] = line[..colon];
            }
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
