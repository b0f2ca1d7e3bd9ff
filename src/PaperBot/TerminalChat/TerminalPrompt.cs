using Spectre.Console;

namespace PaperBot.TerminalChat;

/// <summary>The line being typed at the bottom of a real terminal; what is written meanwhile appears above it.</summary>
internal sealed class TerminalPrompt(LineEditor editor)
{
    private const string Sign = "› ";
    private const int MostOffers = 8;

    private readonly Lock drawing = new();
    private int drawnBelow;
    private bool typing;

    /// <returns>The line, or null when there is no more: Ctrl+D on an empty line, or the program is to end.</returns>
    public async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        Begin();
        try
        {
            while (!ct.IsCancellationRequested)
            {
                if (!Console.KeyAvailable)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(15), ct);
                    continue;
                }
                var key = Console.ReadKey(intercept: true);
                if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && editor.Text.Length == 0)
                {
                    break;
                }
                if (Press(key) is { } line)
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program ends; so does the typing.
        }
        End();
        return null;
    }

    /// <summary>Writes something above the line that is being typed.</summary>
    public void Above(Action write)
    {
        lock (drawing)
        {
            if (typing)
            {
                Erase();
            }
            write();
            if (typing)
            {
                Draw();
            }
        }
    }

    private void Begin()
    {
        lock (drawing)
        {
            typing = true;
            Draw();
        }
    }

    private void End()
    {
        lock (drawing)
        {
            Erase();
            typing = false;
        }
    }

    private string? Press(ConsoleKeyInfo key)
    {
        lock (drawing)
        {
            var line = editor.Press(key);
            Erase();
            if (line is null)
            {
                Draw();
            }
            else
            {
                Console.Out.WriteLine(Sign + line);
                typing = false;
            }
            return line;
        }
    }

    private void Erase()
    {
        Console.Out.Write("\r\e[J");
        drawnBelow = 0;
    }

    // The line scrolls sideways where it is longer than the terminal is wide.
    private void Draw()
    {
        var width = Math.Max(20, AnsiConsole.Profile.Width - Sign.Length - 1);
        var first = Math.Max(0, editor.Cursor - width + 1);
        var shown = editor.Text[first..Math.Min(editor.Text.Length, first + width)];
        Console.Out.Write($"\r\e[K{Sign}{shown}");
        foreach (var offer in editor.Offers.Take(MostOffers))
        {
            var text = offer.Length > width ? offer[..width] : offer;
            Console.Out.Write($"\n\e[K  \e[90m{text}\e[0m");
            drawnBelow++;
        }
        if (drawnBelow > 0)
        {
            Console.Out.Write($"\e[{drawnBelow}A");
        }
        drawnBelow = 0;
        Console.Out.Write($"\r\e[{Sign.Length + CellsOf(editor.Text[first..editor.Cursor])}C");
    }

    private static int CellsOf(string text) => text.Length == 0 ? 0 : new Text(text).Length;
}
