using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: lays the words that were typed over the words of a title, first the same words, then words that were glued or
/// split, then mistyped ones, and says how well they fit. For many titles and one thread.
/// </summary>
internal sealed class TitleAlignment
{
    private const int Nowhere = -1;
    private const float GluedLikeness = 0.97f;
    private const float BegunLikeness = 0.8f;
    private const float NearlySame = 0.9f;
    private const int ShortestBeginning = 3;
    private const int ShortestGlued = 6;
    private const int LongName = 10; // letters; two mistakes in it do not make another one
    private const float LongNameLikeness = 0.7f;
    private const int LongestName = 4; // words; a longer one is a title of its own

    private readonly IReadOnlyList<string> typed;
    private readonly Vocabulary vocabulary;
    private readonly double[] typedWeights;
    private readonly uint[] typedLetters;
    private readonly string compact;
    private readonly Dictionary<string, Look> looks = []; // titles share most of their words
    private readonly int[] places; // of a typed word in the title
    private readonly float[] likeness;
    private Look[] words = [];
    private bool[] taken = [];
    private int left; // typed words without a place

    /// <param name="typed">What was typed as <see cref="Words"/> cuts it.</param>
    /// <param name="vocabulary">How telling a word is.</param>
    public TitleAlignment(IReadOnlyList<string> typed, Vocabulary vocabulary)
    {
        this.typed = typed;
        this.vocabulary = vocabulary;
        typedWeights = [.. typed.Select(word => vocabulary.Weight(word))];
        typedLetters = [.. typed.Select(word => LetterSet.Of(word))];
        compact = string.Concat(typed);
        places = new int[typed.Count];
        likeness = new float[typed.Count];
    }

    public TitleFit Fit(string title)
    {
        words = [.. Words.Of(title).Select(LookAt)];
        taken = new bool[words.Length];
        Array.Fill(places, Nowhere);
        left = typed.Count;
        TakeSame();
        if (left > 0)
        {
            TakeGlued();
            TakeSplit();
            TakeMistyped();
            TakeBegun();
        }
        return Measure(IsName(title));
    }

    private Look LookAt(string word)
    {
        if (!looks.TryGetValue(word, out var look))
        {
            look = new Look(word, vocabulary.Weight(word), Compare(word));
            looks.Add(word, look);
        }
        return look;
    }

    private WordLikeness[]? Compare(string word)
    {
        WordLikeness[]? like = null;
        var letters = LetterSet.Of(word);
        for (var i = 0; i < typed.Count; i++)
        {
            if (
                WordLikeness.IsPossible(typed[i], typedLetters[i], word, letters)
                && WordLikeness.Of(typed[i], word) is { Value: > 0 } one
            )
            {
                like ??= new WordLikeness[typed.Count];
                like[i] = one;
            }
        }
        return like;
    }

    private void TakeSame()
    {
        var last = Nowhere;
        for (var i = 0; i < typed.Count; i++)
        {
            var place = FindSame(i, last + 1, words.Length);
            place = place == Nowhere ? FindSame(i, 0, last + 1) : place;
            if (place != Nowhere)
            {
                Take(i, place, 1);
                last = place;
            }
        }
    }

