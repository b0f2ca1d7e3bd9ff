using System.Globalization;
using System.Text.Json;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks.Guard;

/// <summary><c>train terms FILE</c>: which words name what papers are about, from the titles and abstracts of a pool.</summary>
internal static class TrainTerms
{
    private const string DefaultOut = "src/Skills/Grounding/terms.txt";
    private const int LeastPapers = 50;
    private const int TellingPapers = 150; // from so many on the share can be relied on alone
    private const double LeastShare = 0.13;
    private const double Telling = 0.2;

    // A word of few papers is drawn towards the common share.
    private const double PriorPapers = 20;
    private const double PriorTitles = 1.2;

    // Titles like them, and anybody tells anything in them: looked through by hand, the commonest of what was found.
    private static readonly HashSet<string> Everyday = Stems(
        "and for with model base learn network image human dynamic multi adapt analysis deep plan interactive control estimate visual "
            + "language robust online free fast joint via towards aware guide drive constrain augment align face parallel share safe dual "
            + "beyond net remote web read count meet matter think smart spot repair detect object hand shape self view action path policy "
            + "uncertainty zero rank rough team material aid persist touch race road air mind opinion trust maintenance motion localize "
            + "trajectory scene search regret assistant transfer transformation leg arm foot fish snake land jump stick beat swim ball bearing "
            + "wing lens needle super mobile vehicle cooperate collaborate social wild strategic explanation instruct tiny job answer see look "
            + "hidden machine size moment regular compress assemble pool recipe game good better easy right wrong find seek watch listen talk "
            + "speak tell break build start stop open close hard soft big small new old best worst one two three first last time place home "
            + "world people life work play tale story case lesson step way bit day night eye head body heart localization transferred walk sketch survey sort rearrange communicate"
    );

    // They are told of any paper, though titles have them.
    private static readonly HashSet<string> Weak = Stems("text perception shot resolution flow sound guidance");

    /// <param name="wanted">The file of the weights, null for the one that is embedded: a stem and its share in percent a line.</param>
    public static int Run(string file, string? wanted)
    {
        var to = wanted ?? DefaultOut;
        var abstracts = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in GuardPair.Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            Count(abstracts, Text(json, "abstract"));
            Count(titles, Text(json, "title"));
        }
        var terms = abstracts
            .Where(one => one.Value >= LeastPapers && one.Key.Length > 2 && one.Key.All(char.IsAsciiLetter))
            .Where(one => !Everyday.Contains(one.Key))
            .Select(one =>
                (
                    Stem: one.Key,
                    Papers: one.Value,
                    Share: (titles.GetValueOrDefault(one.Key) + PriorTitles) / (one.Value + PriorPapers)
                )
            )
            .Where(term => term.Share >= LeastShare)
            .Select(term => (term.Stem, Percent: Percent(term.Stem, term.Papers, term.Share)))
            .OrderBy(term => term.Stem, StringComparer.Ordinal)
            .ToList();
        File.WriteAllText(
            to,
            string.Concat(
                terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Stem} {term.Percent}\n"))
            )
        );
        Console.WriteLine(
            $"{terms.Count} terms, {terms.Count(term => term.Percent >= 100 * Telling)} of them telling by themselves, are in {to}."
        );
        return 0;
    }

    private static int Percent(string stem, int papers, double share)
    {
        var percent = (int)Math.Round(100 * share);
        return papers >= TellingPapers && share >= Telling && !Weak.Contains(stem)
            ? percent
            : Math.Min(percent, (int)(100 * Telling) - 1);
    }

    private static void Count(Dictionary<string, int> papers, string text)
    {
        foreach (
            var stem in TokenReader
                .Of(text)
                .Where(token => token.Kind == TokenKind.Word)
                .Select(token => Stem.Of(token.Word))
                .Distinct()
        )
        {
            papers[stem] = papers.GetValueOrDefault(stem) + 1;
        }
    }

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static HashSet<string> Stems(string words) => [.. words.Split(' ').Select(Stem.Of)];
}
