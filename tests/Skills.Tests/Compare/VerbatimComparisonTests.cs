using System.Text.RegularExpressions;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Tests.Language;

namespace PaperBot.Skills.Tests.Compare;

/// <summary>Every word and number of a comparison stands in the abstract that it names, in the sentences that it names.</summary>
public sealed partial class VerbatimComparisonTests
{
    private const int Seed = 20_260_105;
    private const int Comparisons = 2_000;

    [Fact]
    public void A_comparison_says_nothing_that_the_abstracts_do_not_say()
    {
        var random = new Random(Seed);

        for (var i = 0; i < Comparisons; i++)
        {
            var papers = Pick(random, 2 + (i % 3));
            var comparison = AbstractComparer.Compare(papers);

            foreach (var row in comparison.Rows)
            {
                foreach (var (column, cell) in row.Cells.Index())
                {
                    Check(row.Label, cell, papers[column]);
                }
            }
            CheckNames(comparison, papers);
            CheckNumbers(comparison, papers);
        }
    }

    private static void CheckNames(Comparison comparison, Paper[] papers)
    {
        var all = string.Join(' ', papers.Select(paper => paper.Abstract));
        foreach (var name in comparison.Shared.Concat(comparison.PartlyShared.Select(shared => shared.Name)))
        {
            Assert.Contains(name, all, StringComparison.Ordinal);
        }
        foreach (var (column, names) in comparison.Own.Index())
        {
            Assert.All(names, name => Assert.Contains(name, papers[column].Abstract, StringComparison.Ordinal));
        }
    }

    // Titles are quoted in them, too.
    private static void CheckNumbers(Comparison comparison, Paper[] papers)
    {
        var said = NumbersOf(string.Join(' ', papers.Select(paper => $"{paper.Title} {paper.Abstract}")));
        Assert.Subset(said, NumbersOf(comparison.Comparability));
        Assert.Subset(said, NumbersOf(string.Join(' ', comparison.Rows.Select(row => row.Label))));
    }

    private static void Check(string label, ComparisonCell cell, Paper paper)
    {
        Assert.Equal(cell.IsStated, cell.Text != Comparison.NotStated);
        if (!cell.IsStated)
        {
            return;
        }
        var sentences = Sentences.Of(paper.Abstract);
        Assert.Equal(cell.Sentences.Order(), cell.Sentences);
        var support = string.Join(' ', cell.Sentences.Select(number => sentences[number - 1].Text));
        if (label == "Data") // names, joined by commas
        {
            Assert.All(cell.Text.Split(", "), name => Assert.Contains(name, support, StringComparison.Ordinal));
            return;
        }
        Assert.All(cell.Text.Split(" · "), piece => Verbatim.In(support, piece));
        Assert.Subset(NumbersOf(support), NumbersOf(cell.Text));
    }

    private static Paper[] Pick(Random random, int count)
    {
        var papers = SamplePapers.All.ToArray();
        random.Shuffle(papers);
        return papers[..count];
    }

    private static HashSet<string> NumbersOf(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")]
    private static partial Regex Number();
}
