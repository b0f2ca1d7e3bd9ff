using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>A word of a sentence as names are written: "CIFAR-10/100", "FB15k-237", "pass@1" is two.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameWord(int Start, int End)
{
    public ReadOnlySpan<char> In(string sentence) => sentence.AsSpan(Start..End);

    /// <summary>All words of a sentence: letters and digits, and what joins them.</summary>
    public static List<NameWord> Of(string sentence)
    {
        var words = new List<NameWord>((sentence.Length / 6) + 4);
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!char.IsLetterOrDigit(sentence[i]))
            {
                continue;
            }
            var (start, end) = (i, i + 1);
            while (
                i < sentence.Length
                && (char.IsLetterOrDigit(sentence[i]) || sentence[i] is '+' or '.' or '/' or '_' or '-')
            )
            {
                end = char.IsLetterOrDigit(sentence[i]) || sentence[i] == '+' ? i + 1 : end;
                i++;
            }
            words.Add(new NameWord(start, end));
        }
        return words;
    }
}
