using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

// What counts as a number with a unit, and which words around it belong to it.
internal static partial class Numbers
{
    private const string Figure = @"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?";

    // Neither inside a word ("ResNet-50"), a date or a version, nor a citation.
    private const string Apart = @"(?<![\w.,/^_\\-])(?<!\[)";

    private const string Share = @"\s?\\?%|\s?(?:percentage points?|percent|pp)\b";

    private const string Multiple =
        @"\s?(?:×|x|X)(?![\w])|(?:-|\s)?fold\b|\stimes(?=\s(?:\w+er|more|less|fewer|as|speed-?up|the|that)\b)";

    private const string Measure =
        @"\s?(?:ms|µs|ns|fps|FPS|Hz|kHz|MHz|GHz|dB|GB|MB|KB|TB|TOPS|[MGT]FLOPs|[MGT]FLOPS|W|mW|mm|cm|km|kg"
        + @"|GPU[- ]?(?:hours?|days?)|GPUs?|hours?|hrs?|minutes?|mins?|seconds?|days?|points?"
        + @"|mAP|AP|BLEU|F1|mIoU|IoU|AUC|AUROC|PSNR|WER)\b";

    private const string Thousands =
        @"\s?[KMBT](?:\s(?:[\w-]+\s)?(?:param(?:eter)?s?|tokens|FLOPs|images|samples|examples|pairs|videos|points))\b"
        + @"|\s(?:million|billion|trillion)\b";

    private const string Count =
        @"(?:\s(?:million|billion|trillion|thousand))?\s(?:[a-z-]+\s)?(?:parameters|params|FLOPs|tokens|images|samples"
        + "|examples|videos|documents|sentences|hours|measurements|datasets|benchmarks|languages|tasks|pairs|questions"
        + @"|users|nodes|edges|classes|categories|GPUs|papers|scenes|frames|participants|patients|epochs|layers)\b";

    private const string Unit = $"(?:{Share}|{Multiple}|{Measure}|{Count}|{Thousands})";

    private const string Metrics =
        "accurac(?:y|ies)|errors?|error rates?|precision|recall|F1(?:[- ]scores?)?|F-scores?|BLEU(?:[- ]?\\d)?"
        + "|ROUGE(?:-[\\dL]+)?|mAP|AP(?:50|75)?|AUC|AUROC|IoU|mIoU|PSNR|SSIM|LPIPS|FID|WER|CER|MAE|RMSE|MSE|perplexity"
        + "|speed-?ups?|reductions?|improvements?|gains?|increases?|scores?|throughput|latency|top-[15]|pass@\\d+"
        + "|win rates?|success rates?|correlation|Dice|NDCG(?:@\\d+)?|MRR|sparsity|compression|savings?|parameters|FLOPs";

    private const string Compared =
        "(?:relative |absolute )?(?:faster|slower|smaller|larger|higher|lower|fewer|less|better|more(?: [a-z]{4,})?)"
        + @"(?:\s(?:parameters|memory|FLOPs|data|tokens|training|inference|compute|computation|energy|accuracy))?";

    private const string Name = @"(?>[A-Z][\w/+-]*(?:\.\w+)*)";

    [GeneratedRegex(
        $@"{Apart}[~≈<>≥≤+$]?{Figure}(?:\s?(?:%|x|×)?\s?(?:-|–|—|~|to)\s?{Figure})?{Unit}"
            + $@"|{Apart}[~≈<>≥≤+]?\d+\.\d+(?![\w.]|\.\d)"
    )]
    private static partial Regex Value();

    [GeneratedRegex($"{Unit}$")]
    private static partial Regex HasUnit();

    [GeneratedRegex($@"\b(?:{Metrics})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Metric();

    [GeneratedRegex(
        $@"\G\s(?:(?:[\w/-]+\s){{0,3}}?(?:{Metrics})(?:\s(?:{Metrics}))*|{Compared})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MetricAfter();

    [GeneratedRegex(
        $@"\G\s(?:on|in|over)\s(?:the\s)?{Name}(?:(?:,\s(?:and\s)?|\sand\s|\s)(?:{Name}|(?>\d{{4}}\b)))*"
            + @"(?:\s(?:dataset|benchmark|corpus|data set|test set|validation set)s?\b)?"
    )]
    private static partial Regex PlaceAfter();

    [GeneratedRegex(
        "^(?:by|of|to|at|with|than|up|about|nearly|almost|over|around|only|approximately|roughly|least|most|more|less|a|an"
            + "|the|as|much|is|are|from|between|another|under|within|just|some)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Qualifier();

    [GeneratedRegex("^(?:by|of|to|at|is|are)$", RegexOptions.IgnoreCase)]
    private static partial Regex Binding();

    [GeneratedRegex(
        @"\G(?:by|of|to|at|with|than|a|an|the|as|is|are|much|from|between|some)\s",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LooseBinding();

    [GeneratedRegex("^(?:while|which|that|but|whereas|when|where|because|since|who)$", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(
        "^(?:(?:reduc|improv|(?:in|de)creas|achiev|sav|rais|enhanc|scal|accelerat)(?:e|es|ed|ing)"
            + "|(?:outperform|boost|speed|reach|yield|attain|obtain|gain|lower|exceed|beat|deliver)(?:ed|s|ing)"
            + "|(?:surpass|compress)(?:es|ed|ing)|outperform|boost|reach|yield|attain|obtain|surpass|exceed|deliver"
            + "|cuts?|cutting|dropp?(?:ed|ing|s)|shr[iu]nks?|shrinking|sped)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Verb();
}
