using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Storage;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>What is kept about a person, and that nothing of it is left when they ask to be forgotten.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly PersonalDataStore data;

    public PersonalDataTests() => data = new PersonalDataStore(library.Database);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Everything_is_counted()
    {
        await FillAsync(Mina, "Mina");

        Assert.Equal(
            new PersonalData(Follows: 2, Notes: 1, Saved: 1, Votes: 2, Servers: 2, Digests: 1, UsageDays: 1),
            data.Of(Mina)
        );
        Assert.True(data.Of(Jo).IsNothing);
    }

    [Fact]
    public async Task Forgotten_is_everything_of_that_person_and_nothing_of_others()
    {
        await FillAsync(Mina, "Mina");
        await FillAsync(Jo, "Jo");
        var before = data.Of(Jo);

        Assert.Equal(2, data.Forget(Mina).Follows);

        Assert.True(data.Of(Mina).IsNothing);
        Assert.Equal(before, data.Of(Jo));
        Assert.True(data.Forget(Mina).IsNothing); // once more changes nothing
    }

    [Fact]
    public async Task No_table_with_people_in_it_is_left_out()
    {
        await FillAsync(Mina, "Mina");
        var tables = TablesWithPeople();
        Assert.All(tables, table => Assert.True(Rows(table) > 0, $"The test puts nobody into {table}"));

        data.Forget(Mina);

        Assert.All(tables, table => Assert.Equal(0, Rows(table)));
    }

    [Fact]
    public async Task No_byte_of_the_id_is_left_in_the_librarys_files()
    {
        var chance = new Random(1);
        foreach (var round in Enumerable.Range(0, 40))
        {
            var other = new Person(
                "discord",
                (100_000_000_000_000_000 + chance.NextInt64(1L << 50)).ToString(CultureInfo.InvariantCulture)
            );
            await FillAsync(other, new string('o', chance.Next(1, 60)), round);
            await FillAsync(Mina, new string('m', chance.Next(1, 60)), round);
        }
        Assert.True(Bytes(Mina.User) > 0);

        data.Forget(Mina);

        Assert.Equal(0, Bytes(Mina.User));
        SqliteConnection.ClearAllPools();
        Assert.Equal(0, Bytes(Mina.User));
        Assert.Null(library.Database.Damage());
    }

    [Fact]
    public void No_byte_is_left_of_what_was_deleted_at_any_time_before()
    {
        using (var connection = library.Database.Open())
        {
            connection.Run("PRAGMA secure_delete = OFF"); // as a program would that does not care
            foreach (var i in Enumerable.Range(0, 500))
            {
                connection.Run(
                    "INSERT INTO team_votes VALUES ('discord', ?1, ?2, ?3, '2026-01-06T00:00:00Z')",
                    Server,
                    i % 2 == 0 ? Mina.User : Jo.User,
                    $"2601.{i:00000}"
                );
            }
            connection.Run("DELETE FROM team_votes WHERE user = ?1", Mina.User);
            connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Assert.True(Bytes(Mina.User) > 0);

        Assert.True(data.Forget(Mina).IsNothing);

        Assert.Equal(0, Bytes(Mina.User));
        Assert.Equal(250, data.Of(Jo).Votes);
        Assert.Null(library.Database.Damage());
    }

    [Fact]
    public async Task What_servers_and_months_used_of_the_model_stays_without_the_person()
    {
        await FillAsync(Mina, "Mina");
        await FillAsync(Jo, "Jo");
        var ledger = Ledger();
        var before = ledger.ThisMonth(server: $"discord:{Server}");

        data.Forget(Mina);

        Assert.Equal(before, ledger.ThisMonth(server: $"discord:{Server}"));
        Assert.Equal(0, ledger.ThisMonth(user: $"discord:{Mina.User}").Calls);
    }

    [Fact]
    public async Task A_digest_is_still_readable_and_names_the_others()
    {
        await FillAsync(Mina, "Mina");

        data.Forget(Mina);

        using var connection = library.Database.Open();
        var content = DigestContent.FromJson(connection.Text("SELECT content FROM digest_posts")!);
        Assert.Equal("Somebody else", Assert.Single(content.Picks[0].Readers).Name);
    }

    private async Task FillAsync(Person person, string name, int round = 0)
    {
        var follows = new FollowStore(library.Database, library.Clock);
        follows.RemoveAll(person); // within the limit, and so that there is something to overwrite
        follows.Add(person, Server, name, FollowWish.Topic($"widgets {round}x"), mention: true, note: true);
        follows.Add(person, "", name, FollowWish.Author("Ada Example"), mention: false, note: true);
        library.Clock.Advance(TimeSpan.FromSeconds(1));
        if (round % 20 == 0)
        {
            await library.KeepAsync(Record($"Sparse Widgets {round}x {person.User[^4..]}", authors: "Ada Example"));
        }
        var notes = new FollowNotes(library.Database, library.Clock);
        notes.Plan(["discord"]);
        var paper = PaperId.Stored(string.Create(CultureInfo.InvariantCulture, $"2601.{round:00000}"));
        new SavedPapers(library.Database, library.Clock).Save(person, Server, paper);
        var votes = new TeamVotes(library.Database, library.Clock);
        votes.Toggle(person, Server, paper);
        votes.Toggle(person, "another", paper);
        var ledger = Ledger();
        ledger.Settle(
            ledger.Reserve("ask", new Payer($"discord:{Server}", $"discord:{person.User}"), 10, 10),
            10,
            10,
            isEstimate: false
        );
        Post(person, name);
    }

    private void Post(Person person, string name)
    {
        var digests = new DigestStore(library.Database, library.Clock);
        var digest = digests.Set("discord", Server, $"channel of {name}", new DigestSettings());
        var outbox = new DigestOutbox(library.Database, library.Clock);
        var day = DateOnly.FromDateTime(library.Clock.GetUtcNow().UtcDateTime);
        outbox.Plan(
            digest,
            new DigestContent(
                day,
                [
                    new DigestPick(1, $"p{Guid.NewGuid():N}", Guid.NewGuid().ToString(), null, "", null, "", "", false)
                    {
                        Readers =
                        [
                            new DigestReader(person.User, name, true),
                            new DigestReader("333333333333333333", "Somebody else", false),
                        ],
                    },
                ],
                null
            ),
            null,
            null,
            []
        );
    }

    private ModelLedger Ledger() =>
        new(library.Database, Options.Create(new ModelOptions()), library.Clock, NullLogger<ModelLedger>.Instance);

    private List<string> TablesWithPeople()
    {
        using var connection = library.Database.Open();
        return connection.Rows(
            """
            SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND c.name IN ('user', 'users', 'user_id', 'person', 'author_id', 'asker') ORDER BY 1
            """,
            reader => reader.GetString(0)
        );
    }

    private long Rows(string table)
    {
        using var connection = library.Database.Open();
        return connection.Number($"SELECT count(*) FROM {table} WHERE user LIKE ?1", $"%{Mina.User}");
    }

    // In the file, its write-ahead log and its index.
    private int Bytes(string text) =>
        Directory
            .EnumerateFiles(library.Folder)
            .Sum(file =>
            {
                var bytes = ReadAll(file).AsSpan();
                var sought = Encoding.UTF8.GetBytes(text);
                var count = 0;
                while (bytes.IndexOf(sought) is >= 0 and var place)
                {
                    count++;
                    bytes = bytes[(place + sought.Length)..];
                }
                return count;
            });

    private static byte[] ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
