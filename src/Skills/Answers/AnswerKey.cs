using System.Security.Cryptography;
using System.Text;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Answers;

/// <summary>What makes one answer of a model another than the next: kept under this, never written twice.</summary>
/// <param name="Skill">"summarize", "compare" or "ask".</param>
/// <param name="Papers">Ids, with version and abstract in <see cref="Text"/>; in the order in which they were named.</param>
/// <param name="Style">Of a summary; else empty. Of a question: the hash of its words.</param>
/// <param name="Language">In English: "English", "German".</param>
/// <param name="Model">The name that was configured.</param>
/// <param name="Prompt">The version of the prompt.</param>
public sealed record AnswerKey(
    string Skill,
    IReadOnlyList<Paper> Papers,
    string Style,
    string Language,
    string Model,
    int Prompt
)
{
    /// <summary>One line; another abstract under the same version makes another line.</summary>
    public string Text =>
        string.Join(
            '|',
            Skill,
            string.Join(
                '+',
                Papers.Select(paper => $"{paper.Id}v{paper.Version}#{Hash(paper.Title + "\n" + paper.Abstract)}")
            ),
            Style,
            Language,
            Model,
            Prompt
        );

    /// <summary>64 bits as 16 letters.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
