namespace PaperBot.Skills.Latex;

/// <summary>Reads one letter with an accent, or one of LaTeX's own letters, at a backslash.</summary>
internal static class LatexLetters
{
    /// <returns>Null where no such letter stands there.</returns>
    /// <param name="text">All of the text.</param>
    /// <param name="at">Where the backslash stands.</param>
    /// <param name="sure">It can be nothing but LaTeX; else a quotation mark behind a backslash may be just that.</param>
    /// <param name="end">Behind the letter's last character.</param>
    public static string? Read(string text, int at, bool sure, out int end)
    {
        end = at + 1;
        if (end >= text.Length)
        {
            return null;
        }
        var sign = text[end];
        if (LatexAccents.IsSignCommand(sign))
        {
            end++;
            return SignAccent(text, at, sign, sure, ref end);
        }
        return char.IsAsciiLetter(sign) ? Named(text, at, sure, ref end) : null;
    }

    private static string? SignAccent(string text, int at, char accent, bool sure, ref int end)
    {
        var next = end;
        if (sure)
        {
            next = SkipBlanks(text, next);
        }
        if (Base(text, ref next, out var braced) is not { } letter)
        {
            return null;
        }
        var composes = LatexAccents.TryCompose(accent, letter, out var composed);
        if (!sure && !braced && (!composes || !IsInsideWord(text, at, next, accent)))
        {
            return null;
        }
        end = next;
        return composes ? composed.ToString() : LatexAccents.Put(accent, letter);
    }

    /// <summary>
    /// Schr\"odinger and \'etale against a quotation such as \"attention\": at the start of a word only an acute,
    /// and only where no such sign ends a word later on.
    /// </summary>
    private static bool IsInsideWord(string text, int at, int end, char accent)
    {
        if (at > 0 && char.IsLetter(text[at - 1]))
        {
            return true;
        }
        if (accent is not '\'' || end >= text.Length || !char.IsAsciiLetterLower(text[end]))
        {
            return false;
        }
        var later = text.AsSpan(end, Math.Min(200, text.Length - end));
        for (var found = later.IndexOf("\\'"); found >= 0; found = later.IndexOf("\\'"))
        {
            later = later[(found + 2)..];
            if (later.IsEmpty || !(char.IsLetter(later[0]) || later[0] is '{' or '\\'))
            {
                return false;
            }
        }
        return true;
    }

    private static string? Named(string text, int at, bool sure, ref int end)
    {
        var start = end;
        while (end < text.Length && end - start < 4 && char.IsAsciiLetter(text[end]))
        {
            end++;
        }
        var name = text.AsSpan(start, end - start);
        if (LatexAccents.IsLetterCommand(name))
        {
            return LetterAccent(text, name[0], sure, ref end);
        }
        if (name.Length > 2 || !LatexSymbols.Text.TryGetValue(name.ToString(), out var letter))
        {
            return null;
        }
        if (
            !sure
            && at > 0
            && text[at - 1] is not (' ' or '-' or '(' or '{' or '}' or '~')
            && !char.IsLetter(text[at - 1])
        )
        {
            return null;
        }
        if (end + 1 < text.Length && text[end] == '{' && text[end + 1] == '}')
        {
            end += 2;
        }
        else if (EndsWithBlank(text, at, sure, end))
        {
            end = SkipBlanks(text, end);
        }
        return letter;
    }

    // "Stra\ss e", "\AA ngström": the blank only ends the command. At the end of a word, people mean a blank.
    private static bool EndsWithBlank(string text, int at, bool sure, int end) =>
        sure
        || (
            end + 1 < text.Length
            && text[end] == ' '
            && char.IsAsciiLetterLower(text[end + 1])
            && (char.IsAsciiLetterUpper(text[at + 1]) || (at > 0 && char.IsLetter(text[at - 1])))
        );

    private static string? LetterAccent(string text, char accent, bool sure, ref int end)
    {
        var next = end;
        if (next < text.Length && text[next] is ' ' && sure)
        {
            next = SkipBlanks(text, next);
        }
        else if (next >= text.Length || text[next] != '{')
        {
            return null;
        }
        if (Base(text, ref next, out _) is not { } letter)
        {
            return null;
        }
        end = next;
        return LatexAccents.Put(accent, letter);
    }

    /// <summary>The letter that carries the accent: e, {e}, \i, {\i}.</summary>
    private static char? Base(string text, ref int next, out bool braced)
    {
        braced = next < text.Length && text[next] == '{';
        var i = braced ? SkipBlanks(text, next + 1) : next;
        var dotless = i < text.Length && text[i] == '\\';
        if (dotless && !IsDotless(text, ++i))
        {
            return null;
        }
        if (i >= text.Length || !(char.IsAsciiLetter(text[i]) || text[i] is 'æ' or 'Æ' or 'ø' or 'Ø'))
        {
            return null;
        }
        var letter = text[i++];
        if (braced || dotless)
        {
            i = SkipBlanks(text, i);
        }
        if (braced)
        {
            if (i >= text.Length || text[i] != '}')
            {
                return null;
            }
            i++;
        }
        next = i;
        return letter;
    }

    private static bool IsDotless(string text, int i) =>
        i < text.Length && text[i] is 'i' or 'j' && (i + 1 == text.Length || !char.IsAsciiLetter(text[i + 1]));

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\n' or '\t' or '\r')
        {
            i++;
        }
        return i;
    }
}
