using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Sources;

namespace PaperBot.Benchmarks.Digests;

/// <summary>A library with a closed list of papers and digests that are due, in a folder that goes away.</summary>
internal sealed class DueLibrary : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-due-").FullName;
    private readonly Database database;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public DueLibrary() => database = new Database(Options.Create(new LibraryOptions { Path = Path }));

    public string Path => System.IO.Path.Combine(folder, "paperbot.db");

    public async Task FillAsync(int papers) =>
        await new PaperIntake(database, TimeProvider.System).TakeInAsync(
            Enumerable
                .Range(1, papers)
                .Select(number => new ReadPaper(
                    number,
                    new PaperRecord
                    {
                        Origin = PaperOrigin.HuggingFace,
                        ArxivId = PaperId.Stored(string.Create(CultureInfo.InvariantCulture, $"2601.{number:00000}")),
                        Title = $"Widgets of Kind {number}",
                        Abstract =
                            $"We introduce widgets of kind {number}. They cut memory by {number % 90}% on tasks.",
                        Votes = number,
                        Rank = number,
                        ListingDay = HuggingFaceDay.Settled(now.AddHours(-1)),
                    }
                ))
        );

    /// <summary>Set up two hours ago.</summary>
    /// <param name="due">A minute of today; null: the last one.</param>
    public void Add(ulong server, ulong channel, DigestSettings settings, DateTimeOffset? due = null) =>
        new DigestStore(database, new Earlier(now)).Set(
            "discord",
            server.ToString(CultureInfo.InvariantCulture),
            channel.ToString(CultureInfo.InvariantCulture),
            settings with
            {
                Time = TimeOnly.FromDateTime((due ?? now.AddMinutes(-1)).UtcDateTime),
                Zone = "UTC",
                Days = DigestDays.All,
            }
        );

    /// <summary>How many parts are still to be sent; null while not all digests are planned.</summary>
    public long? Open(int digests)
    {
        using var connection = database.Open();
        return connection.Number("SELECT count(*) FROM digest_posts") < digests
            ? null
            : connection.Number("SELECT count(*) FROM digest_parts WHERE state IN ('planned', 'sent')");
    }

    public string? Error()
    {
        using var connection = database.Open();
        return connection.Text("SELECT error FROM digest_parts WHERE error IS NOT NULL LIMIT 1");
    }

    /// <summary>Settings for the bot that is to use it.</summary>
    public Dictionary<string, string> For(SilentSources sources) =>
        new()
        {
            ["PAPERBOT__Library__Path"] = Path,
            ["PAPERBOT__Sources__HuggingFace__BaseUrl"] = sources.Address,
            ["PAPERBOT__Sources__Arxiv__ApiUrl"] = sources.Address,
            ["PAPERBOT__Sources__Arxiv__FeedUrl"] = sources.Address,
            ["PAPERBOT__Logging__LogLevel__Default"] = "Critical",
        };

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Earlier(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.AddHours(-2);
    }
}
