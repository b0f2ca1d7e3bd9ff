namespace PaperBot.Skills.Grounding;

/// <summary>Short names and the words that they are short for.</summary>
internal static class SpeltOut
{
    /// <returns>How many tokens spell the letters, wherever they stand; 0 if none do.</returns>
    public static int Length(List<Token> tokens, string letters)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word[0] == letters[0] && LengthAt(tokens, i, letters) is > 0 and var length)
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>The same for the words that begin at one place; small words may stand between them.</summary>
    public static int LengthAt(List<Token> tokens, int first, string letters)
    {
        if (WordWeights.IsSmall(tokens[first]))
        {
            return 0;
        }
        var spelt = 0;
        for (var i = first; i < tokens.Count && i < first + letters.Length + 2; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Word[0] == letters[spelt])
            {
                spelt++;
                if (spelt == letters.Length)
                {
                    return WordWeights.IsSmall(tokens[i]) ? 0 : i - first + 1;
                }
            }
            else if (!WordWeights.IsSmall(tokens[i]))
            {
                return 0;
            }
        }
        return 0;
    }
}
