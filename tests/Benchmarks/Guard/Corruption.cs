using System.Text.RegularExpressions;

namespace PaperBot.Benchmarks.Guard;

/// <summary>One thing made wrong in a text; null where the text has no such thing.</summary>
internal static partial class Corruption
{
    public delegate string? Corrupt(string text, string given, Random random);

    private static readonly string[] Names =
    [
        "ResNet-152",
        "BERT",
        "ImageNet-21k",
        "SQuAD",
        "GPT-4",
        "KITTI",
        "WMT14",
        "LibriSpeech",
        "MuJoCo",
        "DeepMind",
        "Stanford",
        "ViT-B",
        "CIFAR-100",
        "AdaBoost",
        "XGBoost",
        "MNIST",
        "RoBERTa",
        "Kinetics-400",
    ];

    private static readonly string[] Claims =
    [
        "The code has been downloaded by thousands of developers.",
        "It also runs in real time on mobile phones.",
        "The approach was deployed in several hospitals.",
        "It won the best paper award at the conference.",
        "Clinicians preferred its outputs in a blind study.",
        "The authors also release a browser plugin.",
        "Energy consumption falls to that of a light bulb.",
        "A patent has been filed for the underlying circuit.",
    ];

    private static readonly string[] Clauses =
    [
        ", and it transfers to medical imaging without changes",
        ", which was confirmed by a survey of factory workers",
        ", and it is already used in commercial satellites",
        ", while halving the electricity bill of the data center",
        ", inspired by the migration of birds",
        ", using quantum annealing hardware",
    ];

    private static readonly (string From, string To)[] Reversals =
    [
        ("improves", "degrades"),
        ("improve", "degrade"),
        ("improved", "degraded"),
        ("improving", "degrading"),
        ("increases", "decreases"),
        ("increase", "decrease"),
        ("reduces", "increases"),
        ("reduce", "increase"),
        ("reducing", "increasing"),
        ("outperforms", "underperforms"),
        ("outperform", "underperform"),
        ("outperforming", "underperforming"),
        ("higher", "lower"),
        ("lower", "higher"),
        ("better", "worse"),
        ("faster", "slower"),
        ("more", "less"),
        ("fewer", "more"),
        ("enhances", "weakens"),
        ("superior", "inferior"),
    ];

    private static readonly string[] Denied = ["is", "are", "can", "was", "does", "do", "will"];

    public static IReadOnlyList<(string Kind, Corrupt Corrupt)> All { get; } =
    [
        ("changed number", Number),
        ("number of another thing", OtherNumber),
        ("changed unit", Unit),
        ("foreign name", Name),
        ("names exchanged", Exchange),
        ("invented quotation", Quotation),
        ("negation put in", Deny),
        ("negation taken out", Affirm),
        ("direction reversed", Reverse),
        ("sides exchanged", Sides),
        ("doubt taken out", Certain),
        ("invented clause", (text, _, random) => text.TrimEnd(' ', '.') + Clauses[random.Next(Clauses.Length)] + "."),
    ];

    public static string Claim(Random random) => Claims[random.Next(Claims.Length)];

