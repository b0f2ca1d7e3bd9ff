namespace PaperBot.Skills.Language.OneSentence;

/// <summary>Which words of a sentence a shorter form of it has kept.</summary>
internal static class FormWords
{
    // So many words tell where a form begins.
    private const int Beginning = 3;

    /// <returns>The places of the form's words in the sentence, which has them all in this order.</returns>
    public static int[] PlacesIn(PlacedWord[] whole, PlacedWord[] form)
    {
        var kept = new List<int>(form.Length);
        var at = Start(whole, form);
        foreach (var word in form)
        {
            while (at < whole.Length && whole[at].Stem != word.Stem)
            {
                at++;
            }
            if (at == whole.Length)
            {
                break;
            }
            kept.Add(at++);
        }
        return [.. kept];
    }

    // Lead-ins go as a whole: the form begins where its first words follow each other.
    private static int Start(PlacedWord[] whole, PlacedWord[] form)
    {
        var length = Math.Min(Beginning, form.Length);
        for (var start = 0; start + length <= whole.Length; start++)
        {
            var same = 0;
            while (same < length && whole[start + same].Stem == form[same].Stem)
            {
                same++;
            }
            if (same == length)
            {
                return start;
            }
        }
        return 0;
    }
}
