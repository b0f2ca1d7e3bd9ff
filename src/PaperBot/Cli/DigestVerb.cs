using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Commands.Digests;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;

namespace PaperBot.Cli;

/// <summary>
/// <c>digest list|setup|show|preview|status|pause|resume|remove [channel:ID] [OPTION:VALUE …]</c>: what managers do in a
/// server, for whoever runs PaperBot, in any of them and by the same commands.
/// </summary>
internal static class DigestVerb
{
    private const string Group = "digest";

    // These are about all digests where no channel is named.
    private static readonly string[] WithoutChannel = ["show"];

    private static readonly (string Word, string What)[] Words =
    [
        ("setup", "Set a channel's digest up, or change what is named: channel:ID time:9:30 zone:Europe/Berlin …"),
        ("show", "Show how the digest of channel:ID is set up, or all of them."),
        ("preview", "Print what the digest of channel:ID would post now, and when the next five posts come."),
        ("status", "Say whether the digest of channel:ID works: last and next post, sources, last error."),
        ("pause", "Stop the digest of channel:ID for a while."),
        ("resume", "Let the digest of channel:ID go on."),
        ("remove", "End the digest of channel:ID for good, without asking."),
    ];

    public static Command Describe(HostFactory hosts)
    {
        var verb = new Command(Group, "The daily posts of channels: set up, look at, pause and remove.");
        var list = new Command("list", "List all digests, one a line.");
        list.SetAction((_, ct) => ListAsync(hosts, ct));
        verb.Add(list);
        verb.TreatUnmatchedTokensAsErrors = false; // so that the sentence below is said, with what there is
        verb.SetAction(
            int (_) =>
                throw new WrongUsageException(
                    $"{Group} takes one of list, {string.Join(", ", Words.Select(known => known.Word))}, such as: {Group} list. Type PaperBot {Group} --help for what each does."
                )
        );
        foreach (var (word, what) in Words)
        {
            var values = new Argument<string[]>("OPTION:VALUE")
            {
                Description = $"As in /help {Group} {word}.",
                Arity = ArgumentArity.ZeroOrMore,
            };
            var one = new Command(word, what) { values };
            one.SetAction((parsed, ct) => RunAsync(hosts, word, parsed.GetValue(values) ?? [], ct));
            verb.Add(one);
        }
        return verb;
    }

    private static Task<int> ListAsync(HostFactory hosts, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        ct.ThrowIfCancellationRequested();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var own = host.Services.GetRequiredService<OwnDigests>();
        var all = host.Services.GetRequiredService<DigestStore>().All();
        if (all.Count == 0)
        {
            // Not among the lines that a script reads.
            Console.Error.WriteLine(
                $"No channel has a digest yet. Type /digest setup in one, or: {Group} setup channel:ID time:9:00 zone:Europe/Berlin"
            );
        }
        foreach (var digest in all)
        {
            Console.WriteLine(PaperText.Clean(DigestListLine.For(digest, Next(own, digest), now)));
        }
        return Task.FromResult(CliRunner.Done);
    }

    // One whose time zone this computer does not know any more is listed all the same.
    private static RunTime? Next(OwnDigests own, Digest digest)
    {
        try
        {
            return digest.IsActive && own.Next(digest, 1) is [var next] ? next : null;
        }
        catch (SkillException)
        {
            return null;
        }
    }

    private static async Task<int> RunAsync(HostFactory hosts, string word, string[] given, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(ct);
        var asker = new Asker("terminal", "operator", IsOperator: true) { MayManage = true };
        var command = host.Services.GetRequiredService<CommandTable>().Find($"{Group} {word}")!; // CommandsSetup has them all
        var values = Values(command, word, given);
        try
        {
            CommandLine.Check(command, values, asker);
        }
        catch (SkillException e)
        {
            throw new WrongUsageException(e.Message);
        }
        var reply = await host
            .Services.GetRequiredService<CommandDispatcher>()
            .DispatchAsync(command.Name, values, asker, ct);
        var shown = TerminalMessage.Text(TerminalMessage.Lines(reply with { Buttons = [], Again = null }));
        (reply.Ok ? Console.Out : Console.Error).WriteLine(shown);
        return reply.Ok ? CliRunner.Done : CliRunner.Failed;
    }

    private static Dictionary<string, string> Values(ICommand command, string word, IReadOnlyList<string> given)
    {
        var values = new Dictionary<string, string>();
        foreach (var text in given)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var name = colon > 0 ? text[..colon].ToLowerInvariant() : "";
            if (command.Options.All(option => option.Name != name))
            {
                throw new WrongUsageException(
                    $"'{PaperText.Clean(text)}' is no option of {Group} {word}. It takes {string.Join(", ", command.Options.Select(option => $"{option.Name}:…"))}."
                );
            }
            if (!values.TryAdd(name, text[(colon + 1)..].Trim()))
            {
                throw new WrongUsageException($"{name} is named twice. Put all of it into one value.");
            }
        }
        if (!values.ContainsKey(OwnDigests.Channel) && !WithoutChannel.Contains(word))
        {
            throw new WrongUsageException(
                $"{Group} {word} needs a channel: {Group} {word} channel:ID. {Group} list shows those that have a digest."
            );
        }
        if (word == "remove")
        {
            values[DigestRemoveCommand.Confirm] = "yes"; // whoever types the channel's id has meant it
        }
        return values;
    }
}
