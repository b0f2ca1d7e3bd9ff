using Microsoft.Data.Sqlite;
using PaperBot.Fakes;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Answers;

public sealed class AnswerBookTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AnswerKey Key = NewAnswer.Key();

    private readonly TempDatabase library = new();
    private readonly AnswerStore store;
    private readonly AnswerBook book;
    private int written;

    public AnswerBookTests()
    {
        store = new AnswerStore(library.Database, library.Clock);
        book = new AnswerBook(store, library.Clock);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Two_hundred_askers_at_once_get_one_answer_that_was_written_once()
    {
        var begun = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 200).Select(_ => Task.Run(() => AskAsync(() => begun.Task))).ToList();
        begun.SetResult();

        var answers = await Task.WhenAll(asked);

        Assert.Equal(1, written);
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
    }

    [Fact]
    public async Task A_restart_writes_nothing_again_and_gives_the_same()
    {
        var first = await AskAsync();

        var later = await AskAsync(of: Restarted());

        Assert.Equal(1, written);
        Assert.Equal(Parts(first), Parts(later));
        Assert.Equal((first.Id, first.WrittenAt, first.Model), (later.Id, later.WrittenAt, later.Model));
        Assert.Equal(["2601.00001"], later.Papers);
    }

    [Fact]
    public async Task Another_abstract_style_language_model_or_prompt_is_another_answer()
    {
        var paper = NewPaper.Like(id: "2601.00001");
        AnswerKey[] keys =
        [
            Key,
            NewAnswer.Key(paper with { Abstract = "We introduce other widgets." }),
            NewAnswer.Key(paper with { Version = 2 }),
            NewAnswer.Key(style: "plain"),
            NewAnswer.Key(language: "German"),
            Key with
            {
                Model = "qwen3",
            },
            Key with
            {
                Prompt = 2,
            },
        ];

        foreach (var key in keys)
        {
            await AskAsync(key: key);
        }

        Assert.Equal(keys.Length, written);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_others_their_answer()
    {
        var writing = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var first = AskAsync(() => writing.Task, ct: impatient.Token);
        var second = AskAsync();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        writing.SetResult();

        Assert.Equal(Parts(await second), Parts(await AskAsync()));
        Assert.Equal(1, written);
    }

    [Fact]
    public async Task A_writer_that_needs_too_long_is_given_up_also_if_it_heeds_no_token()
    {
        var asked = AskAsync(() => new TaskCompletionSource().Task);
        var with = AskAsync();
        await Until(() => written == 1);

        library.Clock.Advance(Patience);

        foreach (var one in new[] { asked, with })
        {
            var late = await Assert.ThrowsAsync<ModelException>(() => one);
            Assert.Equal(
                (ModelTrouble.Late, "The language model did not answer in time"),
                (late.Trouble, late.Message)
            );
        }
        await AskAsync(); // is tried again at once
        Assert.Equal(2, written);
    }

    [Fact]
    public async Task Without_any_patience_left_what_is_kept_is_given_all_the_same()
    {
        var kept = await AskAsync();

        var again = await book.GetOrWriteAsync(Key, _ => throw new NotSupportedException(), TimeSpan.Zero, None);

        Assert.Equal(kept.Id, again.Id);
    }

    [Fact]
    public async Task A_failure_goes_to_all_who_wait_and_is_not_remembered()
    {
        var writing = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 5).Select(_ => AskAsync(() => writing.Task)).ToList();
        writing.SetException(new ModelException(ModelTrouble.Limited, "The language model is not available just now"));

        foreach (var one in asked)
        {
            Assert.Equal(ModelTrouble.Limited, (await Assert.ThrowsAsync<ModelException>(() => one)).Trouble);
        }
        await AskAsync();
        Assert.Equal(2, written);
    }

    [Fact]
    public async Task Nobody_pays_for_the_same_unsupported_answer_again_within_a_day_even_after_a_restart()
    {
        var unsupported = new ModelException(ModelTrouble.Unsupported, "Not supported");
        await Assert.ThrowsAsync<ModelException>(() => AskAsync(() => Task.FromException(unsupported)));

        library.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        var again = await Assert.ThrowsAsync<ModelException>(() => AskAsync(of: Restarted()));
        Assert.Equal((ModelTrouble.Unsupported, 1), (again.Trouble, written));
        Assert.Null(book.Find(Key));

        library.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await AskAsync();
        Assert.Equal(2, written);
        Assert.Equal(answer.Id, book.Find(Key)?.Id);
        Assert.Equal(library.Clock.GetUtcNow(), answer.WrittenAt);
    }

    [Fact]
    public async Task What_was_refused_more_than_a_day_ago_is_tidied_away()
    {
        store.Refuse(NewAnswer.Key(style: "plain"), "Nothing holds");
        library.Clock.Advance(TimeSpan.FromDays(2));

        await AskAsync();

        Assert.Equal(1, Count("answers"));
    }

    [Fact]
    public async Task A_withdrawn_answer_is_refused_and_not_written_again_but_found_by_its_number()
    {
        var answer = await AskAsync();
        Withdraw(answer.Id);

        var refused = await Assert.ThrowsAsync<ModelException>(() => AskAsync(of: Restarted()));

        Assert.Equal(
            (ModelTrouble.Withdrawn, "Somebody reported the language model's answer as mistaken"),
            (refused.Trouble, refused.Message)
        );
        Assert.Equal(1, written);
        Assert.Null(book.Find(Key));
        Assert.NotNull(book.Find(answer.Id)?.WithdrawnAt);
    }

    [Fact]
    public async Task With_an_answer_go_its_translations_also_one_that_is_ready_only_later()
    {
        var original = await AskAsync();
        var german = NewAnswer.Key(language: "German");
        var french = NewAnswer.Key(language: "French");
        await book.GetOrWriteAsync(german, _ => Translation(original), Patience, None);

        Withdraw(original.Id);

        foreach (var key in new[] { german, french })
        {
            var refused = await Assert.ThrowsAsync<ModelException>(() =>
                book.GetOrWriteAsync(key, _ => Translation(original), Patience, None)
            );
            Assert.Equal(ModelTrouble.Withdrawn, refused.Trouble);
        }
    }

    [Fact]
    public async Task A_translation_that_succeeds_after_a_refused_one_still_belongs_to_its_original()
    {
        var original = await AskAsync();
        var german = NewAnswer.Key(language: "German");
        store.Refuse(german, "Nothing holds");
        library.Clock.Advance(TimeSpan.FromDays(1));

        var translation = await book.GetOrWriteAsync(german, _ => Translation(original), Patience, None);

        Assert.Equal(original.Id, translation.TranslationOf);
    }

    [Fact]
    public async Task Two_processes_that_write_the_same_answer_agree_on_one()
    {
        var other = Restarted();
        var both = new TaskCompletionSource();

        var first = AskAsync(() => both.Task);
        var second = AskAsync(() => both.Task, of: other);
        await Until(() => written == 2);
        both.SetResult();

        Assert.Equal((await first).Id, (await second).Id);
        Assert.Equal(1, Count("answers"));
    }

    [Fact]
    public async Task What_another_process_kept_and_somebody_withdrew_meanwhile_is_not_shown()
    {
        var writing = new TaskCompletionSource();
        var asked = AskAsync(() => writing.Task);
        await Until(() => written == 1);
        Withdraw(store.Keep(Key, NewAnswer.Draft()).Answer.Id);

        writing.SetResult();

        Assert.Equal(ModelTrouble.Withdrawn, (await Assert.ThrowsAsync<ModelException>(() => asked)).Trouble);
    }

    [Fact]
    public async Task An_answer_leaves_with_its_paper_and_its_number_is_never_given_again()
    {
        await library.KeepAsync(NewPaper.Record("Sample", "We count.") with { Origin = PaperOrigin.Sample });
        var sample = Assert.Single(library.Store.WithTitle("Sample"));
        var gone = await AskAsync(key: NewAnswer.Key(sample));

        await library.KeepAsync(NewPaper.Record("Real", "We count.", "2601.00009")); // the sample makes room

        Assert.Null(library.Store.Get(sample.Id));
        Assert.Null(book.Find(gone.Id));
        Assert.True((await AskAsync()).Id > gone.Id);
    }

    [Fact]
    public async Task An_answer_from_an_older_version_is_found_by_its_number()
    {
        await library.KeepAsync(NewPaper.Record("One", "We count. It works.", "2601.00001", version: 1));
        var old = await AskAsync(key: NewAnswer.Key(library.Store.Get(PaperId.Stored("2601.00001"))));

        await library.KeepAsync(NewPaper.Record("One", "We count more. It works.", "2601.00001", version: 2));

        Assert.Equal([1], book.Find(old.Id)?.Versions);
        Assert.Null(book.Find(NewAnswer.Key(library.Store.Get(PaperId.Stored("2601.00001")))));
    }

    [Fact]
    public async Task A_library_that_fails_is_said_and_not_hidden()
    {
        using (var connection = library.Database.Open())
        {
            connection.Run("DROP TABLE answer_papers");
        }

        await Assert.ThrowsAsync<SqliteException>(() => AskAsync());
    }

    private Task<KeptAnswer> AskAsync(
        Func<Task>? before = null,
        AnswerKey? key = null,
        AnswerBook? of = null,
        CancellationToken ct = default
    ) =>
        (of ?? book).GetOrWriteAsync(
            key ?? Key,
            async _ =>
            {
                Interlocked.Increment(ref written);
                await (before?.Invoke() ?? Task.CompletedTask);
                return NewAnswer.Draft();
            },
            Patience,
            ct
        );

    private static Task<Draft> Translation(KeptAnswer original) =>
        Task.FromResult(NewAnswer.Draft("Dünne Widgets sparen 37 % Speicher.", original.Id));

    private AnswerBook Restarted() => new(new AnswerStore(TempDatabase.At(library.File), library.Clock), library.Clock);

    private void Withdraw(long id)
    {
        using var connection = library.Database.Open();
        store.Withdraw(connection, id);
    }

    private long Count(string table)
    {
        using var connection = library.Database.Open();
        return connection.Number($"SELECT count(*) FROM {table}");
    }

    private static IEnumerable<string> Parts(KeptAnswer answer) =>
        answer.Parts.Select(part => $"{part.Label} {part.Text} {string.Join(' ', part.Support)}");

    private static async Task Until(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
