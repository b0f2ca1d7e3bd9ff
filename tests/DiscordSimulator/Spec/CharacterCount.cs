using System.Globalization;
using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>
/// <c>maxLength</c> in code points, as JSON Schema asks: the library counts what a reader sees as one character, by which a
/// family emoji of five would pass as one.
/// </summary>
internal sealed class MaxCharacters : MaxLengthKeyword
{
    public override KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) =>
        CharacterCount.Judge(keyword, context, (count, limit) => count <= limit, "must have at most {0} characters");
}

/// <summary><c>minLength</c> in code points.</summary>
internal sealed class MinCharacters : MinLengthKeyword
{
    public override KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) =>
        CharacterCount.Judge(keyword, context, (count, limit) => count >= limit, "must have at least {0} characters");
}

internal static class CharacterCount
{
    public static KeywordEvaluation Judge(
        KeywordData keyword,
        EvaluationContext context,
        Func<int, int, bool> holds,
        string sentence
    )
    {
        if (context.Instance.ValueKind != JsonValueKind.String)
        {
            return KeywordEvaluation.Ignore;
        }
        var limit = keyword.RawValue.GetInt32();
        var count = context.Instance.GetString()!.EnumerateRunes().Count(); // A string has text.
        return holds(count, limit)
            ? new KeywordEvaluation { Keyword = keyword.Handler.Name, IsValid = true }
            : new KeywordEvaluation
            {
                Keyword = keyword.Handler.Name,
                IsValid = false,
                Error = string.Format(CultureInfo.InvariantCulture, sentence, limit),
            };
    }
}
