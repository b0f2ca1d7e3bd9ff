using PaperBot.Skills.Compare;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Skills.Tests.Grounding;

/// <summary>What the engine writes of the sample papers keeps to their abstracts.</summary>
public sealed class EngineIsGroundedTests
{
    private static readonly IReadOnlyList<Paper> Papers =
    [
        .. SampleLibrary.Read().Select(record => Fakes.NewPaper.Like(record.Title, PaperText.Clean(record.Abstract))),
    ];

    [Fact]
    public void Every_summary_of_the_sample_keeps_to_its_abstract()
    {
        var wrong =
            from paper in Papers
            let summary = AbstractSummarizer.Summarize(paper)
            from text in summary
                .Points.Select(point => point.Text)
                .Append(summary.Tldr?.Text ?? "")
                .Append(summary.Whole ?? "")
                .Concat(summary.Facts.Select(fact => fact.Text))
            from one in GroundingCheck.Of(text, [Of(paper)]).Unsupported
            select $"{paper.Title}: {text} ({one.Kind} '{one.Span}': {one.Reason})";

        Assert.Equal(119, Papers.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_cell_of_a_comparison_keeps_to_the_abstract_of_its_column()
    {
        var wrong =
            from pair in Papers.Zip(Papers.Skip(1))
            from row in AbstractComparer.Compare([pair.First, pair.Second]).Rows
            from cell in row.Cells.Zip([pair.First, pair.Second])
            where cell.First.IsStated
            from part in cell.First.Text.Split(" · ")
            from one in GroundingCheck.Of(part, [Of(cell.Second)]).Unsupported
            select $"{cell.Second.Title}, {row.Label}: {part} ({one.Kind} '{one.Span}': {one.Reason})";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_one_sentence_is_supported_by_the_sentence_that_it_names()
    {
        var wrong =
            from paper in Papers
            let tldr = AbstractSummarizer.Summarize(paper).Tldr
            where tldr is not null
            let support = GroundingCheck.Of(tldr.Text, [Of(paper)]).Sentences[0].Support
            where support.Count == 0 || support[0].Sentence != tldr.Sentence
            select $"{paper.Title}: {tldr.Text} [{tldr.Sentence}] is laid to {string.Join(", ", support)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_summary_of_another_paper_hardly_ever_passes()
    {
        var passed =
            from pair in Papers.Zip(Papers.Skip(1))
            let tldr = AbstractSummarizer.Summarize(pair.First).Tldr
            where tldr is not null && GroundingCheck.Of(tldr.Text, [Of(pair.Second)]).IsGrounded
            select $"{tldr.Text} <- {pair.Second.Abstract}";

        // "The authors present a new architecture" is true of many, and all of the sample is about architectures.
        Assert.InRange(passed.Count(), 0, 8);
    }

    private static GivenAbstract Of(Paper paper) => new(paper.Id.Value, paper.Abstract) { Title = paper.Title };
}
