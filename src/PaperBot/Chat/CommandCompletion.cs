using PaperBot.Skills.Search;

namespace PaperBot.Chat;

/// <param name="Label">What a person reads.</param>
/// <param name="Value">What the option is given: a paper's id rather than its title.</param>
internal sealed record Suggestion(string Label, string Value);

/// <summary>What may come next: command names, option names, choices and titles.</summary>
internal sealed class CommandCompletion(CommandTable table, TitleCompletion titles)
{
    private const int MostLines = 10;

    /// <summary>Values for one option, best first; also useful when nothing is typed yet.</summary>
    public IReadOnlyList<Suggestion> Values(CommandOption option, string typed, Asker asker, int most = 25) =>
        option.Kind switch
        {
            OptionKind.Text or OptionKind.Channel when option.Suggest is { } suggest =>
            [
                .. suggest(typed, asker).Take(most),
            ],
            OptionKind.Paper => Papers(titles.Complete(typed, most)),
            OptionKind.Choice =>
            [
                .. option
                    .Choices.Where(choice => choice.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                    .Select(choice => new Suggestion(choice, choice)),
            ],
            _ => [],
        };

    private static IReadOnlyList<Suggestion> Papers(IReadOnlyList<TitleSuggestion> found)
    {
        var shared = found
            .GroupBy(title => title.Title)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet();
        return
        [
            .. found.Select(title => new Suggestion(
                Failures.Label(title.Title, title.Id, shared.Contains(title.Title)),
                title.Id.Value
            )),
        ];
    }

    /// <summary>The lines that a typed line may become; for a prompt with Tab.</summary>
    public IReadOnlyList<string> Lines(string typed, Asker asker)
    {
        var name = typed.TrimStart('/');
        var command = table.Read(name).Command;
        if (command is null || name.Length <= command.Name.Length)
        {
            return
            [
                .. table
                    .All.Where(named => named.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    .Select(named => UntilNextWord(named, name))
                    .Distinct(),
            ];
        }
        return Lines(command, typed, typed.Length - name.Length + command.Name.Length + 1, asker);
    }

    // A group is completed before what is in it.
    private static string UntilNextWord(ICommand command, string typed)
    {
        var group = command.Name.IndexOf(' ', StringComparison.Ordinal);
        return group >= 0 && typed.Length <= group
            ? $"/{command.Name[..group]} "
            : $"/{command.Name}{(command.Options.Count > 0 ? " " : "")}";
    }

    // A paper's title is easier to read than its id and means the same; of other suggestions only the value does.
    private static string Written(CommandOption option, Suggestion value) =>
        option.Kind == OptionKind.Paper ? value.Label : value.Value;

    private List<string> Lines(ICommand command, string typed, int start, Asker asker)
    {
        if (command.Options is [var only])
        {
            return
            [
                .. Values(only, typed[start..], asker, MostLines)
                    .Select(value => typed[..start] + Written(only, value)),
            ];
        }
        var (option, valueStart) = LastNamed(command, typed, start);
        if (
            option is null
            && !typed.EndsWith(' ')
            && command.Options.Where(one => one.Kind == OptionKind.Paper).ToList() is [var paper]
            && !command.Options.Any(one => typed.Contains($" {one.Name}:", StringComparison.OrdinalIgnoreCase))
        )
        {
            // What stands without a name is the paper's title.
            return [.. Values(paper, typed[start..], asker, MostLines).Select(value => typed[..start] + value.Label)];
        }
        if (option is null)
        {
            return Names(command, typed);
        }
        var values = Values(option, typed[valueStart..].TrimStart('"'), asker, MostLines)
            .Select(value => Written(option, value))
            .Select(value => typed[..valueStart] + (value.Contains(' ') ? $"\"{value}\" " : $"{value} "))
            .Where(line => line != typed)
            .ToList();
        // Words that nothing continues may be a whole value already, and the beginning of the next option's name.
        return values.Count > 0 || option.Kind == OptionKind.Paper ? values : Names(command, typed);
    }

    private static List<string> Names(ICommand command, string typed)
    {
        var wordStart = typed.LastIndexOf(' ') + 1;
        return
        [
            .. command
                .Options.Where(free => !typed.Contains($" {free.Name}:", StringComparison.OrdinalIgnoreCase))
                .Where(free => free.Name.StartsWith(typed[wordStart..], StringComparison.OrdinalIgnoreCase))
                .Select(free => $"{typed[..wordStart]}{free.Name}:"),
        ];
    }

    // The option whose value is being typed: the last one named, unless its value is closed and a new word has begun.
    private static (CommandOption? Option, int ValueStart) LastNamed(ICommand command, string typed, int start)
    {
        var found = command
            .Options.Select(option =>
                (option, Place: typed.LastIndexOf($" {option.Name}:", StringComparison.OrdinalIgnoreCase))
            )
            .Where(candidate => candidate.Place >= start - 1)
            .OrderByDescending(candidate => candidate.Place)
            .FirstOrDefault();
        if (found.option is null)
        {
            return (null, 0);
        }
        var valueStart = found.Place + found.option.Name.Length + 2;
        var value = typed[valueStart..];
        var closed = value.StartsWith('"')
            ? value.Length > 1 && value.TrimEnd().EndsWith('"') && value.EndsWith(' ')
            : value.EndsWith(' ') && found.option.Kind is OptionKind.Choice or OptionKind.Number or OptionKind.Channel;
        return closed ? (null, 0) : (found.option, valueStart);
    }
}
