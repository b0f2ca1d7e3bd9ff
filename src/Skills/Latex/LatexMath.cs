using System.Text;

namespace PaperBot.Skills.Latex;

/// <summary>
/// Simple formulas as people would type them: <c>2\times</c> is 2×, <c>O(\sqrt{T}\log n)</c> is O(√T log n). A formula
/// with anything that plain text cannot say (sums with limits, matrices, unknown commands) is not read at all.
/// </summary>
internal ref struct LatexMath
{
    private const int DeepestGroup = 12;
    private readonly ReadOnlySpan<char> formula;
    private readonly StringBuilder text = new();
    private int position;
    private int depth;
    private bool afterFunction;

    private LatexMath(ReadOnlySpan<char> formula) => this.formula = formula;

    /// <returns>Null where the formula is not simple.</returns>
    public static string? Read(ReadOnlySpan<char> formula)
    {
        var math = new LatexMath(formula);
        return math.Items(until: '\0') ? math.text.ToString().Trim() : null;
    }

    private bool Items(char until)
    {
        while (position < formula.Length)
        {
            if (formula[position] == until)
            {
                position++;
                return true;
            }
            if (!Item())
            {
                return false;
            }
        }
        return until == '\0';
    }

    private bool Item()
    {
        var sign = formula[position++];
        switch (sign)
        {
            case '\\':
                return Command();
            case '{':
                return Group();
            case '}' or '&' or '$':
                return false;
            case '^':
                return Script('^');
            case '_':
                return Script('_');
            case '~':
                return Append(" ");
            default:
                return Append(formula.Slice(position - 1, 1));
        }
    }

    private bool Append(scoped ReadOnlySpan<char> more)
    {
        if (afterFunction && more.Length > 0 && char.IsLetterOrDigit(more[0]))
        {
            text.Append(' ');
        }
        afterFunction = false;
        text.Append(more);
        return true;
    }

    private bool Group()
    {
        if (++depth > DeepestGroup)
        {
            return false;
        }
        var complete = Items(until: '}');
        depth--;
        return complete;
    }

    /// <summary>What the next command or script applies to, as text of its own.</summary>
    private bool Argument(out string argument)
    {
        argument = "";
        while (position < formula.Length && formula[position] == ' ')
        {
            position++;
        }
        if (position == formula.Length || ++depth > DeepestGroup)
        {
            return false;
        }
        var start = text.Length;
        afterFunction = false;
        var complete = Item();
        depth--;
        argument = text.ToString(start, text.Length - start).Trim();
        text.Length = start;
        afterFunction = false;
        return complete;
    }

    private bool Script(char sign)
    {
        if (!Argument(out var argument))
        {
            return false;
        }
        if ((sign == '^' ? LatexScripts.Raise(argument) : LatexScripts.Lower(argument)) is { } shifted)
        {
            text.Append(shifted);
            return true;
        }
        if (argument.Length > 0 && argument.All(letter => char.IsLetterOrDigit(letter) || letter is '∞' or '⊤'))
        {
            text.Append(sign).Append(argument);
            return true;
        }
        // An exponent can stand in brackets, n^(1/3); an index such as i=1 cannot.
        if (sign == '_' || argument.Length == 0)
        {
            return false;
        }
        text.Append("^(").Append(argument).Append(')');
        return true;
    }

    private bool Command()
    {
        if (position == formula.Length)
        {
            return false;
        }
        if (!char.IsAsciiLetter(formula[position]))
        {
            return Sign(formula[position++]);
        }
        var start = position;
        while (position < formula.Length && char.IsAsciiLetter(formula[position]))
        {
            position++;
        }
        var name = formula[start..position].ToString();
        return name switch
        {
            "frac" or "tfrac" or "dfrac" or "nicefrac" or "sfrac" => Fraction(),
            "sqrt" => Root(),
            "quad" or "qquad" => Append(" "),
            "tilde" or "widetilde" => Accent('~'),
            "hat" or "widehat" => Accent('^'),
            "bar" or "overline" => Accent('='),
            "dot" => Accent('.'),
            "ddot" => Accent('"'),
            "check" => Accent('v'),
            "breve" => Accent('u'),
            _ when LatexSymbols.Sizes.Contains(name) => Size(),
            _ when LatexSymbols.Switches.Contains(name) => SkipBlank(),
            _ when LatexSymbols.MathStyles.Contains(name) => Styled(name),
            _ when LatexSymbols.Functions.Contains(name) => Function(name),
            _ when LatexSymbols.Signs.TryGetValue(name, out var sign) => Symbol(sign),
            _ => false,
        };
    }

    private bool Sign(char sign) =>
        sign switch
        {
            '%' or '&' or '$' or '#' or '_' or '{' or '}' => Append([sign]),
            ' ' or ',' or ';' or ':' => Append(" "),
            '!' or '/' => true,
            '|' => Append("‖"),
            _ => false,
        };

    private bool Size()
    {
        if (position < formula.Length && formula[position] == '.')
        {
            position++; // \left. is a bracket that is not there
        }
        return true;
    }

    private bool SkipBlank()
    {
        if (position < formula.Length && formula[position] == ' ')
        {
            position++;
        }
        return true;
    }

    private bool Symbol(string sign)
    {
        // TeX drops the blank that ends a command's name; people type it around signs that they want apart: "2 \times 3".
        if (text.Length == 0 || text[^1] != ' ')
        {
            SkipBlank();
        }
        return Append(sign);
    }

    private bool Function(string name)
    {
        if (text.Length > 0 && (char.IsLetterOrDigit(text[^1]) || text[^1] is ')' or ']' or '}'))
        {
            text.Append(' ');
        }
        text.Append(name);
        afterFunction = true;
        return true;
    }

    private bool Styled(string style)
    {
        if (!Argument(out var argument))
        {
            return false;
        }
        return Append(style is "mathbb" ? LatexScripts.DoubleStruck(argument) : argument);
    }

    private bool Accent(char accent) =>
        Argument(out var letter) && letter.Length == 1 && Append(LatexAccents.Put(accent, letter[0]));

    private bool Root()
    {
        if (position < formula.Length && formula[position] == '[')
        {
            return false;
        }
        return Argument(out var argument) && argument.Length > 0 && Append($"√{Bracketed(argument)}");
    }

    private bool Fraction() =>
        Argument(out var above)
        && Argument(out var below)
        && above.Length > 0
        && below.Length > 0
        && Append($"{Bracketed(above)}/{Bracketed(below)}");

    private static string Bracketed(string part) => part.All(char.IsLetterOrDigit) ? part : $"({part})";
}
