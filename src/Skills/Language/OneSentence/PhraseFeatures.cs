namespace PaperBot.Skills.Language.OneSentence;

/// <summary>What a whole sentence says: its words, pairs of words, how it begins and ends.</summary>
internal static class PhraseFeatures
{
    public static void Of(PlacedWord[] words, int sentence, int count, List<uint> features)
    {
        features.Clear();
        uint last = 3;
        uint beforeLast = 3;
        for (var i = 0; i < words.Length; i++)
        {
            var stem = words[i].Stem;
            features.Add(FeatureHash.Join(201, stem));
            features.Add(FeatureHash.Join(202, FeatureHash.Join(last, stem)));
            if (i < 4)
            {
                features.Add(FeatureHash.Join(203 + (uint)i, stem));
            }
            if (i is 1 or 2)
            {
                features.Add(
                    FeatureHash.Join(208 + (uint)i, FeatureHash.Join(FeatureHash.Join(beforeLast, last), stem))
                );
            }
            (beforeLast, last) = (last, stem);
        }
        features.Add(FeatureHash.Join(211, last));
        features.Add(FeatureHash.Join(212, (uint)Math.Min(sentence, 8)));
        features.Add(FeatureHash.Join(213, (uint)Math.Min(count - 1 - sentence, 8)));
        features.Add(FeatureHash.Join(214, (uint)Math.Min(words.Length / 4, 15)));
        features.Sort();
        var kept = 0;
        for (var i = 0; i < features.Count; i++)
        {
            if (i == 0 || features[i] != features[i - 1])
            {
                features[kept++] = features[i];
            }
        }
        features.RemoveRange(kept, features.Count - kept);
    }
}
