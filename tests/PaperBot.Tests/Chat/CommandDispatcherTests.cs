using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Skills;

namespace PaperBot.Tests.Chat;

public sealed class CommandDispatcherTests : IDisposable
{
    private static readonly Asker Mina = new("test", "mina");
    private static readonly Asker Jo = new("test", "jo");

    private readonly TempDatabase library = new();
    private readonly FakeTimeProvider clock = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_answer_comes_back_as_the_command_gave_it()
    {
        var reply = await Dispatcher(new TestCommand("ping")).DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Equal("/ping", reply.Text);
        Assert.True(reply.Ok);
    }

    [Fact]
    public async Task What_a_skill_cannot_do_is_told_to_the_asker_alone()
    {
        var command = new TestCommand("ping")
        {
            Answer = (_, _) => throw new SkillException("No such paper. Try another."),
        };

        var reply = await Dispatcher(command).DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Equivalent(Reply.Problem("No such paper. Try another."), reply);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_one_sentence_with_a_reference_and_no_inner_detail()
    {
        var command = new TestCommand("ping")
        {
            Answer = (_, _) => throw new InvalidOperationException("secret detail"),
        };

        var reply = await Dispatcher(command).DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.False(reply.Ok);
        Assert.True(reply.Private);
        Assert.Matches("^Something went wrong here; it is in the log as [a-z2-9]{6}\\.", reply.Text);
        Assert.DoesNotContain("secret", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_given_up_and_its_asker_told()
    {
        var command = new TestCommand("ping")
        {
            Answer = async (_, ct) =>
            {
                clock.Advance(TimeSpan.FromSeconds(31));
                await Task.Delay(Timeout.Infinite, ct);
                return new Reply();
            },
        };

        var reply = await Dispatcher(command).DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Contains("took too long", reply.Text, StringComparison.Ordinal);
        Assert.False(reply.Ok);
    }

    [Theory]
    [InlineData(60, 45, true)]
    [InlineData(60, 61, false)]
    [InlineData(5, 6, false)]
    public async Task A_command_may_have_its_own_time(int limit, int taken, bool isAnswered)
    {
        var command = new TestCommand("ping")
        {
            TimeLimit = TimeSpan.FromSeconds(limit),
            Answer = async (_, ct) =>
            {
                clock.Advance(TimeSpan.FromSeconds(taken));
                await Task.Delay(isAnswered ? 0 : Timeout.Infinite, ct);
                return new Reply { Text = "pong" };
            },
        };

        var reply = await Dispatcher(command).DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Equal(isAnswered, reply.Ok);
        Assert.Contains(isAnswered ? "pong" : "took too long", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_can_show_parts_of_an_answer_hears_them(bool isForm)
    {
        var command = new TestCommand("ping")
        {
            Answer = (request, _) =>
            {
                request.Progress?.Invoke(new Reply { Text = "half" });
                return Task.FromResult(new Reply { Text = "whole" });
            },
        };
        var heard = new List<string>();
        var dispatcher = Dispatcher(command);

        var reply = await (
            isForm
                ? dispatcher.DispatchAsync(
                    "ping",
                    new Dictionary<string, string>(),
                    Mina,
                    CancellationToken.None,
                    part => heard.Add(part.Text)
                )
                : dispatcher.DispatchAsync("/ping", Mina, CancellationToken.None, part => heard.Add(part.Text))
        );
        var unheard = await dispatcher.DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Equal(("whole", "whole"), (reply.Text, unheard.Text));
        Assert.Equal(["half"], heard);
    }

    [Fact]
    public async Task Too_many_commands_of_one_asker_do_not_keep_another_from_asking()
    {
        var dispatcher = Dispatcher(new TestCommand("ping"));
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await dispatcher.DispatchAsync("/ping", Mina, CancellationToken.None)).Ok);
        }

        var refused = await dispatcher.DispatchAsync("/ping", Mina, CancellationToken.None);
        var other = await dispatcher.DispatchAsync("/ping", Jo, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(61));
        var later = await dispatcher.DispatchAsync("/ping", Mina, CancellationToken.None);

        Assert.Contains("Try again in 60 seconds", refused.Text, StringComparison.Ordinal);
        Assert.True(other.Ok);
        Assert.True(later.Ok);
    }

    [Fact]
    public async Task The_operator_at_the_terminal_is_not_limited()
    {
        var dispatcher = Dispatcher(new TestCommand("ping"));

        for (var i = 0; i < 50; i++)
        {
            Assert.True(
                (await dispatcher.DispatchAsync("/ping", new Asker("terminal", "op", true), CancellationToken.None)).Ok
            );
        }
    }

    [Fact]
    public async Task Each_command_leaves_one_log_line_that_does_not_repeat_what_was_asked()
    {
        var log = new ListLog<CommandDispatcher>();
        var dispatcher = Dispatcher(log, new TestCommand("ping", new CommandOption("words", "W.", OptionKind.Text)));

        await dispatcher.DispatchAsync("/ping my private question", Mina, CancellationToken.None);

        var line = Assert.Single(log.Lines);
        Assert.Equal("/ping on test: answered in 0.0 ms", line);
    }

    private CommandDispatcher Dispatcher(params ICommand[] commands) =>
        Dispatcher(NullLogger<CommandDispatcher>.Instance, commands);

    private CommandDispatcher Dispatcher(
        Microsoft.Extensions.Logging.ILogger<CommandDispatcher> log,
        params ICommand[] commands
    )
    {
        var options = Options.Create(new ChatOptions { CommandsPerMinute = 3 });
        return new CommandDispatcher(
            new CommandTable(commands),
            new AskerLimit(options, clock),
            library.Database,
            options,
            clock,
            log
        );
    }
}
