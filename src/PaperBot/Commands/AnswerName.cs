using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>
/// Pure: how an answer is named, in buttons and by people. One of a model by its number ("42"); one of PaperBot's own
/// engine, which is made anew each time, by its papers ("1905.11946", or "1905.11946+1608.06993" for a comparison).
/// </summary>
/// <param name="Number">Null for an answer of PaperBot's own engine.</param>
internal sealed record AnswerName(long? Number, IReadOnlyList<string> Papers)
{
    /// <summary>The option of commands about an answer.</summary>
    public static CommandOption Option { get; } =
        new("answer", "The number in the small print of an answer, or the id of its paper.", OptionKind.Text)
        {
            Required = true,
        };

    public static string Of(KeptAnswer answer) => answer.Id.ToString(CultureInfo.InvariantCulture);

    public static string Of(IReadOnlyList<Paper> papers) => string.Join('+', papers.Select(paper => paper.Id.Value));

    /// <exception cref="SkillException">It names none.</exception>
    public static AnswerName Parse(string text)
    {
        var typed = text.Trim().TrimStart('#');
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new AnswerName(number, []);
        }
        var papers = typed.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return papers.Length is > 0 and <= Skills.Compare.Comparison.MostPapers
            ? new AnswerName(null, papers)
            : throw new SkillException(
                "That names no answer. Use the number in the small print of an answer, such as /evidence 42."
            );
    }
}
