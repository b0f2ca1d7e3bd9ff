using Microsoft.Data.Sqlite;
using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Tests.Model;

/// <summary>The same with ten thousand cases: <c>tests/Benchmarks -- chaos model</c>.</summary>
public sealed class MisbehavingModelTests(ITestOutputHelper output)
{
    private const int Cases = 96;

    [Fact]
    public async Task Whatever_a_model_does_no_foreign_number_or_name_is_shown()
    {
        Misbehaviour? wrongs = null;
        IReadOnlyList<Paper> about = [];
        var isTable = false;
        await using var bot = new BotWithModel(
            _ => wrongs!.Next(about, isTable),
            new Dictionary<string, string?> { ["Model:TimeoutSeconds"] = "5", ["Chat:CommandsPerMinute"] = "10000" }
        );
        await bot.KeepAsync([.. SampleLibrary.Read()]);
        var papers = SampleLibrary
            .Read()
            .Select(record => bot.Get<PaperStore>().WithTitle(record.Title).Single())
            .ToList();
        wrongs = new Misbehaviour(papers, seed: 20261125);
        for (var i = 0; i < Cases; i++)
        {
            isTable = i % 3 == 1;
            about = isTable ? [papers[i % papers.Count], papers[(i + 7) % papers.Count]] : [papers[i % papers.Count]];
            var line = isTable
                ? $"/compare a:{about[0].Id} b:{about[1].Id}"
                : $"/summarize paper:{about[0].Id} style:{(i % 2 == 0 ? "structured" : "plain")}";

            var reply = await bot.AskAsync(line);

            Assert.True(reply.Ok, reply.Text);
            Assert.Empty(Foreign(reply, about));
            Forget(bot.Get<Database>());
        }
        output.WriteLine(string.Join(", ", wrongs.Done.Select(one => $"{one.Key} {one.Value}")));
    }

    private static IReadOnlyList<string> Foreign(Reply reply, IReadOnlyList<Paper> about) =>
        ForeignThings.In(
            string.Join(
                '\n',
                reply
                    .Fields.Where(field => field.Name is not ("Comparable?" or "Some mention" or "Named in one only"))
                    .Select(field => field.Text)
                    .Concat(reply.Table?.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text)) ?? [])
                    .Prepend(reply.Text)
            ),
            about
        );

    // What was answered is kept: without it each case asks anew.
    private static void Forget(Database database)
    {
        using SqliteConnection connection = database.Open();
        connection.Run("DELETE FROM answers");
    }
}
