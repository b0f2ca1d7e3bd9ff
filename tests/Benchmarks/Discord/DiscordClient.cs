using System.Diagnostics;
using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>A bot in a process of its own, on a core of its own where <c>taskset</c> is there, with its CPU time and memory.</summary>
internal sealed class DiscordClient(Process process, string folder) : IAsyncDisposable
{
    /// <summary>PaperBot as it is built beside this program, with its sample library.</summary>
    public static DiscordClient PaperBot(Simulator discord, IReadOnlyDictionary<string, string>? more = null) =>
        PaperBot(discord, Path.Combine(AppContext.BaseDirectory, "PaperBot.dll"), more);

    /// <param name="program">PaperBot.dll, or the same bot on Discord.Net: PaperBot.DiscordNet.dll.</param>
    /// <param name="more">Settings, as variables of the environment.</param>
    public static DiscordClient PaperBot(
        Simulator discord,
        string program,
        IReadOnlyDictionary<string, string>? more = null
    )
    {
        var own = Directory.CreateTempSubdirectory("paperbot-load-").FullName;
        var start = Command("dotnet", Path.GetFullPath(program));
        start.Environment["PAPERBOT__Library__Path"] = Path.Combine(own, "paperbot.db");
        start.Environment["PAPERBOT__Discord__Token"] = discord.Options.Token;
        start.Environment["PAPERBOT__Discord__RestUrl"] = new Uri(discord.Address, "/api").ToString();
        start.Environment["PAPERBOT__Daily__CatchUp"] = "false";
        start.Environment["PAPERBOT__Logging__LogLevel__Default"] = "Error";
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return Start(start, own);
    }

    /// <summary>A discord.js bot that answers /help as PaperBot does, from a folder with its node_modules.</summary>
    public static DiscordClient DiscordJs(Simulator discord, string script)
    {
        var start = Command("node", script);
        start.ArgumentList.Add($"{discord.Address.AbsoluteUri.TrimEnd('/')}/api");
        start.ArgumentList.Add(discord.Options.Token);
        return Start(start, Directory.CreateTempSubdirectory("paperbot-load-").FullName);
    }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public bool HasEnded => process.HasExited;

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static ProcessStartInfo Command(string program, string argument)
    {
        var pinned = OperatingSystem.IsLinux() && Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");
        var start = new ProcessStartInfo(pinned ? "taskset" : program)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in pinned ? ["-c", "1", program, argument] : new[] { argument })
        {
            start.ArgumentList.Add(word);
        }
        return start;
    }

    private static DiscordClient Start(ProcessStartInfo start, string own)
    {
        start.WorkingDirectory = own;
        var bot = Process.Start(start) ?? throw new InvalidOperationException("The bot could not be started.");
        bot.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                Console.Error.WriteLine($"  bot: {text}");
            }
        };
        bot.BeginErrorReadLine();
        return new DiscordClient(bot, own);
    }
}
