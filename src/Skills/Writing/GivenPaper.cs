using System.Text.RegularExpressions;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Writing;

/// <summary>Pure: a paper as a model is given it, and as what it writes is held to.</summary>
internal sealed partial class GivenPaper
{
    // More is no abstract; a model would be paid for reading it.
    private const int LongestPrompt = 8_000;

    private readonly IReadOnlySet<int> instructions;

    public GivenPaper(Paper paper)
    {
        Paper = paper;
        Abstract =
            paper.Abstract.Length > PaperText.LongestAbstract
                ? paper.Abstract[..PaperText.LongestAbstract]
                : paper.Abstract;
        instructions = Injection.In(Abstract);
    }

    public Paper Paper { get; }

    public string Abstract { get; }

    public GivenAbstract Evidence => new(Paper.Id.Value, Abstract) { Title = Paper.Title };

    /// <summary>A sentence of the abstract on which nothing may rest.</summary>
    public bool IsInstruction(Support support) =>
        support.Paper == Paper.Id.Value && instructions.Contains(support.Sentence);

    /// <summary>The abstract as a model is shown it.</summary>
    public string Told
    {
        get
        {
            var told = string.Join(
                ' ',
                Sentences.Of(Abstract).Where(one => !instructions.Contains(one.Number)).Select(one => one.Text)
            );
            return Inert(told.Length > LongestPrompt ? told[..LongestPrompt] : told);
        }
    }

    /// <summary>Between tags: data, whatever it says.</summary>
    /// <param name="name">What the prompt calls it, such as "A"; null where there is only one.</param>
    public string Prompt(string? name = null)
    {
        var attribute = name is null ? "" : $" name=\"{name}\"";
        return $"""
            <paper{attribute}>
            <title>{Inert(Paper.Title)}</title>
            <abstract>
            {Told}
            </abstract>
            </paper>
            """;
    }

    // What would end the data early, or look like a turn of the conversation.
    private static string Inert(string text) => Tags().Replace(text, " ");

    [GeneratedRegex(
        @"</?\s*(?:paper|title|abstract|system|user|assistant|question|answer|part)s?\b[^>\n]{0,200}>|<\|[^|\n]{0,40}\|>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tags();
}
