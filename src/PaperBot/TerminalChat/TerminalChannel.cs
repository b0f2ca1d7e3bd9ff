using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Chat;
using Spectre.Console;

namespace PaperBot.TerminalChat;

/// <summary>The channel that every computer has: slash commands typed at a prompt or piped in.</summary>
internal sealed class TerminalChannel(CommandDispatcher dispatcher, CommandCompletion completion)
{
    private static readonly Asker Operator = new("terminal", "operator", IsOperator: true);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Readable in a terminal; the text is data in a JSON string and never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Answers every line of a pipe, as text.</summary>
    public Task AnswerAsync(TextReader input, TextWriter output, CancellationToken ct) =>
        EachAsync(
            input,
            (line, reply, _) => output.WriteLine($"› {line}\n{TerminalMessage.Text(TerminalMessage.Lines(reply))}\n"),
            ct
        );

    /// <summary>Answers every line of a pipe with one JSON object a line.</summary>
    public Task AnswerInJsonAsync(TextReader input, TextWriter output, CancellationToken ct) =>
        EachAsync(
            input,
            (line, reply, milliseconds) =>
            {
                var answer = new
                {
                    command = line,
                    ok = reply.Ok,
                    @private = reply.Private,
                    milliseconds = Math.Round(milliseconds, 1),
                    text = TerminalMessage.Text(TerminalMessage.Lines(reply)),
                    reply,
                };
                output.WriteLine(JsonSerializer.Serialize(answer, Json));
                output.Flush();
            },
            ct
        );

    /// <summary>Answers a person at a terminal until they leave.</summary>
    /// <param name="follow">Told how to write above the line being typed, for what arrives by itself.</param>
    public async Task ConverseAsync(
        IAnsiConsole console,
        Action<Action<IEnumerable<TerminalLine>>> follow,
        CancellationToken ct
    )
    {
        var screen = new TerminalScreen(console);
        var prompt = new TerminalPrompt(new LineEditor(typed => completion.Lines(typed, Operator)));
        follow(lines => prompt.Above(() => screen.Write(lines)));
        while (await prompt.ReadLineAsync(ct) is { } line)
        {
            if (line.Trim() is "/exit" or "/quit" or "exit" or "quit")
            {
                break;
            }
            if (line.Trim().Length > 0)
            {
                var reply = await dispatcher.DispatchAsync(line, Operator, ct);
                screen.Write([.. TerminalMessage.Lines(reply), TerminalLine.Empty]);
            }
        }
    }

    private async Task EachAsync(TextReader input, Action<string, Reply, double> answer, CancellationToken ct)
    {
        while (await input.ReadLineAsync(ct) is { } line)
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }
            var start = Stopwatch.GetTimestamp();
            var reply = await dispatcher.DispatchAsync(line, Operator, ct);
            answer(line, reply, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