    private static string? Number(string text, string given, Random random)
    {
        if (Figure().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var digits = match.Value.ToCharArray();
        for (var tries = 0; tries < 20; tries++)
        {
            var at = random.Next(digits.Length);
            if (char.IsAsciiDigit(digits[at]))
            {
                digits[at] = (char)('1' + (digits[at] - '1' + 1 + random.Next(8)) % 9);
                var changed = new string(digits);
                if (changed != match.Value && !given.Contains(changed, StringComparison.Ordinal))
                {
                    return text[..match.Index] + changed + text[(match.Index + match.Length)..];
                }
            }
        }
        return null;
    }

    // The first number of a sentence in place of its second, and the other way round.
    private static string? OtherNumber(string text, string given, Random random)
    {
        var found = Share().Matches(text);
        return found.Count < 2 || found[0].Value == found[1].Value || found[1].Index - found[0].Index < 15
            ? null
            : Swapped(text, found[0], found[1]);
    }

    private static string? Unit(string text, string given, Random random)
    {
        if (Share().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var unit = match.Groups["unit"];
        string[] units = ["%", "x", " ms", " dB", " GB"];
        var other = units
            .Where(one => one.Trim() != unit.Value && !(one == "x" && unit.Value is "×" or "times"))
            .ToArray();
        return text[..unit.Index].TrimEnd(' ', '\\')
            + other[random.Next(other.Length)]
            + text[(unit.Index + unit.Length)..];
    }

    private static string? Name(string text, string given, Random random)
    {
        var found = NameLike().Matches(text).Where(match => match.Index > 0).ToList();
        var foreign = Names.Where(name => !given.Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (found.Count == 0)
        {
            return null;
        }
        var match = found[random.Next(found.Count)];
        return text[..match.Index] + foreign[random.Next(foreign.Length)] + text[(match.Index + match.Length)..];
    }

    private static string? Exchange(string text, string given, Random random)
    {
        if (!Won().IsMatch(text))
        {
            return null;
        }
        var verb = Won().Match(text).Index;
        var before = NameLike().Matches(text).LastOrDefault(match => match.Index < verb);
        var after = NameLike().Matches(text).FirstOrDefault(match => match.Index > verb);
        return before is null || after is null || before.Value == after.Value ? null : Swapped(text, before, after);
    }

    private static string? Quotation(string text, string given, Random random)
    {
        var words = text.TrimEnd(' ', '.').Split(' ');
        return words.Length < 8 ? null : $"The authors call it \"{words[5]} {words[2]} {words[7]}\": {text}";
    }

    private static string? Deny(string text, string given, Random random)
    {
        if (Negation().IsMatch(text))
        {
            return null;
        }
        var words = text.Split(' ').ToList();
        var at = words.FindIndex(word => Denied.Contains(word));
        if (at >= 0)
        {
            words.Insert(at + 1, "not");
            return string.Join(' ', words);
        }
        at = words.FindIndex(word =>
            word is "improves" or "outperforms" or "achieves" or "reduces" or "allows" or "enables" or "leads"
        );
        if (at < 0)
        {
            return null;
        }
        words[at] = "does not " + (words[at] == "reaches" ? "reach" : words[at].TrimEnd('s'));
        return string.Join(' ', words);
    }

    private static string? Affirm(string text, string given, Random random) =>
        text.Contains(" without ", StringComparison.Ordinal)
            ? text.Replace(" without ", " with ", StringComparison.Ordinal)
        : text.Contains(" not only ", StringComparison.Ordinal) ? null
        : text.Contains(" not ", StringComparison.Ordinal) ? text.Replace(" not ", " ", StringComparison.Ordinal)
        : text.Contains(" cannot ", StringComparison.Ordinal)
            ? text.Replace(" cannot ", " can ", StringComparison.Ordinal)
        : text.Contains(" fail to ", StringComparison.Ordinal)
            ? text.Replace(" fail to ", " ", StringComparison.Ordinal)
        : null;

    private static string? Reverse(string text, string given, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var (from, to) in Reversals)
            {
                if (
                    words[i].TrimEnd(',', '.') == from
                    && !(i > 0 && from == "more" && i + 1 < words.Length && words[i + 1] == "than")
                )
                {
                    words[i] = words[i].Replace(from, to, StringComparison.Ordinal);
                    return string.Join(' ', words);
                }
            }
        }
        return null;
    }

    private static string? Sides(string text, string given, Random random)
    {
        var match = Subject().Match(text);
        return match.Success
            ? $"{char.ToUpperInvariant(match.Groups["b"].Value[0])}{match.Groups["b"].Value[1..]} {match.Groups["verb"].Value} {char.ToLowerInvariant(match.Groups["a"].Value[0])}{match.Groups["a"].Value[1..]}{match.Groups["rest"].Value}"
            : null;
    }

    private static string? Certain(string text, string given, Random random)
    {
        var match = Doubt().Match(text);
        return match.Success
            ? text[..match.Index] + match.Groups["verb"].Value + "s" + text[(match.Index + match.Length)..]
            : null;
    }

    private static string Swapped(string text, Match first, Match second) =>
        text[..first.Index]
        + second.Value
        + text[(first.Index + first.Length)..second.Index]
        + first.Value
        + text[(second.Index + second.Length)..];

    [GeneratedRegex(@"(?<![\w.-])\d+(?:\.\d+)?(?![\w-])")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<![\w.-])\d+(?:\.\d+)?\s?\\?(?<unit>%|x\b|×|times\b|ms\b|dB\b|GB\b)")]
    private static partial Regex Share();

    [GeneratedRegex(@"\b(?:[A-Z][a-z]*[A-Z]\w*|[A-Z]+-\d+)(?:-\w+)?\b")]
    private static partial Regex NameLike();

    [GeneratedRegex(@"\b(?:outperforms?|surpass(?:es)?|exceeds?|beats?|better than|faster than)\b")]
    private static partial Regex Won();

    [GeneratedRegex(@"\b(?:not|no|without|never|cannot|fails?|lacks?|neither|nor)\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"^(?<a>(?:Our|The|This)(?:\s[\w-]+){1,5}?)\s(?<verb>outperforms?|surpass(?:es)?|exceeds?)\s(?<b>(?:[\w-]+\s){1,5}[\w-]+)(?<rest>[,.].*|\s(?:by|on|in)\s.*)$"
    )]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:may|might|could)\s(?!not\b|have\b|be\b|also\b)(?<verb>[a-z]{3,}[^ysh\W])\b")]
    private static partial Regex Doubt();
}
