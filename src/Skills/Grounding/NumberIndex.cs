using System.Runtime.InteropServices;

namespace PaperBot.Skills.Grounding;

/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Token">Index of the number among its tokens.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberPlace(int Sentence, int Token);

/// <summary>The numbers of the abstracts, by value, whatever they are written in.</summary>
internal sealed class NumberIndex
{
    private const int MostPlaces = 32;
    private const string Bare = "bare"; // as written, without its unit
    private const string Part = "part"; // of a whole: 37 % is 0.37

    private readonly IReadOnlyList<EvidenceSentence> sentences;
    private readonly Dictionary<(string, long), List<NumberPlace>> places = [];

    public NumberIndex(IReadOnlyList<EvidenceSentence> sentences)
    {
        this.sentences = sentences;
        for (var i = 0; i < sentences.Count; i++)
        {
            var tokens = sentences[i].Tokens;
            for (var token = 0; token < tokens.Count; token++)
            {
                if (tokens[token].Kind == TokenKind.Number)
                {
                    Add(tokens[token], new NumberPlace(i, token));
                }
            }
        }
    }

    /// <summary>Where this amount stands, in units that mean the same.</summary>
    public IEnumerable<NumberPlace> Of(Token number)
    {
        var unit = number.Unit;
        return Of(unit.Dimension, number.Value * unit.Factor)
            .Concat(Shares(number))
            .Concat(Of(Bare, number.Value).Where(place => Agree(number, At(place))))
            .Distinct();
    }

    /// <summary>Where the bare number stands, whatever its unit.</summary>
    public IEnumerable<NumberPlace> OfBare(Token number) => Of(Bare, number.Value);

    public Token At(NumberPlace place) => sentences[place.Sentence].Tokens[place.Token];

    private IEnumerable<NumberPlace> Shares(Token number)
    {
        var dimension = number.Unit.Dimension;
        return dimension == Unit.Percent.Dimension ? Of(Part, number.Value / 100)
            : number.Unit == Measures.Half ? Of(Part, 0.5).Concat(Of(Unit.Times.Dimension, 2))
            : dimension == Unit.Times.Dimension && number.Value == 2 ? Of(Measures.Half.Dimension, 0.5)
            : number.Unit.IsNone && number.Value <= 1 ? Of(Part, number.Value)
            : [];
    }

    // The same digits with different units, of which one says no more than the other.
    private static bool Agree(Token text, Token source) =>
        text.Unit.Dimension == source.Unit.Dimension
            ? text.Unit.Factor == source.Unit.Factor
            : text.Unit.IsNone
                || text.BorrowedUnit
                || source.BorrowedUnit
                || (IsShare(text.Unit) && (IsShare(source.Unit) || source.Unit.IsNone));

    private static bool IsShare(Unit unit) => unit == Unit.Percent || unit == Unit.Points;

    private List<NumberPlace> Of(string dimension, double value) =>
        places.TryGetValue((dimension, Rounded(value)), out var found) ? found : [];

    private void Add(Token number, NumberPlace place)
    {
        Keep(number.Unit.Dimension, number.Value * number.Unit.Factor, place);
        Keep(Bare, number.Value, place);
        if (number.Unit == Unit.Percent)
        {
            Keep(Part, number.Value / 100, place);
        }
        else if ((number.Unit.IsNone && number.Value < 1) || number.Unit == Measures.Half)
        {
            Keep(Part, number.Value, place);
        }
    }

    private void Keep(string dimension, double value, NumberPlace place)
    {
        var key = (dimension, Rounded(value));
        if (!places.TryGetValue(key, out var found))
        {
            places[key] = found = [];
        }
        if (found.Count < MostPlaces)
        {
            found.Add(place);
        }
    }

    // Six digits and where the point stands: 97.7 is 97.70, and 0.37 is 37 / 100.
    private static long Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return 0;
        }
        var power = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        return (long)Math.Round(value / Math.Pow(10, power) * 1e5) * 1_000 + power;
    }
}
