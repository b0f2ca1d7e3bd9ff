namespace PaperBot.Skills.Latex;

/// <summary>Commands that are words: \textbf{…}, \alpha.</summary>
internal sealed partial class LatexDecoder
{
    private void Command()
    {
        if (
            !source
            && At(position - 1) == ':'
            && char.IsAsciiLetter(At(position - 2))
            && !char.IsLetterOrDigit(At(position - 3))
        )
        {
            KeepWord(); // C:\new
            return;
        }
        var name = NameAt(position + 1);
        var end = position + 1 + name.Length;
        var close = At(end) == '{' ? braces.CloseOf(end) : -1;
        if (close > 0 && TryArgument(name, end, close))
        {
            return;
        }
        if (LatexSymbols.Switches.Contains(name) && IsBlank(At(end)) && !char.IsLetterOrDigit(At(position - 1)))
        {
            position = end;
            SkipBlanks();
            return;
        }
        if (SymbolOf(name) is { } symbol)
        {
            Write(symbol, end - position);
            SkipEmptyGroup();
            return;
        }
        KeepCommand(end, close);
    }

    private bool TryArgument(string name, int open, int close)
    {
        if (name == "href" && At(close + 1) == '{' && braces.CloseOf(close + 1) is > 0 and var secondClose)
        {
            braces.Replace(secondClose, $" ({text[(open + 1)..close]})");
            position = close + 2;
            return true;
        }
        if (name is "footnote" or "thanks")
        {
            Write(" (", open + 1 - position);
            braces.Replace(close, ")");
            return true;
        }
        if (name == "enquote")
        {
            Write("“", open + 1 - position);
            braces.Replace(close, "”");
            return true;
        }
        if (
            LatexSymbols.TextStyles.Contains(name)
            || LatexSymbols.MathStyles.Contains(name)
            || LatexSymbols.Switches.Contains(name)
        )
        {
            position = open + 1;
            braces.Replace(close, "");
            return true;
        }
        return false;
    }

    private string? SymbolOf(string name)
    {
        var before = At(position - 1);
        if (LatexSymbols.Text.TryGetValue(name, out var sign) && name.Length > 2)
        {
            return sign;
        }
        // Signs of formulas outside of one. Behind a letter or before another backslash it is rather a path.
        if (
            !source && (char.IsLetter(before) || before is '\\' or ':' or '/' || At(position + 1 + name.Length) == '\\')
        )
        {
            return null;
        }
        return LatexSymbols.Signs.TryGetValue(name, out sign) ? sign
            : LatexSymbols.Functions.Contains(name) ? name
            : null;
    }

    private void SkipEmptyGroup()
    {
        if (At(position) == '{' && At(position + 1) == '}')
        {
            position += 2;
        }
    }

    private void KeepCommand(int end, int close)
    {
        if (source && close > 0)
        {
            braces.Replace(close, "}"); // an unknown command keeps its braces
            Keep(end + 1 - position);
            return;
        }
        Keep(end - position);
    }
}
