using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Language;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Ask;

/// <summary>A question to the sentences of the library that answer it, or to the admission that it does not know.</summary>
public sealed class AskSkill
{
    private const int Candidates = 40; // papers whose sentences are looked at
    private const int ReadClosely = 12; // of them, by the best sentence
    private const int MostCorrections = 4; // each is a search

    /// <summary>How long an answer may take that a model writes.</summary>
    public static TimeSpan Patience => AskWriter.Patience;

    private readonly Database database;
    private readonly SearchSkill search;
    private readonly WordCounts counts;
    private readonly PaperStore store;
    private readonly AskWriter? writer;

    internal AskSkill(
        Database database,
        SearchSkill search,
        WordCounts counts,
        PaperStore store,
        AskWriter? writer = null
    )
    {
        this.database = database;
        this.search = search;
        this.counts = counts;
        this.store = store;
        this.writer = writer;
    }

    /// <summary>By the model where there is one and what it writes holds, else by PaperBot's own engine.</summary>
    /// <param name="soFar">Hears the sentences that are ready while more is written; null where nobody listens.</param>
    public async Task<AskAnswer> WriteAsync(
        string question,
        Payer payer,
        Action<IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        var own = Ask(question, ct);
        if (writer is null || own.Words.Count == 0)
        {
            return new AskAnswer(own, null, [], null);
        }
        try
        {
            var written = await writer.WriteAsync(own, payer, soFar, ct);
            return new AskAnswer(
                own,
                written,
                [.. written.Papers.Select(id => store.Get(PaperId.Stored(id))).OfType<Paper>()],
                null
            );
        }
        catch (ModelException e)
        {
            return new AskAnswer(own, null, [], e.Trouble == ModelTrouble.NotConfigured ? null : e.Message);
        }
    }

    [KernelFunction("ask")]
    [Description(
        "Answers a question with up to five sentences from abstracts of the library, quoted as they stand, each with its paper "
            + "and its number in the abstract; with none where the library does not know."
    )]
    public Answer Ask(
        [Description("The question, in English, such as: How do graph neural networks save memory?")] string question,
        CancellationToken ct = default
    )
    {
        var asked = Question.From(question);
        var answer = new Answer
        {
            Question = asked.Text,
            Words = [.. asked.Words.Where(word => !word.IsSoft).Select(word => word.Text).Distinct()],
            IsForeign = asked.IsForeign,
            AsksForPeopleOrDays = asked.AsksForPeopleOrDays,
        };
        if (asked.Words.Count == 0)
        {
            return answer;
        }
        var weighed = Weigh(asked, ct);
        answer = answer with
        {
            Unknown = [.. weighed.Words.Where(word => word.Papers == 0).Select(word => word.Word.Text).Distinct()],
            Read = weighed
                .Words.Where(word => word.Papers > 0 && word.Stem != word.Word.Stem)
                .DistinctBy(word => word.Word.Text)
                .ToDictionary(word => word.Word.Text, word => word.Meant),
        };
        // A name that nobody has is what the question is about: no sentence can answer it.
        if (
            weighed.Words.All(word => word.Papers == 0)
            || weighed.Words.Any(word => word.Papers == 0 && word.Word.IsName)
        )
        {
            return answer;
        }
        return answer with { Sentences = Find(asked, weighed, ct) };
    }

    private IReadOnlyList<AnswerSentence> Find(Question asked, WeighedQuestion weighed, CancellationToken ct)
    {
        var words = string.Join(' ', weighed.Words.Where(word => word.Papers > 0).Select(word => word.Meant));
        var papers = search
            .Search(words, Candidates, ct)
            .Select(hit => SentenceScore.Of(hit.Paper, weighed))
            .Where(sentences => sentences.Exists(sentence => Knowledge.Suffices(sentence, weighed)))
            .OrderByDescending(sentences => sentences.Max(sentence => sentence.Score))
            .Take(ReadClosely)
            .ToList();
        ct.ThrowIfCancellationRequested();
        var fitting = papers.SelectMany(sentences => Fitted(sentences, asked.Kind, weighed));
        return
        [
            .. AnswerChoice
                .Of(fitting)
                .Select(one => new AnswerSentence(one.Paper, one.Sentence.Number, one.Sentence.Text)),
        ];
    }

    private static IEnumerable<ScoredSentence> Fitted(
        List<ScoredSentence> sentences,
        QuestionKind kind,
        WeighedQuestion weighed
    )
    {
        var paper = sentences[0].Paper;
        var read = Reading.Of(paper.Title, paper.Abstract).Sentences;
        return sentences
            .Where(sentence => Knowledge.Suffices(sentence, weighed))
            .Select(sentence =>
                sentence with
                {
                    Score = sentence.Score + SentenceScore.Fit(read[sentence.Sentence.Number - 1], kind, weighed),
                }
            );
    }

    private WeighedQuestion Weigh(Question asked, CancellationToken ct)
    {
        using var connection = database.Open();
        var papers = counts.Total(connection);
        var words = new List<WeighedWord>(asked.Words.Count);
        var left = MostCorrections;
        foreach (var word in asked.Words)
        {
            if (word.IsSoft && counts.Of(connection, word.Stem) == 0)
            {
                continue;
            }
            var having = counts.Of(connection, word.Stem);
            if (having == 0 && left-- > 0 && Spelling.Meant(word, search, ct) is { } meant)
            {
                words.Add(Weighed(word, meant, counts.Of(connection, Stem.Of(meant))));
            }
            else
            {
                words.Add(Weighed(word, word.Word, having));
            }
        }
        return new WeighedQuestion(words);

        WeighedWord Weighed(QuestionWord word, string meant, long having) =>
            new(word, meant, Stem.Of(meant), WordCounts.Weight(papers, having), having);
    }
}
