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
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        using var process = Start(folder, args, environment);
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

    public static Process Start(
        string folder,
        IEnumerable<string> args,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet")
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
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PaperBot.dll"));
        foreach (var arg in args)
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
