using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>
/// A plain sentence in which the authors always speak in one way: "this paper", "our study", "the authors" and "I"
/// become "we", and the adverbs between "we" and its verb are gone. So one cue, "we introduc*", finds "This paper
/// therefore introduces" and "we also briefly introduce".
/// </summary>
internal static class AuthorVoice
{
    private static readonly FrozenSet<string> Works = Set(
        "paper work article study survey investigation thesis dissertation report letter research chapter review book note "
            + "tutorial manuscript authors author contribution position"
    );

    private static readonly FrozenSet<string> Pointers = Set("this the our present current these");

    private static readonly FrozenSet<string> Adverbs = Set(
        "also further then first here thus therefore hence next now finally instead thereby now both not only have has had "
            + "will shall can could be been are is"
    );

    /// <param name="plain">As <see cref="PlainText"/> writes it.</param>
    public static string Of(string plain)
    {
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<string>(words.Length) { "" };
        for (var i = 0; i < words.Length; i++)
        {
            var subject = SubjectLength(words, i);
            if (subject == 0)
            {
                kept.Add(words[i]);
                continue;
            }
            kept.Add("we");
            i += subject - 1;
            while (i + 1 < words.Length && (Adverbs.Contains(words[i + 1]) || IsAdverb(words[i + 1])))
            {
                i++;
            }
        }
        kept.Add("");
        return string.Join(' ', kept);
    }

    private static int SubjectLength(string[] words, int i)
    {
        if (words[i] is "we" or "i")
        {
            return 1;
        }
        var pointers = 0;
        while (i + pointers < words.Length && Pointers.Contains(words[i + pointers]))
        {
            pointers++;
        }
        // "In this paper we": the "we" that follows is the subject.
        return
            pointers > 0
            && i + pointers < words.Length
            && Works.Contains(words[i + pointers])
            && (i == 0 || words[i - 1] is not ("in" or "of"))
            ? pointers + 1
            : 0;
    }

    private static bool IsAdverb(string word) =>
        word.Length > 4
        && word.EndsWith("ly", StringComparison.Ordinal)
        && word is not ("apply" or "supply" or "rely" or "comply" or "imply");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
