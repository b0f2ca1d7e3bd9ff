using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills;

namespace PaperBot.Cli;

/// <summary>The verbs of the program, its exit codes, and one sentence on every failure.</summary>
internal static class CliRunner
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <param name="discord">How PaperBot gets to Discord; null: by our own client.</param>
    public static async Task<int> RunAsync(string[] args, Func<IServiceCollection, IServiceCollection>? discord = null)
    {
        try
        {
            var line = CliArguments.Split(args);
            var parsed = Describe(new HostFactory(line.Settings, discord)).Parse(line.Words);
            if (parsed.Errors.Count > 0)
            {
                return Complain($"{Sentence(parsed.Errors[0])} Type PaperBot --help for what there is.", WrongUsage);
            }
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (WrongUsageException e)
        {
            return Complain(e.Message, WrongUsage);
        }
        catch (SkillException e)
        {
            return Complain(e.Message, Failed);
        }
        catch (OperationCanceledException)
        {
            return Complain("Stopped before it was done; what had been stored is kept.", Failed);
        }
        catch (Exception e) when (SettingsProblem.Sentence(e) is { } sentence)
        {
            return Complain(sentence, Failed);
        }
    }

    private static RootCommand Describe(HostFactory hosts)
    {
        var root = new RootCommand(
            "PaperBot keeps a team up to date with machine-learning papers. Without a verb it serves: the daily post and, at a terminal, the commands."
        )
        {
            ChatVerb.Describe(hosts),
            ImportVerb.Describe(hosts),
            FetchVerb.Describe(hosts),
            PostVerb.Describe(hosts),
            DigestVerb.Describe(hosts),
            DoctorVerb.Describe(hosts),
            BackupVerb.Describe(hosts),
        };
        root.SetAction((_, ct) => ServeVerb.RunAsync(hosts, ct));
        return root;
    }

    private static string Sentence(ParseError error) => error.Message.TrimEnd('.') + ".";

    private static int Complain(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
