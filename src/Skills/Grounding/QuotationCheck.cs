namespace PaperBot.Skills.Grounding;

/// <summary>Do words in quotation marks stand so in one sentence of the abstracts?</summary>
internal static class QuotationCheck
{
    // Nobody quotes more in a summary; each is looked for in all abstracts.
    private const int MostQuotations = 40;
    private const int LongestQuotation = 2_000;

    public static IEnumerable<Unsupported> Of(string text, Evidence evidence)
    {
        foreach (var (start, end) in Quotations(text))
        {
            var span = text[start..end];
            if (++evidence.QuotationsRead > MostQuotations)
            {
                yield return new Unsupported(
                    UnsupportedKind.Quotation,
                    span,
                    $"More than {MostQuotations} quotations are not looked up."
                );
                yield break;
            }
            var words = TokenReader.Of(span).ConvertAll(token => token.Word);
            if (words.Count > 0 && !evidence.Sentences.Any(sentence => Holds(sentence.Tokens, words)))
            {
                yield return new Unsupported(
                    UnsupportedKind.Quotation,
                    span,
                    "No abstract has these words in this order, so they are no quotation."
                );
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Quotations(string text)
    {
        for (var open = 0; open < text.Length; open++)
        {
            var close = text[open] switch
            {
                '"' => '"',
                '“' => '”',
                '«' => '»',
                '‘' => '’',
                _ => '\0',
            };
            if (close == '\0')
            {
                continue;
            }
            var rest = text.AsSpan(open + 1, Math.Min(LongestQuotation, text.Length - open - 1));
            var length = rest.IndexOf(close);
            if (length > 0)
            {
                yield return (open + 1, open + 1 + length);
                open += length + 1;
            }
        }
    }

    // Knuth, Morris and Pratt: linear also where the words repeat themselves.
    private static bool Holds(List<Token> tokens, List<string> words)
    {
        var back = new int[words.Count];
        for (int i = 1, matched = 0; i < words.Count; i++)
        {
            while (matched > 0 && words[i] != words[matched])
            {
                matched = back[matched - 1];
            }
            matched += words[i] == words[matched] ? 1 : 0;
            back[i] = matched;
        }
        var found = 0;
        foreach (var token in tokens)
        {
            while (found > 0 && token.Word != words[found])
            {
                found = back[found - 1];
            }
            found += token.Word == words[found] ? 1 : 0;
            if (found == words.Count)
            {
                return true;
            }
        }
        return false;
    }
}
