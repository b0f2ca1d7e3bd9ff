namespace PaperBot.Skills.Latex;

/// <summary>Small letters above and below the line, and other letters that Unicode has for formulas.</summary>
internal static class LatexScripts
{
    // Pairs: as it is written, as it is shown.
    private const string Raised = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻nⁿiⁱ";
    private const string Lowered = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉";

    /// <returns>Null where Unicode cannot show it.</returns>
    public static string? Raise(string argument) => RaisedSign(argument) ?? Shift(argument, Raised);

    /// <returns>Null where Unicode cannot show it.</returns>
    public static string? Lower(string argument) => Shift(argument, Lowered);

    public static string DoubleStruck(string argument) =>
        argument switch
        {
            "R" => "ℝ",
            "N" => "ℕ",
            "Z" => "ℤ",
            "Q" => "ℚ",
            "C" => "ℂ",
            "P" => "ℙ",
            _ => argument,
        };

    private static string? RaisedSign(string argument) =>
        argument switch
        {
            "∘" => "°",
            "⋆" or "*" => "*",
            "′" or "†" => argument,
            "⊤" => "ᵀ",
            "+" => "⁺",
            "-" => "⁻",
            _ => null,
        };

    private static string? Shift(string argument, string table)
    {
        Span<char> shifted = stackalloc char[12];
        if (argument.Length == 0 || argument.Length > shifted.Length || !argument.Any(char.IsAsciiDigit))
        {
            return null;
        }
        for (var i = 0; i < argument.Length; i++)
        {
            var at = table.IndexOf(argument[i], StringComparison.Ordinal);
            if (at < 0 || argument[i] > '~')
            {
                return null;
            }
            shifted[i] = table[at + 1];
        }
        return new string(shifted[..argument.Length]);
    }
}