    private int FindSame(int i, int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            if (!taken[j] && words[j].Like is { } like && like[i].Value == 1)
            {
                return j;
            }
        }
        return Nowhere;
    }

    // "efficient net" for EfficientNet
    private void TakeGlued()
    {
        for (var i = 0; i + 1 < typed.Count; i++)
        {
            if (
                places[i] == Nowhere
                && places[i + 1] == Nowhere
                && FindGlued(typed[i] + typed[i + 1]) is var place and not Nowhere
            )
            {
                Take(i, place, GluedLikeness);
                Take(i + 1, place, GluedLikeness);
            }
        }
    }

    private int FindGlued(string glued)
    {
        for (var j = 0; j < words.Length; j++)
        {
            if (!taken[j] && IsNearly(glued, words[j].Word))
            {
                return j;
            }
        }
        return Nowhere;
    }

    // "ResNet50" for ResNet-50
    private void TakeSplit()
    {
        for (var i = 0; i < typed.Count; i++)
        {
            for (var j = 0; places[i] == Nowhere && j + 1 < words.Length; j++)
            {
                if (
                    !taken[j]
                    && !taken[j + 1]
                    && Math.Abs(words[j].Word.Length + words[j + 1].Word.Length - typed[i].Length) < 2
                    && IsNearly(typed[i], words[j].Word + words[j + 1].Word)
                )
                {
                    Take(i, j, GluedLikeness);
                    taken[j + 1] = true;
                }
            }
        }
    }

    private static bool IsNearly(string one, string other) =>
        one == other || (one[0] == other[0] && IsLikeName(one, other));

    private static bool IsLikeName(string one, string other) =>
        one.Length >= ShortestGlued
        && WordLikeness.Of(one, other).Value > (one.Length < LongName ? NearlySame : LongNameLikeness);

    // The likeliest pair first, so that no word takes the place of one that fits better.
    private void TakeMistyped()
    {
        while (left > 0)
        {
            var best = (Likeness: 0f, Typed: 0, Place: 0);
            for (var j = 0; j < words.Length; j++)
            {
                for (var i = 0; words[j].Like is { } like && !taken[j] && i < typed.Count; i++)
                {
                    if (
                        places[i] == Nowhere
                        && like[i].Value > best.Likeness
                        && (!like[i].NeedsPlace || IsInPlace(i, j))
                    )
                    {
                        best = (like[i].Value, i, j);
                    }
                }
            }
            if (best.Likeness == 0)
            {
                return;
            }
            Take(best.Typed, best.Place, best.Likeness);
        }
    }

    private bool IsInPlace(int i, int j) =>
        (i > 0 && places[i - 1] is var before and not Nowhere && j - before is 1 or 2)
        || (i + 1 < typed.Count && places[i + 1] is var after and not Nowhere && after - j is 1 or 2)
        || (i == 0 && j == 0);

    // The last word may still be unfinished.
    private void TakeBegun()
    {
        var last = typed.Count - 1;
        if (places[last] != Nowhere || typed[last].Length < ShortestBeginning)
        {
            return;
        }
        for (var j = 0; j < words.Length; j++)
        {
            if (!taken[j] && words[j].Word.StartsWith(typed[last], StringComparison.Ordinal))
            {
                Take(last, j, BegunLikeness);
                return;
            }
        }
    }

    private void Take(int i, int place, float like)
    {
        places[i] = place;
        likeness[i] = like;
        taken[place] = true;
        left--;
    }

    private TitleFit Measure(bool isName)
    {
        var had = 0.0;
        var missing = 0.0;
        var total = 0.0;
        var follow = 0;
        var lost = 0;
        var strange = 0;
        for (var i = 0; i < typed.Count; i++)
        {
            var place = places[i];
            var weight = place == Nowhere ? typedWeights[i] : words[place].Weight;
            total += weight;
            had += place == Nowhere ? 0 : weight * likeness[i];
            if (place == Nowhere && !IndexText.IsTooCommon(typed[i]))
            {
                missing += weight;
                lost++;
                strange += typed[i].Length < ShortestBeginning || vocabulary.Titled(typed[i]) == 0 ? 1 : 0;
            }
            follow += i > 0 && Follows(places[i - 1], place) ? 1 : 0;
        }
        var titleTotal = 0.0;
        var titleHad = 0.0;
        var dropped = 0;
        for (var j = 0; j < words.Length; j++)
        {
            titleTotal += words[j].Weight;
            titleHad += taken[j] ? words[j].Weight : 0;
            dropped += taken[j] ? 0 : 1;
        }
        return new TitleFit(
            total == 0 ? 0 : had / total,
            total == 0 ? 1 : missing / total,
            titleTotal == 0 ? 0 : titleHad / titleTotal,
            typed.Count < 2 ? 1 : (double)follow / (typed.Count - 1),
            dropped,
            typed.Count - left,
            lost,
            strange,
            isName
        );
    }

    // With at most one word left out between them.
    private static bool Follows(int before, int place) =>
        before != Nowhere && place != Nowhere && place - before is >= 0 and <= 2;

    private bool IsName(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || Words.Of(title[..colon]) is not { Count: > 0 and <= LongestName } nameWords)
        {
            return false;
        }
        var name = string.Concat(nameWords);
        return name == compact || IsLikeName(compact, name);
    }

    /// <param name="Like">How like it is to each typed word; null where it is like none.</param>
    private sealed record Look(string Word, double Weight, WordLikeness[]? Like);
}
