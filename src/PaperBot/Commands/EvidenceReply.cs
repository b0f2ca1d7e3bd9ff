using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

/// <summary>Pure: an answer sentence by sentence, each with what the abstract says.</summary>
internal static class EvidenceReply
{
    /// <param name="papers">Those that the library still has.</param>
    /// <param name="texts">The abstract by paper's id; null where the library has it no more.</param>
    public static Reply For(
        KeptAnswer answer,
        IReadOnlyList<Paper> papers,
        IReadOnlyDictionary<string, string?> texts
    ) =>
        Reply(answer.Parts, answer.Papers, texts, papers) with
        {
            Title = $"Evidence for answer {answer.Id}",
            Notes = [.. Passport(answer, papers)],
        };

    /// <summary>Of PaperBot's own engine.</summary>
    public static Reply For(IReadOnlyList<Paper> papers, IReadOnlyList<WrittenPart> parts) =>
        Reply(
            parts,
            [.. papers.Select(paper => paper.Id.Value)],
            papers.ToDictionary(paper => paper.Id.Value, paper => (string?)paper.Abstract),
            papers
        ) with
        {
            Title =
                papers.Count == 1 ? $"Evidence for the summary of {papers[0].Title}" : "Evidence for the comparison",
            Notes =
            [
                $"Made by {Summary.OwnEngine}: words of the abstracts, some left out, none added.",
                .. PaperNotes.SampleIfAny(papers),
            ],
        };

    private static Reply Reply(
        IReadOnlyList<WrittenPart> parts,
        IReadOnlyList<string> order,
        IReadOnlyDictionary<string, string?> texts,
        IReadOnlyList<Paper> papers
    )
    {
        var sentences = texts.ToDictionary(
            text => text.Key,
            text => text.Value is null ? [] : Sentences.Of(text.Value)
        );
        return new Reply
        {
            Private = true,
            Link = papers is [var only] ? only.Link : null,
            Fields = [.. parts.Select((part, i) => new ReplyField(Name(part, i), Told(part, order, sentences), []))],
        };
    }

    private static string Name(WrittenPart part, int index)
    {
        var name =
            part.Label.Length > 0 ? part.Label : string.Create(CultureInfo.InvariantCulture, $"Sentence {index + 1}");
        name = part.Column is { } column ? $"{name}, {(char)('A' + column)}" : name;
        return part.IsOwn ? $"{name} (quoted)" : name;
    }

    private static string Told(
        WrittenPart part,
        IReadOnlyList<string> order,
        Dictionary<string, IReadOnlyList<Sentence>> sentences
    ) =>
        string.Join(
            '\n',
            part.Support.Select(support =>
                    $"[{(order.Count > 1 && part.Column is null ? $"{Place(order, support.Paper)}, " : "")}{support.Sentence}] "
                    + (
                        sentences.GetValueOrDefault(support.Paper) is { } known && support.Sentence <= known.Count
                            ? known[support.Sentence - 1].Text
                            : "The library no longer has this abstract."
                    )
                )
                .Prepend($"“{part.Text}”")
        );

    private static int Place(IReadOnlyList<string> order, string paper) => order.IndexOf(paper) + 1;

    private static IEnumerable<string> Passport(KeptAnswer answer, IReadOnlyList<Paper> papers)
    {
        yield return PaperNotes.WrittenBy(answer);
        foreach (var paper in papers)
        {
            var version = answer.Versions[answer.Papers.IndexOf(paper.Id.Value)];
            if (paper.Version > version)
            {
                yield return $"There is a newer version of {paper.Id} by now ({paper.Version}); ask again for an answer from it.";
            }
        }
        if (answer.WithdrawnAt is { } withdrawn)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"It was reported as mistaken on {withdrawn:yyyy-MM-dd} and is shown to nobody any more."
            );
        }
    }

    private static int IndexOf(this IReadOnlyList<string> list, string value)
    {
        var place = 0;
        while (place < list.Count && list[place] != value)
        {
            place++;
        }
        return place < list.Count ? place : -1;
    }
}
