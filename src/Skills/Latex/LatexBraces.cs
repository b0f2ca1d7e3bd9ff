using System.Buffers;

namespace PaperBot.Skills.Latex;

/// <summary>Which brace closes which, found once when first asked, and what is to be written for a closing one.</summary>
internal sealed class LatexBraces(string text)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\{}");

    private readonly Dictionary<int, string> replaced = [];
    private Dictionary<int, int>? closes;

    /// <returns>-1 where the brace is never closed.</returns>
    public int CloseOf(int open) => (closes ??= Match()).GetValueOrDefault(open, -1);

    /// <summary>When the decoder comes to this closing brace, it writes this in its place.</summary>
    public void Replace(int close, string decoded) => replaced[close] = decoded;

    public string? TextAt(int close) => replaced.GetValueOrDefault(close);

    private Dictionary<int, int> Match()
    {
        var found = new Dictionary<int, int>();
        var open = new Stack<int>();
        var i = 0;
        while (text.AsSpan(i).IndexOfAny(Signs) is >= 0 and var step)
        {
            i += step;
            if (text[i] == '{')
            {
                open.Push(i);
            }
            else if (text[i] == '}' && open.TryPop(out var start))
            {
                found[start] = i;
            }
            else if (text[i] == '\\')
            {
                i++; // \{ and \} are signs, not groups
            }
            if (++i >= text.Length)
            {
                break;
            }
        }
        return found;
    }
}
