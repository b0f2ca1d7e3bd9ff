using System.ComponentModel;
using System.Text.Json;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Ask;

/// <summary>
/// What a model may look up while it answers one question, as short JSON made for it. None of it writes, and none asks a
/// model again. Not for several threads.
/// </summary>
internal sealed class AskTools(SearchSkill search, IPaperFinder finder, RelatedSkill related)
{
    private const int MostHits = 6;
    private const int LongestQuery = 300;

    // Longer than nearly every abstract: six papers fit into what a model reads at once.
    private const int LongestAbstract = 3_000;

    private readonly Dictionary<string, GivenPaper> seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The papers that were shown to the model, by id: an answer may rest on no others.</summary>
    public IReadOnlyDictionary<string, GivenPaper> Seen => seen;

    [KernelFunction("search"), Description("Papers with these words in title or abstract, best first.")]
    public string Search([Description("A few words, in English")] string words, CancellationToken ct = default) =>
        Told(new { papers = search.Search(Short(words), MostHits, ct).Select(hit => Shown(hit.Paper)) });

    [KernelFunction("paper"), Description("One paper with its abstract.")]
    public string Paper(
        [Description("An id such as 2401.01234, or a title")] string paper,
        CancellationToken ct = default
    ) => Told(Shown(finder.Find(Short(paper), ct)));

    [KernelFunction("summarize"), Description("The key sentences of one paper's abstract.")]
    public string Summarize(
        [Description("An id such as 2401.01234, or a title")] string paper,
        CancellationToken ct = default
    )
    {
        var found = finder.Find(Short(paper), ct);
        Shown(found);
        var summary = AbstractSummarizer.Summarize(found);
        return Told(
            new
            {
                id = found.Id.Value,
                title = found.Title,
                sentence = summary.Tldr?.Text ?? summary.Note,
                points = summary.Points.Select(point => $"{point.Label}: {point.Text}"),
            }
        );
    }

    [KernelFunction("compare"), Description("Two papers side by side: problem, method, data, results.")]
    public string Compare(
        [Description("An id such as 2401.01234, or a title")] string a,
        [Description("The same of another paper")] string b,
        CancellationToken ct = default
    )
    {
        Paper[] papers = [finder.Find(Short(a), ct), finder.Find(Short(b), ct)];
        var comparison = AbstractComparer.Compare(papers);
        return Told(
            new
            {
                papers = papers.Select(paper => Shown(paper).id),
                rows = comparison.Rows.Select(row => new { row.Label, cells = row.Cells.Select(cell => cell.Text) }),
                comparison.Comparability,
            }
        );
    }

    [KernelFunction("related"), Description("Papers near one paper.")]
    public string Related(
        [Description("An id such as 2401.01234, or a title")] string paper,
        CancellationToken ct = default
    )
    {
        var found = finder.Find(Short(paper), ct);
        return Told(
            new
            {
                papers = related
                    .To(found, RelatedBy.Everything, ct: ct)
                    .Take(MostHits)
                    .Select(near => Shown(near.Paper)),
            }
        );
    }

    /// <summary>What a model is shown of a paper, which it may cite from then on.</summary>
    public ShownPaper Shown(Paper paper)
    {
        if (!seen.TryGetValue(paper.Id.Value, out var given))
        {
            seen[paper.Id.Value] = given = new GivenPaper(paper);
        }
        return new ShownPaper(
            paper.Id.Value,
            paper.Title,
            paper.Year ?? paper.Published?.Year,
            Cut(given.Told, LongestAbstract)
        );
    }

    public static string Told(object result) => JsonSerializer.Serialize(result, JsonAnswer.Readable);

    private static string Short(string text) => Cut(text, LongestQuery);

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    // Names as a model reads them in JSON.
#pragma warning disable IDE1006
    internal sealed record ShownPaper(string id, string title, int? year, string @abstract);
#pragma warning restore IDE1006
}
