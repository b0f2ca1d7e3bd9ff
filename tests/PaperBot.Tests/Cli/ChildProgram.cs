using System.Diagnostics;
using System.Text;

namespace PaperBot.Tests.Cli;

/// <summary>The real program in a process of its own, with a working directory of its own.</summary>
internal static class ChildProgram
{
    public static async Task<Outcome> RunAsync(
        string folder,
        IEnumerable<string> args,
        string? input = null,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyList<string>? within = null
    )
    {
        using var process = Start(folder, args, environment, within);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <param name="within">A program and its arguments that starts this one, for example under another user.</param>
    public static Process Start(
        string folder,
        IEnumerable<string> args,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyList<string>? within = null
    )
    {
        IReadOnlyList<string> command =
        [
            .. within ?? [],
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "PaperBot.dll"),
        ];
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in command.Skip(1).Concat(args))
        {
            start.ArgumentList.Add(arg);
        }
        // Nothing outside this machine is asked for papers: port 9 is closed.
        start.Environment["PAPERBOT__Sources__HuggingFace__BaseUrl"] = "http://127.0.0.1:9";
        start.Environment["PAPERBOT__Sources__Arxiv__ApiUrl"] = "http://127.0.0.1:9";
        start.Environment["PAPERBOT__Sources__Arxiv__FeedUrl"] = "http://127.0.0.1:9";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    internal sealed record Outcome(int Code, string Output, string Errors);
}
