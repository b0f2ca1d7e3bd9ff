namespace PaperBot.Sources.Reading;

/// <summary>Many authors in one text, as people and formats write them.</summary>
internal static class AuthorNames
{
    private static readonly string[] Suffixes = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];

    /// <summary>"A, B and C", "Last, First; Last, First" or "Last, First and Last, First".</summary>
    public static IReadOnlyList<string> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }
        if (text.Contains(';', StringComparison.Ordinal))
        {
            return [.. text.Split(';', Trimmed).Select(FirstLast)];
        }
        var parts = text.Split([" and ", " & ", "\nand "], Trimmed);
        if (parts.Length > 1 && parts.All(part => part.Count(letter => letter == ',') == 1))
        {
            return [.. parts.Select(FirstLast)];
        }
        if (parts is [var one] && one.Split(',', Trimmed) is [var last, var first] && IsWord(last) && IsWord(first))
        {
            return [$"{first} {last}"];
        }
        return [.. parts.SelectMany(ByComma)];
    }

    /// <summary>"Doe, Jane" and "King, Jr, Martin" as Jane Doe and Martin King Jr.</summary>
    public static string FirstLast(string name) =>
        name.Split(',', Trimmed) switch
        {
            [var last, var first] when IsSuffix(first) => $"{last} {first}",
            [var last, var first] => $"{first} {last}",
            [var last, var suffix, var first] => $"{first} {last} {suffix}",
            _ => name.Trim().TrimEnd(','),
        };

    /// <summary>A list whose commas part the names; one in brackets belongs to an affiliation, "Jr." to the name before it.</summary>
    public static IReadOnlyList<string> ByComma(string text)
    {
        var names = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? text[i] : ',';
            depth +=
                letter is '(' or '{' ? 1
                : letter is ')' or '}' ? -1
                : 0;
            if (letter == ',' && (depth <= 0 || i == text.Length))
            {
                Add(names, text[start..i].Trim());
                start = i + 1;
            }
        }
        return names;
    }

    private static void Add(List<string> names, string name)
    {
        var rest = name.StartsWith("and ", StringComparison.Ordinal) ? name[4..].TrimStart() : name;
        if (names.Count > 0 && IsSuffix(rest))
        {
            names[^1] += " " + rest;
        }
        else if (rest.Length > 0)
        {
            names.Add(rest);
        }
    }

    private static bool IsWord(string part) => !part.Contains(' ', StringComparison.Ordinal);

    private static bool IsSuffix(string part) => Suffixes.Contains(part, StringComparer.OrdinalIgnoreCase);

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
}
