using System.Collections.Frozen;
using System.Globalization;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Words that name what a paper is about, as against those in which anybody tells anything: authors put them into titles.
/// Learnt from titles and abstracts (docs/models.md).
/// </summary>
internal static class TechnicalTerms
{
    private const string Resource = "PaperBot.Skills.Grounding.terms.txt";

    private static readonly Lazy<FrozenDictionary<string, double>> Shares = new(Read);

    private const double Telling = 0.2;

    /// <summary>Of the papers whose abstract has the word, the share that has it in the title, 0.13 and more; 0 for any other word.</summary>
    public static double Of(Token token) =>
        token.Kind == TokenKind.Word ? Shares.Value.GetValueOrDefault(Stem.Of(token.Word)) : 0;

    /// <summary>It is what papers are about often enough to be foreign to a paper that never says it.</summary>
    public static bool IsTelling(Token token) => Of(token) >= Telling;

    private static FrozenDictionary<string, double> Read()
    {
        using var stream =
            typeof(TechnicalTerms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine()?.Split(' ') is [var stem, var percent])
        {
            shares[stem] = int.Parse(percent, CultureInfo.InvariantCulture) / 100.0;
        }
        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
