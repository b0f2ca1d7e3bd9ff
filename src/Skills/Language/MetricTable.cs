using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>The metrics that abstracts use, in all their spellings.</summary>
internal static class MetricTable
{
    private const int LongestName = 40;

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

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> QualitySpans =
        Quality.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> CapitalSpans =
        Capitals.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> CostSpans =
        Costs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> CostKeys = Costs.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>It says what results cost: time, memory, parameters; not how good they are.</summary>
    public static bool IsCost(string key) => CostKeys.Contains(key);

    /// <summary>The key of the metric that is called so; null where none is.</summary>
    public static string? KeyOf(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestName)
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
