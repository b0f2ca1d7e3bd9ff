using System.Text.RegularExpressions;

namespace PaperBot.Skills.Writing;

/// <summary>
/// Pure: whether a translation has the numbers and names of what it translates and no others, denies where that denies,
/// and is in the language that was asked for. Whether it says the same, its way back into English tells.
/// </summary>
internal static partial class TranslationCheck
{
    /// <returns>What is wrong, as a sentence for the model; null where nothing is.</returns>
    public static string? Objection(string original, string translated, ReaderLanguage language, string evidence)
    {
        if (LanguageTraits.Of(language) is not { } traits)
        {
            return $"PaperBot cannot check {language.Name}.";
        }
        if (!traits.Fits(WithoutNames(translated, evidence)))
        {
            return $"That is not {language.Name}.";
        }
        var numbers = Numbers(original);
        if (Numbers(translated).Except(numbers).FirstOrDefault() is { } foreign)
        {
            return $"The number {foreign} does not stand in the original.";
        }
        if (numbers.Except(Numbers(translated)).FirstOrDefault() is { } lost)
        {
            return $"The number {lost} of the original is missing; write it in digits.";
        }
        var known = Names()
            .Matches($"{original} {evidence}")
            .Select(name => name.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (ForeignName(translated, traits, known, $"{original} {evidence}") is { } name)
        {
            return $"The name {name} does not stand in the original.";
        }
        if (Names().Matches(original).FirstOrDefault(one => IsLost(one.Value, translated)) is { } missing)
        {
            return $"The name {missing.Value} of the original is missing; leave names as they are.";
        }
        var denies = LanguageTraits.Of(ReaderLanguage.English)!.Denies(original); // English is known
        return denies && !traits.Denies(translated) ? "The original denies something that the translation does not."
            : !denies && traits.DenialsAreSure && traits.Denies(translated)
                ? "The translation denies something that the original does not."
            : null;
    }

    // Their commonest form: digits with a point. 1,000 and 1.000, 3.5 and 3,5 are the same to a reader of either.
    private static HashSet<string> Numbers(string text) =>
        [
            .. Number()
                .Matches(text.Normalize(System.Text.NormalizationForm.FormKC))
                .Select(number => Plain(number.Value)),
        ];

    private static string Plain(string number)
    {
        var digits = number
            .Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal);
        digits = Thousands().Replace(digits, "$1");
        return digits.Replace(',', '.').TrimEnd('.');
    }

    private static string? ForeignName(string text, LanguageTraits traits, HashSet<string> known, string given)
    {
        foreach (Match match in (traits.HasOtherScript ? LatinWords() : Names()).Matches(text))
        {
            if (!IsKnown(match.Value, known, given))
            {
                return match.Value;
            }
        }
        if (traits.HasOtherScript || traits.CapitalisesNouns)
        {
            return null;
        }
        foreach (Match match in Capitals().Matches(text))
        {
            // "ImageNet" stays; "Europe" may become "Europa", so the beginning is enough.
            if (!given.Contains(match.Value[..Math.Min(4, match.Value.Length)], StringComparison.OrdinalIgnoreCase))
            {
                return match.Value;
            }
        }
        return null;
    }

    // "WeaveBench-Benchmark" is a word of the language about a name; "ResNet-101" is another name than "ResNet-50".
    private static bool IsKnown(string name, HashSet<string> known, string given) =>
        known.Contains(name)
        || given.Contains(name, StringComparison.OrdinalIgnoreCase)
        || name.Split('-') is { Length: > 1 } parts
            && !Array.Exists(parts, part => part.Any(char.IsAsciiDigit) && !part.Any(char.IsAsciiLetter))
            && Array.TrueForAll(parts, part => !Names().IsMatch(part) || IsKnown(part, known, given));

    // A plural's s may go.
    private static bool IsLost(string name, string text) =>
        !text.Contains(name, StringComparison.OrdinalIgnoreCase)
        && !text.Contains(name.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
        && !Acronym().IsMatch(name); // "AI" is "KI" in German, "GNN" may be spelt out

    private static string WithoutNames(string text, string evidence) =>
        LatinWords()
            .Replace(
                text,
                word =>
                    evidence.Contains(word.Value, StringComparison.OrdinalIgnoreCase) && Names().IsMatch(word.Value)
                        ? " "
                        : word.Value
            );

    [GeneratedRegex(@"(?<![A-Za-z\d]|[A-Za-z]-|\d[.,\u00A0\u202F])\d+(?:[.,\u00A0\u202F]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\d)[.,](\d{3})(?!\d)")]
    private static partial Regex Thousands();

    // With an inner capital, a digit, or all in capitals.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?=[A-Za-z0-9+-]*[A-Za-z])(?:[A-Za-z]+[A-Z0-9][A-Za-z0-9+]*|[A-Z]{2,}|\d+[A-Z][A-Za-z0-9]*)(?:-[A-Za-z0-9]+)*(?![A-Za-z])"
    )]
    private static partial Regex Names();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9+-]*")]
    private static partial Regex LatinWords();

    [GeneratedRegex(@"(?<=[\p{Ll},;] )\p{Lu}\p{Ll}{2,}")]
    private static partial Regex Capitals();

    [GeneratedRegex("^[A-Z]{2,}s?$")]
    private static partial Regex Acronym();
}
