namespace PaperBot.Skills.Grounding;

/// <summary>Pure: numbers that are said in another way than they stand in the abstract, or are none.</summary>
internal static class NumberLeeway
{
    private const int MostItems = 10;
    private const double Nearly = 1.5; // percentage points between "a third" and what stands there

    /// <summary>"2) a method": it counts the text's own items.</summary>
    public static bool IsItem(string text, Token number) =>
        number.Value <= MostItems
        && number.Value == Math.Floor(number.Value)
        && number.Unit.IsNone
        && BeginsItem(text, number.Start)
        && number.End < text.Length
        && text[number.End] == ')';

    /// <summary>The 2 of "U^2-Net", where the abstract raises to it as well.</summary>
    public static bool IsPower(string text, Token number, Evidence evidence) =>
        Follows(text, number, '^')
        && evidence.Sentences.Any(source =>
            source.Tokens.Exists(token => token.Value == number.Value && Follows(source.Text, token, '^'))
        );

    /// <summary>The 3 of "O(d^3)", where the abstract has powers and not this one.</summary>
    public static bool IsOtherPower(string text, Token number, Evidence evidence) =>
        Follows(text, number, '^')
        && char.IsAsciiDigit(text[number.Start])
        && !IsPower(text, number, evidence)
        && evidence.Sentences.Any(source => source.Text.Contains('^', StringComparison.Ordinal));

    /// <summary>"roughly doubles" for 2.1x: a number of the abstract with fewer digits, said to be about so much.</summary>
    public static bool IsAbout(List<Token> tokens, int i, Evidence evidence) =>
        i > 0
        && tokens[i - 1].Word is "roughly" or "about" or "approximately" or "around" or "nearly" or "almost" or "some"
        && evidence.Sentences.Any(source =>
            source.Tokens.Exists(token =>
                token.Kind == TokenKind.Number
                && token.Unit == tokens[i].Unit
                && Rounded(token.Value, Digits(tokens[i].Value)) == tokens[i].Value
            )
        );

    /// <summary>"three quarters" for 75 %, or for what is left of 25 %.</summary>
    public static bool IsFraction(List<Token> tokens, int i, double many, Evidence evidence)
    {
        var parts = i + 1 < tokens.Count ? PartsOf(tokens[i + 1].Word) : 0;
        var percent = parts == 0 ? 0 : 100 * many / parts;
        return percent is > 0 and < 100
            && evidence.Sentences.Any(source =>
                source.Tokens.Exists(token => Says(source.Text, token, percent, parts))
            );
    }

    /// <summary>"a tenth of the parameters", and not "a third model".</summary>
    public static bool IsLoneFraction(List<Token> tokens, int i) =>
        i > 0
        && i + 1 < tokens.Count
        && PartsOf(tokens[i].Word) > 0
        && tokens[i - 1].Word is "a" or "one" or "mere" or "only" or "by" or "about" or "roughly"
        && tokens[i + 1].Word is "of" or "the" or "as" or "less" or "fewer" or "more";

    // 75 %, 25 % of what is left, 1/4, 4x, or the same fraction in words.
    private static bool Says(string text, Token token, double percent, int parts) =>
        token.Kind == TokenKind.Word ? PartsOf(token.Word) == parts
        : token.Kind != TokenKind.Number ? false
        : token.Unit == Unit.Percent
            ? Math.Abs(token.Value - percent) < Nearly || Math.Abs(100 - token.Value - percent) < Nearly
        : token.Value == parts && (token.Unit == Unit.Times || Follows(text, token, '/'));

    private static int PartsOf(string word) =>
        word switch
        {
            "third" or "thirds" => 3,
            "quarter" or "quarters" or "fourth" or "fourths" => 4,
            "fifth" or "fifths" => 5,
            "tenth" or "tenths" => 10,
            _ => 0,
        };

    private static bool Follows(string text, Token token, char mark) =>
        token.Start > 0 && text[token.Start - 1] == mark;

    private static bool BeginsItem(string text, int start)
    {
        var before = start > 0 && text[start - 1] == '(' ? start - 1 : start;
        return before == 0 || text[before - 1] == ' ';
    }

    // How many digits of a number say something: 1 of 40, 2 of 2.1.
    private static int Digits(double value)
    {
        var digits = 1;
        while (digits < 15 && Rounded(value, digits) != value)
        {
            digits++;
        }
        return digits;
    }

    private static double Rounded(double value, int digits)
    {
        if (value == 0)
        {
            return 0;
        }
        var scale = Math.Pow(10, digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }
}
