using System.Text.RegularExpressions;

namespace PaperBot.Benchmarks.Guard;

/// <summary>The same said otherwise, by rule: numbers and units in another spelling, common words exchanged.</summary>
internal static partial class Retelling
{
    private static readonly (string From, string To)[] Words =
    [
        ("we propose", "the authors present"),
        ("we present", "the authors introduce"),
        ("we introduce", "the paper proposes"),
        ("we show that", "the authors demonstrate that"),
        ("In this paper, ", ""),
        ("outperforms", "is better than"),
        ("large-scale", "large scale"),
        ("state-of-the-art", "state of the art"),
        ("dataset", "data set"),
        ("method", "approach"),
        ("however, ", ""),
        ("such as", "like"),
        ("utilize", "use"),
        ("in order to", "to"),
        (" our ", " their "),
        ("numerous", "many"),
        ("tasks", "problems"),
        ("demonstrate", "show"),
    ];

    /// <returns>Null where nothing could be said otherwise.</returns>
    public static string? Of(string text)
    {
        var retold = Percent().Replace(text, "$1 percent");
        retold = Times().Replace(retold, " times");
        retold = Thousands().Replace(retold, "$1K");
        foreach (var (from, to) in Words)
        {
            retold = retold.Replace(from, to, StringComparison.OrdinalIgnoreCase);
        }
        return retold == text || retold.Length < 20 ? null : retold;
    }

    [GeneratedRegex(@"(\d)\s?\\?%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<=\d)(?:x|×)(?=\s|[,.])")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(\d{1,3}),000\b")]
    private static partial Regex Thousands();
}
