namespace PaperBot.Chat;

internal enum OptionKind
{
    /// <summary>Any words.</summary>
    Text,

    /// <summary>A whole number from <see cref="CommandOption.Least"/> to <see cref="CommandOption.Most"/>.</summary>
    Number,

    /// <summary>One of <see cref="CommandOption.Choices"/>.</summary>
    Choice,

    /// <summary>A paper: title, part of a title, arXiv id or link; completed from the library's titles.</summary>
    Paper,

    /// <summary>A channel of the server, by the platform's own id.</summary>
    Channel,
}

/// <summary>What a command may be told; platforms make their forms and completions of it.</summary>
internal sealed record CommandOption(string Name, string Description, OptionKind Kind)
{
    public bool Required { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a text or channel may become while it is typed, best first; null where there is nothing to suggest.</summary>
    public Func<string, Asker, IReadOnlyList<Suggestion>>? Suggest { get; init; }

    /// <summary>Of a text: why it cannot be taken, as a sentence with what can, or null where it can. Null: any can.</summary>
    public Func<string, string?>? Check { get; init; }

    public int Least { get; init; }

    public int Most { get; init; } = int.MaxValue;

    /// <summary>Why a value cannot be taken, as a sentence with what can; null where it can.</summary>
    public string? Objection(string value) =>
        Kind switch
        {
            OptionKind.Number when !int.TryParse(value, out var number) || number < Least || number > Most =>
                $"{Name} takes a whole number from {Least} to {Most}, for example {Name}:{Least}.",
            OptionKind.Choice when !Choices.Contains(value, StringComparer.OrdinalIgnoreCase) =>
                $"{Name} takes one of {string.Join(", ", Choices)}, for example {Name}:{Choices[0]}.",
            OptionKind.Channel when !ChannelOf(value).All(char.IsAsciiDigit) || ChannelOf(value).Length == 0 =>
                $"{Name} takes a channel: pick one from Discord's list, or give its id.",
            _ when value.Length == 0 => $"{Name} is empty.",
            OptionKind.Text => Check?.Invoke(value),
            _ => null,
        };

    /// <summary>The id in what a platform or a person calls a channel, such as &lt;#1234&gt;.</summary>
    public static string ChannelOf(string value) => value.Trim().TrimStart('<', '#').TrimEnd('>');
}
