namespace PaperBot.Skills.Papers;

/// <summary>A title as its bare words, by which two spellings of one title are the same.</summary>
public static class TitleKey
{
    /// <summary>
    /// Lower-case words (see <see cref="Words"/>) joined by single blanks. A title without a letter or digit is its own key.
    /// </summary>
    public static string Of(string title)
    {
        Span<char> word = stackalloc char[Words.LongestWord];
        var key = new ValueText(stackalloc char[256]);
        var reader = new WordReader(title, word);
        while (reader.MoveNext())
        {
            key.AppendWord(reader.Current);
        }
        return key.Length > 0 ? key.ToString() : title.Trim();
    }

    private ref struct ValueText(Span<char> room)
    {
        private Span<char> room = room;

        public int Length { get; private set; }

        public void AppendWord(ReadOnlySpan<char> word)
        {
            if (Length + 1 + word.Length > room.Length)
            {
                var larger = new char[room.Length * 2];
                room[..Length].CopyTo(larger);
                room = larger;
            }
            if (Length > 0)
            {
                room[Length++] = ' ';
            }
            word.CopyTo(room[Length..]);
            Length += word.Length;
        }

        public override readonly string ToString() => room[..Length].ToString();
    }
}
