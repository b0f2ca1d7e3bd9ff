namespace PaperBot.Skills.Language;

/// <summary>What parts sentences without a full stop: a blank line, an item of a list, a tag that begins or ends a paragraph.</summary>
internal static class SentenceBreak
{
    public const string Bullets = "•‣◦▪●";

    private const string LineBullets = "-*–";

    /// <returns>Where the next sentence begins: behind blanks and bullets.</returns>
    public static int Skip(string text, int position)
    {
        while (
            position < text.Length
            && (char.IsWhiteSpace(text[position]) || IsBullet(text, position) || IsLineBullet(text, position))
        )
        {
            position++;
        }
        return position;
    }

    /// <returns>Where the line ends, if a blank line or an item follows, else -1.</returns>
    public static int AtLine(string text, ref int position)
    {
        var line = position++;
        for (; position < text.Length && char.IsWhiteSpace(text[position]); position++)
        {
            if (text[position] == '\n')
            {
                return line;
            }
        }
        return position < text.Length && IsLineBullet(text, position) ? line : -1;
    }

    /// <returns>Where the bullet stands, if it begins an item, else -1.</returns>
    public static int AtBullet(string text, int bullet) => IsBullet(text, bullet) ? bullet : -1;

    /// <returns>Before a tag that begins a paragraph, behind one that ends one, else -1.</returns>
    public static int AtTag(string text, int start, ref int position)
    {
        var tag = position;
        if (!Tags.IsBlock(text, tag, out var length))
        {
            position++;
            return -1;
        }
        position = tag + length;
        if (tag == start || IsBehindTag(text, start, tag))
        {
            return -1;
        }
        return Tags.Opens(text, tag) ? tag : Closers.SkipRest(text, position);
    }

    // Nothing but a tag stands between the beginning of the sentence and this place.
    private static bool IsBehindTag(string text, int start, int position)
    {
        while (position > start && char.IsWhiteSpace(text[position - 1]))
        {
            position--;
        }
        var open =
            position > start && text[position - 1] == '>'
                ? text.LastIndexOf('<', position - 1, Math.Min(Tags.Longest, position - start))
                : -1;
        return open >= 0 && Tags.IsBlock(text, open, out _);
    }

    // A raised dot in a formula has a number, a sign or a single letter behind it.
    private static bool IsBullet(string text, int position)
    {
        if (!Bullets.Contains(text[position]) || (position > 0 && !char.IsWhiteSpace(text[position - 1])))
        {
            return false;
        }
        var word = Scan.SkipBlanks(text, position + 1);
        return word == text.Length || Scan.WordAt(text, word).Length != 1 || Openers.Has(Scan.WordAt(text, word));
    }

    private static bool IsLineBullet(string text, int position) =>
        LineBullets.Contains(text[position]) && position + 1 < text.Length && text[position + 1] == ' ';
}
