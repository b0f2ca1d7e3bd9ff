using PaperBot.Skills.Ask;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Benchmarks;

/// <summary>
/// <c>quality ask FILE</c>: questions made of papers, which the library can answer, and questions that no library of papers
/// answers: how often the sentence meant is shown, how often something is answered that nobody knows, and how long it takes.
/// </summary>
internal static class QualityAsk
{
    private const int Questions = 500;

    // Nobody asks these of papers, and everybody asks them of bots.
    private static readonly string[] Everyday =
    [
        "What is the capital of France?",
        "Who won the football world cup in 2018?",
        "How do I cook spaghetti carbonara?",
        "What time is it in Tokyo?",
        "Why is the sky blue?",
        "Who painted the Mona Lisa?",
        "How tall is Mount Everest?",
        "What is the meaning of life?",
        "Which vitamins are in oranges?",
        "How do I change a flat bicycle tire?",
        "When was the Berlin wall torn down?",
        "What does a litre of milk cost?",
        "How many moons does Jupiter have?",
        "Who is the president of Brazil?",
        "What is the best restaurant in Rome?",
        "How do I get rid of hiccups?",
        "Which Beatles album came first?",
        "How long do cats live?",
        "What is the boiling point of water at high altitude?",
        "Who wrote Pride and Prejudice?",
        "How do I renew my passport?",
        "What is the airspeed of an unladen swallow?",
        "Why did my girlfriend leave me?",
        "How many calories are in a banana?",
    ];

    private static readonly string[] Nonsense =
    [
        "Zorblatt",
        "Quuxformer",
        "Flimmernet",
        "Brontagrad",
        "Vexolution",
        "Plimsoll9",
    ];

    public static async Task<int> RunAsync(string file)
    {
        using var library = new BenchLibrary();
        await library.TakeInAsync(file);
        var ask = new AskSkill(library.Database, library.Search, new WordCounts(), new PaperStore(library.Database));
        var papers = BenchLibrary.Read(file).Where(paper => paper.Abstract is { Length: > 400 }).ToList();
        var random = new Random(20260106);
        var some = Enumerable.Range(0, Questions).Select(_ => papers[random.Next(papers.Count)]).ToList();

        var sentences = some.Select(paper => (Paper: paper, Sentence: Sentences.Of(PaperText.Clean(paper.Abstract))))
            .ToList();
        foreach (var count in new[] { 3, 5, 8 })
        {
            var asked = sentences
                .Select(one => (one.Paper, Sentence: one.Sentence[random.Next(one.Sentence.Count)]))
                .Select(one => (one.Paper, one.Sentence, Question: FromWords(one.Sentence.Text, count, random)))
                .Where(one => one.Question is not null)
                .ToList();
            TellKnown(
                $"{count} words of a sentence",
                asked.ConvertAll(one => (one.Paper, one.Sentence.Text, one.Question!)),
                ask
            );
        }
        TellKnown(
            "a whole title",
            some.ConvertAll(paper => (paper, "", $"What is known about {PaperText.Clean(paper.Title)}?")),
            ask
        );
        TellKnown(
            "a whole title, one word mistyped",
            some.ConvertAll(paper =>
                (paper, "", $"What is known about {Spoiling.Title(PaperText.Clean(paper.Title), random)}?")
            ),
            ask
        );
        var told = Summarised(file);
        TellKnown("an author's own summary", told, ask);
        TellKnown(
            "5 words of an author's summary",
            [
                .. told.Select(one => (one.Item1, "", FromWords(one.Item3, 5, random)!))
                    .Where(one => one.Item3 is not null),
            ],
            ask
        );
        TellUnknown("everyday questions", Everyday, ask);
        TellUnknown(
            "a name that nobody has",
            [
                .. some.Select(paper =>
                    $"How does {Nonsense[random.Next(Nonsense.Length)]} use {FromWords(PaperText.Clean(paper.Title), 2, random)?[9..]}"
                ),
            ],
            ask
        );
        TellUnknown(
            "two subjects that do not meet",
            [
                .. some.Zip(some.Skip(1))
                    .Select(pair => (One: Rare(pair.First, random), Two: Rare(pair.Second, random)))
                    .Where(pair => pair is { One: not null, Two: not null })
                    .Select(pair => $"How does {pair.One} help {pair.Two}?"),
            ],
            ask
        );
        Percentiles.Measure(
            "ask, 3 to 8 words of a sentence",
            [.. sentences.Select(one => FromWords(one.Sentence[0].Text, random.Next(3, 9), random)).OfType<string>()],
            question => ask.Ask(question)
        );
        Percentiles.Measure(
            "search, the same words",
            [.. sentences.Select(one => FromWords(one.Sentence[0].Text, random.Next(3, 9), random)).OfType<string>()],
            question => library.Search.Search(question[9..])
        );
        Percentiles.Measure(
            "ask, a whole title",
            some.ConvertAll(paper => $"What about {paper.Title}?"),
            question => ask.Ask(question)
        );
        return 0;
    }

