namespace PaperBot.Skills.Language.OneSentence;

/// <summary>How much each sentence has in common with the others.</summary>
internal static class Centrality
{
    /// <returns>The mean, over the others, of the cosine of their sets of words, 0 to 1.</returns>
    public static float[] Of(PlacedWord[][] sentences)
    {
        var sets = sentences.Select(words => words.Select(word => word.Stem).ToHashSet()).ToArray();
        var central = new float[sets.Length];
        for (var i = 0; i < sets.Length; i++)
        {
            for (var j = i + 1; j < sets.Length; j++)
            {
                var (small, large) = sets[i].Count < sets[j].Count ? (sets[i], sets[j]) : (sets[j], sets[i]);
                var both = 0;
                foreach (var stem in small)
                {
                    both += large.Contains(stem) ? 1 : 0;
                }
                var share = both / MathF.Sqrt(Math.Max(1, sets[i].Count * sets[j].Count));
                central[i] += share / sets.Length;
                central[j] += share / sets.Length;
            }
        }
        return central;
    }
}
