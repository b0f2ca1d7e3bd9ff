using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

/// <summary>Pure: an answer sentence by sentence, each with what the abstract says.</summary>
internal static class EvidenceReply
{
    private const string Gone = "The library no longer has the abstract as it was.";

    /// <param name="papers">Those that the library still has.</param>
    /// <param name="texts">The abstract by paper's id, as it was when the answer was written; null where the library has it no more.</param>
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
    public static Reply For(IReadOnlyList<Paper> papers, IReadOnlyList<WrittenPart> parts)
    {
        var reply = Reply(
            parts,
            [.. papers.Select(paper => paper.Id.Value)],
            papers.ToDictionary(paper => paper.Id.Value, paper => (string?)paper.Abstract),
            papers
        );
        return reply with
        {
            Title =
                papers.Count == 1 ? $"Evidence for the summary of {papers[0].Title}" : "Evidence for the comparison",
            Text = parts.Count == 0 ? "The abstract holds nothing that could be told, so nothing was." : reply.Text,
            Notes =
            [
                $"Made by {Summary.OwnEngine}: words of the abstracts, some left out, none added.",
                .. PaperNotes.SampleIfAny(papers),
            ],
        };
    }

    private static Reply Reply(
        IReadOnlyList<WrittenPart> parts,
        IReadOnlyList<string> order,
        IReadOnlyDictionary<string, string?> texts,
        IReadOnlyList<Paper> papers
    )
    {
        var isTable = parts.Any(part => part.Column is not null);
        var sentences = texts.ToDictionary(
            text => text.Key,
            text => text.Value is null ? [] : Sentences.Of(text.Value)
        );
        return new Reply
        {
            Private = true,
            Link = papers is [var only] ? only.Link : null,
            Text = order.Count > 1 ? Legend(order, papers, isTable) : "",
            Fields =
            [
                .. parts.Select((part, i) => new ReplyField(Name(part, i, isTable), Told(part, order, sentences), [])),
            ],
        };
    }

    // A, B … are the columns of a table; 1, 2 … the papers under an answer to a question.
    private static string Legend(IReadOnlyList<string> order, IReadOnlyList<Paper> papers, bool isTable) =>
        string.Join(
            '\n',
            order.Select(
                (id, i) =>
                    $"{(isTable ? Letter(i) : Number(i + 1))}: {papers.FirstOrDefault(paper => paper.Id.Value == id)?.Title ?? id}"
            )
        );

    private static string Name(WrittenPart part, int index, bool isTable)
    {
        var name = part.Label.Length > 0 ? part.Label : $"Sentence {Number(index + 1)}";
        name = isTable && part.Column is { } column ? $"{name}, {Letter(column)}" : name;
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
                    $"[{Mark(part, order, support)}] {Said(sentences.GetValueOrDefault(support.Paper), support.Sentence)}"
                )
                .Prepend($"“{part.Text}”")
        );

    // [2] is the second sentence; [1, 2] that of the first paper, where more than one can be meant.
    private static string Mark(WrittenPart part, IReadOnlyList<string> order, Support support) =>
        order.Count > 1 && part.Column is null
            ? $"{Number(order.IndexOf(support.Paper) + 1)}, {Number(support.Sentence)}"
            : Number(support.Sentence);

    private static string Said(IReadOnlyList<Sentence>? known, int number) =>
        known is not null && number <= known.Count ? known[number - 1].Text : Gone;

    private static IEnumerable<string> Passport(KeptAnswer answer, IReadOnlyList<Paper> papers)
    {
        yield return $"{PaperNotes.Origin(answer)}.";
        foreach (var (id, version) in answer.Papers.Zip(answer.Versions))
        {
            if (papers.FirstOrDefault(paper => paper.Id.Value == id)?.Version is { } today && today > version)
            {
                yield return $"There is a newer version of {id} by now ({Number(today)}); ask again for an answer from it.";
            }
        }
        if (answer.WithdrawnAt is { } withdrawn)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"It was reported as mistaken on {withdrawn:yyyy-MM-dd} and is no longer shown to anybody who asks."
            );
        }
    }

    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int IndexOf(this IReadOnlyList<string> list, string value) => list.ToList().IndexOf(value);
}
