using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Does each name and address stand in the abstracts?</summary>
internal static class NameCheck
{
    private const int MostParts = 4; // of one name
    private const double TitleCase = 0.7;

    // Fields and things, not names of anything.
    private static readonly FrozenSet<string> Neutral = (
        "ai ml dl tl dr tldr nn nns dnn dnns nlp cv sota english internet web i"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Who may begin a sentence without being seen by the capital alone.
    private static readonly FrozenSet<string> Institutions = (
        "google deepmind openai meta facebook microsoft nvidia ibm amazon apple baidu tencent alibaba huawei intel samsung stanford "
        + "mit berkeley cmu princeton harvard oxford cambridge eth tsinghua anthropic adobe salesforce bytedance nasa"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        var isTitle = IsTitleCase(tokens);
        for (var i = 0; i < tokens.Count; )
        {
            var length = Known(tokens, i, evidence);
            if (length > 0)
            {
                i += length;
                continue;
            }
            if (tokens[i].Kind == TokenKind.Link)
            {
                yield return new Unsupported(
                    UnsupportedKind.Name,
                    text[tokens[i].Start..tokens[i].End],
                    "No abstract has this address."
                );
            }
            else if (IsName(text, tokens, i, isTitle) && !IsWord(tokens[i], evidence))
            {
                yield return new Unsupported(
                    UnsupportedKind.Name,
                    Whole(text, tokens, i),
                    "No abstract has this name."
                );
            }
            i++;
        }
    }

    // How many tokens from here on are a name that the abstracts have.
    private static int Known(List<Token> tokens, int first, Evidence evidence)
    {
        var key = "";
        var known = 0;
        for (var i = first; i < tokens.Count && i < first + MostParts; i++)
        {
            if (i > first && !tokens[i].Joined)
            {
                break;
            }
            key += tokens[i].Word;
            // The 4 of GPT-4 alone is no name that could be known.
            if (evidence.HasName(key) && (i > first || !IsDigits(tokens[i])))
            {
                known = i - first + 1;
            }
        }
        return known;
    }

    private static bool IsName(string text, List<Token> tokens, int i, bool isTitle)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Word || Neutral.Contains(token.Word) || WordWeights.IsSmall(token))
        {
            return false;
        }
        if (token.LooksLikeName || Institutions.Contains(token.Word))
        {
            return true;
        }
        return token.Capital && !isTitle && !BeginsSomething(text, tokens, i);
    }

    // A capital that any word would have there.
    private static bool BeginsSomething(string text, List<Token> tokens, int i)
    {
        if (i == 0 || (tokens[i].Joined && tokens[i - 1].Capital && i == 1))
        {
            return true;
        }
        var before = tokens[i].Start - 1;
        while (before >= 0 && text[before] is ' ' or '"' or '“' or '(' or '*')
        {
            before--;
        }
        return before < 0 || text[before] is ':' or '.' or '!' or '?' or '•' or '\n' or ';';
    }

    // "Transformers" where the abstract writes "transformer"; a word that all abstracts have.
    private static bool IsWord(Token token, Evidence evidence) =>
        (!IsDigits(token) && evidence.Has(token.Stem))
        || evidence.Spells(token.Word)
        // "sim2real" is "sim-to-real".
        || (token.Word.Contains('2') && evidence.HasName(token.Word.Replace("2", "to", StringComparison.Ordinal)))
        || (!token.LooksLikeName && WordWeights.Of(token) < WordWeights.Full);

    private static bool IsTitleCase(List<Token> tokens)
    {
        var words = tokens.Where(token => token.Kind == TokenKind.Word && !WordWeights.IsSmall(token)).ToList();
        return words.Count > 3 && words.Count(token => token.Capital) >= TitleCase * words.Count;
    }

    private static bool IsDigits(Token token) =>
        token.Kind == TokenKind.Word && !token.Word.AsSpan().ContainsAnyExceptInRange('0', '9');

    // With the parts that hyphens join to it.
    private static string Whole(string text, List<Token> tokens, int i)
    {
        var first = i;
        while (first > 0 && tokens[first].Joined)
        {
            first--;
        }
        var last = i;
        while (last + 1 < tokens.Count && tokens[last + 1].Joined)
        {
            last++;
        }
        return text[tokens[first].Start..tokens[last].End];
    }
}
