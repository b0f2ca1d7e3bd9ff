using System.Text.RegularExpressions;
using PaperBot.Chat;
using PaperBot.DiscordChat;
using PaperBot.Tests.Commands.Digests;

namespace PaperBot.Tests.Commands;

/// <summary>What every command of the table owes whoever asks it.</summary>
public sealed partial class EveryCommandTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    public static TheoryData<string> Names
    {
        get
        {
            using var any = new BotWithDigests();
            return [.. any.Get<CommandTable>().All.Select(command => command.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_example_can_be_typed_as_it_is(string name)
    {
        var command = Command(name);

        var read = CommandLine.Parse(command.Example, bot.Get<CommandTable>(), BotWithDigests.Manager);

        Assert.Equal(name, read.Command);
        Assert.Equal(
            read.Values.Keys,
            read.Values.Keys.Where(key => command.Options.Any(option => option.Name == key))
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_and_its_options_say_what_they_are_in_a_hundred_characters(string name)
    {
        var command = Command(name);

        Assert.Matches(Word(), name);
        Assert.InRange(command.Description.Length, 1, 100);
        Assert.True(command.Options.Count <= 25);
        Assert.All(command.Options, option => Assert.InRange(option.Description.Length, 1, 100));
        Assert.Equal(command.Options.Count, command.Options.Select(option => option.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_that_name_something_known_suggest_it_and_others_have_a_form(string name) =>
        Assert.All(
            Command(name).Options.Where(option => option.Kind == OptionKind.Text && Known().IsMatch(option.Name)),
            option => Assert.NotNull(option.Suggest)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void What_its_options_suggest_they_take(string name)
    {
        foreach (var option in Command(name).Options.Where(option => option.Suggest is not null))
        {
            var offered = option.Suggest!("", BotWithDigests.Manager); // just asked

            Assert.All(offered, one => Assert.Null(option.Objection(one.Value)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_there_in_every_language_of_Discord(string name)
    {
        var command = Command(name);
        var texts = command.Options.Select(option => $"{name} {option.Name}").Append(name).Append(name.Split(' ')[0]);

        Assert.All(
            texts,
            of =>
            {
                Assert.Equal(6, DiscordTexts.Names(of).Count());
                Assert.Equal(6, DiscordTexts.Descriptions(of).Count());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_explains_it_with_its_example_and_every_option(string name)
    {
        var help = await bot.ReadAsync($"/help {name}");

        Assert.Contains(Command(name).Example, help, StringComparison.Ordinal);
        Assert.All(
            Command(name).Options,
            option => Assert.Contains(option.Description, help, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_that_cannot_be_taken_is_refused_to_the_asker_alone_with_the_next_step(string name)
    {
        foreach (
            var option in Command(name)
                .Options.Where(option => option.Kind is not (OptionKind.Paper or OptionKind.Text))
        )
        {
            var reply = await bot.AskAsync($"/{name} {option.Name}:?!");

            // A command with one option takes the whole line for its value.
            Assert.False(reply.Ok);
            Assert.True(reply.Private);
            Assert.Contains($"/help {name}", reply.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Commands_of_a_group_say_what_they_have_in_common(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            Assert.InRange(bot.Get<CommandTable>().Group(name.Split(' ')[0])[0].GroupDescription?.Length ?? 0, 1, 100);
        }
    }

    private ICommand Command(string name) => bot.Get<CommandTable>().Find(name)!; // of Names

    [GeneratedRegex("^(topic|topics|author|authors|zone|command|day)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();

    [GeneratedRegex("^[a-z-]{1,32}( [a-z-]{1,32})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