    private static void TellKnown(
        string name,
        IReadOnlyList<(PaperRecord Paper, string Sentence, string Question)> asked,
        AskSkill ask
    )
    {
        var answered = 0;
        var first = 0;
        var paper = 0;
        var sentence = 0;
        foreach (var one in asked)
        {
            var found = ask.Ask(one.Question).Sentences;
            var title = TitleKey.Of(PaperText.Clean(one.Paper.Title));
            answered += found.Count > 0 ? 1 : 0;
            first += found.Count > 0 && TitleKey.Of(found[0].Paper.Title) == title ? 1 : 0;
            paper += found.Any(each => TitleKey.Of(each.Paper.Title) == title) ? 1 : 0;
            sentence += found.Any(each => each.Text == one.Sentence) ? 1 : 0;
        }
        Console.WriteLine(
            $"{name, -34} {asked.Count} questions: answered {Percent(answered, asked.Count)}, its paper first {Percent(first, asked.Count)}, its paper among five {Percent(paper, asked.Count)}, its very sentence {Percent(sentence, asked.Count)}"
        );
    }

    // Authors say the same otherwise, where the file has their "tldr".
    private static IReadOnlyList<(PaperRecord, string, string)> Summarised(string file)
    {
        var told = new List<(PaperRecord, string, string)>();
        foreach (var line in Guard.GuardPair.Lines(file))
        {
            if (told.Count < Questions && line.StartsWith('{') && line.Contains("\"tldr\"", StringComparison.Ordinal))
            {
                using var json = System.Text.Json.JsonDocument.Parse(line);
                var title = json.RootElement.GetProperty("title").GetString();
                var text = json.RootElement.TryGetProperty("tldr", out var tldr) ? tldr.GetString() : null;
                if (text is { Length: > 20 } && title is not null)
                {
                    told.Add((new PaperRecord { Origin = PaperOrigin.File, Title = title }, "", text));
                }
            }
        }
        return told;
    }

    private static void TellUnknown(string name, IReadOnlyList<string> questions, AskSkill ask)
    {
        var answered = questions.Where(question => ask.Ask(question).Sentences.Count > 0).ToList();
        Console.WriteLine(
            $"{name, -34} {questions.Count} questions: answered all the same {Percent(answered.Count, questions.Count)}"
        );
        foreach (var question in answered.Take(5))
        {
            Console.WriteLine($"    {question} -> {ask.Ask(question).Sentences[0].Text}");
        }
    }

    // "How does" and telling words of the text, in their order.
    private static string? FromWords(string text, int count, Random random)
    {
        var words = Question.From(text).Words.Select(word => word.Word).Where(word => word.Length > 3).ToList();
        if (words.Count < count)
        {
            return null;
        }
        var places = Enumerable.Range(0, words.Count).OrderBy(_ => random.Next()).Take(count).Order();
        return $"How does {string.Join(' ', places.Select(place => words[place]))}?";
    }

    // Two words of a title that stand next to each other.
    private static string? Rare(PaperRecord paper, Random random)
    {
        var words = Question.From(PaperText.Clean(paper.Title)).Words.Where(word => word.Word.Length > 5).ToList();
        if (words.Count < 2)
        {
            return null;
        }
        var at = random.Next(words.Count - 1);
        return $"{words[at].Word} {words[at + 1].Word}";
    }

    private static string Percent(int part, int all) => all == 0 ? "-" : $"{100.0 * part / all:0.0} %";
}
