using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>Numbers that stand in a row: "2.1 %, 1.5 % and 2.3 %", "7.3%/3.2%".</summary>
internal static class NumberLists
{
    /// <summary>The row that the number is part of, in order; at least the number itself.</summary>
    public static List<Quantity> Around(NumberSentence sentence, Quantity number)
    {
        var all = sentence.Quantities;
        var first = all.IndexOf(number);
        var last = first;
        while (first > 0 && AreLinked(sentence, all[first - 1], all[first]))
        {
            first--;
        }
        while (last + 1 < all.Count && AreLinked(sentence, all[last], all[last + 1]))
        {
            last++;
        }
        return all.GetRange(first, last - first + 1);
    }

    private static bool AreLinked(NumberSentence sentence, Quantity one, Quantity next)
    {
        var token = one.Last + 1;
        if (sentence.IsMark(token, ",/&"))
        {
            token++;
        }
        if (sentence.Word(token) is "and" or "or")
        {
            token++;
        }
        while (token < next.First && sentence.IsMark(token, "+~≈±$"))
        {
            token++;
        }
        return token > one.Last + 1
            && token == next.First
            && (one.Unit is null || next.Unit is null || one.Unit == next.Unit);
    }
}

/// <summary>Data sets that stand in a row: "on CIFAR-10, CIFAR-100 and the ImageNet benchmark".</summary>
internal static class DataSetLists
{
    private const int MostWordsBefore = 4;

    private static readonly PlacedDataSet Unknown = new("", -1, -1);

    private static readonly FrozenSet<string> Prepositions = NumberSentence.Set("on over in for across at using");

    private static readonly FrozenSet<string> Before = NumberSentence.Set(
        "the a both challenging standard public popular large-scale widely widely-used benchmark benchmarks dataset datasets full "
            + "held-out test well-known original new hard real-world large public publicly-available available used and tasks difficult"
    );

    private static readonly FrozenSet<string> Nouns = NumberSentence.Set(
        "dataset datasets benchmark benchmarks corpus test set sets validation val dev test-dev split leaderboard data task tasks "
            + "challenge minival"
    );

    public static bool IsPreposition(NumberSentence sentence, int token) => sentence.Is(token, Prepositions);

    public static bool IsNoun(NumberSentence sentence, int token) => sentence.Is(token, Nouns);

    /// <summary>
    /// The row that begins at a token, words such as "the challenging" allowed for, and its last token. A row with a name
    /// that is not known as a data set is longer by one without a name.
    /// </summary>
    public static (List<PlacedDataSet> DataSets, int Last) From(NumberSentence sentence, int token)
    {
        for (var most = token + MostWordsBefore; token < most && sentence.DataSetFrom(token) is null; token++)
        {
            if (!sentence.Is(token, Before))
            {
                return ([], token);
            }
        }
        var found = new List<PlacedDataSet>();
        var last = token;
        while (sentence.DataSetFrom(token) is { } dataSet)
        {
            found.Add(dataSet);
            last = dataSet.Last;
            while (IsNoun(sentence, last + 1))
            {
                last++;
            }
            token = last + 1;
            token += sentence.IsMark(token, ",/&") ? 1 : 0;
            token += sentence.Word(token) is "and" ? 1 : 0;
            token += sentence.Word(token) is "the" ? 1 : 0;
        }
        // "FFHQ and Places2", of which one is unknown: the row goes on, and nobody can tell which number is whose.
        if (
            found.Count > 0
            && token > last + 1
            && sentence.Word(token - 1) is "and" or "/" or "&"
            && sentence.IsCapital(token)
        )
        {
            found.Add(Unknown);
        }
        return (found, last);
    }
}
