using System.Text;
using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.Chat;

/// <summary>
/// Pure: a typed line such as <c>/compare a:"Wide Residual Networks" b:ResNet</c> to a request. Options are
/// <c>name:value</c>; a value with blanks stands in double quotes or reaches to the next option's name; a command with
/// one option takes the rest of the line; words without a name fill the options in order.
/// </summary>
internal static class CommandLine
{
    /// <summary>Longer lines are refused: Discord's longest option has 6,000 characters.</summary>
    public const int LongestLine = 16_000;

    /// <exception cref="SkillException">The line is no command, or an option's value cannot be taken.</exception>
    public static CommandRequest Parse(string line, CommandTable table, Asker asker)
    {
        if (line.Length > LongestLine)
        {
            throw new SkillException(
                $"That line has {line.Length:N0} characters; {LongestLine:N0} are the most. Shorten it and try again."
            );
        }
        var text = line.Trim();
        if (!text.StartsWith('/'))
        {
            throw new SkillException("Commands begin with a slash. Try /trending, or /help for all of them.");
        }
        var (command, name, rest) = table.Read(text[1..]);
        return command is null
            ? throw new SkillException(Unknown(name, table))
            : Check(command, Values(command, rest), asker);
    }

    /// <summary>The request for values that a platform's own form collected.</summary>
    /// <exception cref="SkillException">A value cannot be taken.</exception>
    public static CommandRequest Check(ICommand command, IReadOnlyDictionary<string, string> values, Asker asker)
    {
        var given = command.Options.Where(option => values.ContainsKey(option.Name));
        foreach (var objection in given.Select(option => option.Objection(values[option.Name])).OfType<string>())
        {
            throw new SkillException($"{objection} Type /help {command.Name} for more.");
        }
        if (
            command.Options.FirstOrDefault(option => option.Required && !values.ContainsKey(option.Name)) is { } missing
        )
        {
            throw new SkillException(
                $"/{command.Name} needs {missing.Name}: {missing.Description} Try {command.Example}"
            );
        }
        return new CommandRequest(command.Name, values, asker);
    }

    private static string Unknown(string name, CommandTable table)
    {
        if (table.Group(name) is { Count: > 0 } group)
        {
            return $"/{name} needs one more word: {string.Join(", ", group.Select(command => command.Name[(name.Length + 1)..]))}. For example: {group[0].Example}";
        }
        var typed = PaperText.Clean(name.Length > 40 ? name[..40] + "…" : name);
        return table.Nearest(name) is { } nearest
            ? $"There is no command /{typed}. Did you mean /{nearest.Name}? For example: {nearest.Example}"
            : $"There is no command /{typed}. Type /help for all of them.";
    }

    private static Dictionary<string, string> Values(ICommand command, string rest)
    {
        var values = new Dictionary<string, string>();
        if (rest.Length == 0)
        {
            return values;
        }
        if (command.Options is [var only])
        {
            values[only.Name] = Unquoted(WithoutName(rest, only.Name));
            return values;
        }
        var loose = new List<Token>();
        string? name = null;
        foreach (var token in Tokens(rest))
        {
            if (!token.Quoted && NamedOption(command, token.Text) is var (option, value) && option is not null)
            {
                name = option;
                values[name] = value;
            }
            else if (name is not null && !IsWhole(command, name, values[name]))
            {
                values[name] = values[name].Length == 0 ? token.Text : $"{values[name]} {token.Text}";
            }
            else
            {
                loose.Add(token);
            }
        }
        Place(command, loose, values);
        return values;
    }

    // A choice or a number is one word: what follows belongs to no name.
    private static bool IsWhole(ICommand command, string name, string value) =>
        value.Length > 0
        && command.Options.First(option => option.Name == name).Kind is OptionKind.Choice or OptionKind.Number;

    // Words without a name: each goes to the first free option that can take it, what is left over to the last one. Where
    // one paper is asked for they are its title, even those that another option would take.
    private static void Place(ICommand command, List<Token> loose, Dictionary<string, string> values)
    {
        if (command.Options.Where(option => option.Kind == OptionKind.Paper).ToList() is [var paper] && loose.Count > 0)
        {
            var named = values.GetValueOrDefault(paper.Name);
            values[paper.Name] = Joined(named is null ? loose : loose.Prepend(new Token(named, true))).Text;
            return;
        }
        string? last = null;
        foreach (var token in SplitAtVersus(command, loose))
        {
            var free = command.Options.FirstOrDefault(option =>
                !values.ContainsKey(option.Name) && option.Objection(token.Text) is null
            );
            if (free is not null && (free.Kind is not OptionKind.Text || last is null))
            {
                values[free.Name] = token.Text;
                last = free.Kind is OptionKind.Text ? free.Name : last;
            }
            else if (last is not null)
            {
                values[last] += $" {token.Text}";
            }
            else
            {
                throw new SkillException(
                    $"'{PaperText.Clean(Shortened(token.Text))}' fits no option of /{command.Name}. Name the options, for example: {command.Example}"
                );
            }
        }
    }

    // People type "/compare ResNet vs. Deep Layer Aggregation".
    private static IEnumerable<Token> SplitAtVersus(ICommand command, List<Token> loose)
    {
        if (command.Options.Count(option => option.Kind == OptionKind.Paper) < 2 || !loose.Exists(IsVersus))
        {
            return loose;
        }
        var parts = new List<List<Token>> { new() };
        foreach (var token in loose)
        {
            if (IsVersus(token))
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(token);
            }
        }
        return parts.Exists(part => part.Count == 0) ? loose : parts.Select(Joined);
    }

    private static bool IsVersus(Token token) => !token.Quoted && token.Text is "vs" or "vs." or "versus" or "|";

    private static Token Joined(IEnumerable<Token> tokens) =>
        new(string.Join(' ', tokens.Select(token => token.Text)), true);

    private static (string? Option, string Value) NamedOption(ICommand command, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return (null, "");
        }
        var name = text[..colon].ToLowerInvariant();
        return command.Options.Any(option => option.Name == name) ? (name, text[(colon + 1)..]) : (null, "");
    }

    private static string WithoutName(string rest, string option) =>
        rest.StartsWith(option + ":", StringComparison.OrdinalIgnoreCase) ? rest[(option.Length + 1)..].Trim() : rest;

    private static string Unquoted(string text) =>
        text.Length >= 2 && IsQuote(text[0]) && IsQuote(text[^1]) && !text[1..^1].Any(IsQuote)
            ? text[1..^1].Trim()
            : text;

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private const string Quotes = "\"“”„«»";

    private static bool IsQuote(char letter) => Quotes.Contains(letter, StringComparison.Ordinal);

    private sealed record Token(string Text, bool Quoted);

    // Blanks part tokens, but not inside quotes; a quote that nobody closes reaches to the end of the line.
    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var token = new StringBuilder();
        var inside = false;
        var started = false;
        var quotedFromStart = false;
        foreach (var letter in text)
        {
            if (IsQuote(letter))
            {
                quotedFromStart |= !started;
                inside = !inside;
                started = true;
            }
            else if (char.IsWhiteSpace(letter) && !inside)
            {
                Finish();
            }
            else
            {
                token.Append(letter);
                started = true;
            }
        }
        Finish();
        return tokens;

        void Finish()
        {
            if (started)
            {
                tokens.Add(new Token(token.ToString().Trim(), quotedFromStart));
            }
            token.Clear();
            started = false;
            quotedFromStart = false;
        }
    }
}
