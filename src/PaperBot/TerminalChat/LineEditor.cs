using System.Globalization;

namespace PaperBot.TerminalChat;

/// <summary>
/// Pure: keys in, the line being typed and its cursor out. History by the arrow keys, completion by Tab; the usual
/// control keys (A, E, K, U, W) do what they do in a shell.
/// </summary>
/// <param name="complete">The line up to the cursor to the lines it may become, best first.</param>
internal sealed class LineEditor(Func<string, IReadOnlyList<string>> complete)
{
    private readonly List<string> history = [];
    private int place;
    private string draft = "";
    private IReadOnlyList<string> offers = [];
    private int offer = -1;
    private string afterOffer = "";

    public string Text { get; private set; } = "";

    /// <summary>Before which character of <see cref="Text"/> the cursor stands.</summary>
    public int Cursor { get; private set; }

    /// <summary>What Tab found, to be shown below the line; empty unless Tab was the last key.</summary>
    public IReadOnlyList<string> Offers => offers;

    /// <returns>The line when Enter finished it; null while it goes on.</returns>
    public string? Press(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
            return null;
        }
        offers = [];
        offer = -1;
        if (key.Key == ConsoleKey.Enter)
        {
            return Finish();
        }
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            Control(key.Key);
            return null;
        }
        Edit(key);
        return null;
    }

    private string Finish()
    {
        var line = Text;
        if (line.Trim().Length > 0 && (history.Count == 0 || history[^1] != line))
        {
            history.Add(line);
        }
        place = history.Count;
        draft = "";
        Set("", 0);
        return line;
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                Cursor = Before(Cursor);
                break;
            case ConsoleKey.RightArrow:
                Cursor = After(Cursor);
                break;
            case ConsoleKey.Home:
                Cursor = 0;
                break;
            case ConsoleKey.End:
                Cursor = Text.Length;
                break;
            case ConsoleKey.UpArrow:
                Recall(place - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(place + 1);
                break;
            case ConsoleKey.Backspace:
                Remove(Before(Cursor), Cursor);
                break;
            case ConsoleKey.Delete:
                Remove(Cursor, After(Cursor));
                break;
            case ConsoleKey.Escape:
                Set("", 0);
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
    }

    private void Control(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A:
                Cursor = 0;
                break;
            case ConsoleKey.E:
                Cursor = Text.Length;
                break;
            case ConsoleKey.K:
                Remove(Cursor, Text.Length);
                break;
            case ConsoleKey.U:
                Remove(0, Cursor);
                break;
            case ConsoleKey.W:
                Remove(WordStart(), Cursor);
                break;
        }
    }

    private void Insert(char letter)
    {
        if (!char.IsControl(letter) && Text.Length < Chat.CommandLine.LongestLine)
        {
            Set(Text.Insert(Cursor, letter.ToString()), Cursor + 1);
        }
    }

    private void Remove(int from, int to) => Set(Text.Remove(from, to - from), from);

    private void Recall(int wanted)
    {
        if (wanted < 0 || wanted > history.Count)
        {
            return;
        }
        draft = place == history.Count ? Text : draft;
        place = wanted;
        var line = place == history.Count ? draft : history[place];
        Set(line, line.Length);
    }

    private void Complete(int step)
    {
        if (offer < 0)
        {
            afterOffer = Text[Cursor..];
            offers = complete(Text[..Cursor]);
            offer = step > 0 ? -1 : 0;
        }
        if (offers.Count == 0)
        {
            offer = -1;
            return;
        }
        offer = (offer + step + offers.Count) % offers.Count;
        Set(offers[offer] + afterOffer, offers[offer].Length);
    }

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }
        return start;
    }

    // By whole characters as people see them, so that an accent or an emoji is never torn apart.
    private int Before(int index)
    {
        var start = 0;
        for (var next = 0; next < index; next += StringInfo.GetNextTextElementLength(Text, next))
        {
            start = next;
        }
        return start;
    }

    private int After(int index) =>
        index >= Text.Length ? Text.Length : index + StringInfo.GetNextTextElementLength(Text, index);

    private void Set(string text, int cursor)
    {
        Text = text;
        Cursor = cursor;
    }
}
