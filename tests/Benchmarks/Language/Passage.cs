using System.Text;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Language;

/// <summary>A text and the sentences in it, as a person or another program sees them.</summary>
internal sealed record Passage(string Text, IReadOnlyList<Sentence> Sentences)
{
    private const string Bullet = "• ";
    private const string LineBullet = "- ";

    /// <summary>
    /// One sentence a line, a blank line between passages, "#" before a remark. Sentences are joined by a blank; by a line
    /// break where a line ends in <c>\n</c>; by nothing where a line begins with "+". A bullet that begins a line is text
    /// between two sentences.
    /// </summary>
    public static List<Passage> Read(string file)
    {
        var passages = new List<Passage>();
        var lines = new List<string>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.Length > 0)
            {
                lines.Add(line);
                continue;
            }
            lines.RemoveAll(remark => remark.StartsWith('#'));
            if (lines.Count > 0)
            {
                passages.Add(OfLines(lines));
                lines.Clear();
            }
        }
        return passages;
    }

    /// <summary>Sentences that somebody else has split, joined by blanks.</summary>
    public static Passage Joined(IEnumerable<string> sentences) =>
        OfLines([.. sentences.Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)], raw: true);

    private static Passage OfLines(List<string> lines, bool raw = false)
    {
        var text = new StringBuilder();
        var sentences = new List<Sentence>();
        foreach (var given in lines)
        {
            var line = raw ? given : given.Replace("\\n", "\n", StringComparison.Ordinal);
            var glued = !raw && line[0] == '+';
            line = glued ? line[1..] : line;
            if (text.Length > 0 && !glued && text[^1] != '\n')
            {
                text.Append(' ');
            }
            var bullet = raw ? "" : BulletOf(line);
            text.Append(bullet);
            var sentence = line[bullet.Length..].TrimEnd('\n');
            sentences.Add(new Sentence(sentences.Count + 1, text.Length, sentence));
            text.Append(line.AsSpan(bullet.Length));
        }
        return new Passage(text.ToString(), sentences);
    }

    private static string BulletOf(string line) =>
        line.StartsWith(Bullet, StringComparison.Ordinal) ? Bullet
        : line.StartsWith(LineBullet, StringComparison.Ordinal) ? LineBullet
        : "";
}
