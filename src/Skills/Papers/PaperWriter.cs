using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>What became of a record.</summary>
public enum Kept
{
    New,
    Updated,
    Unchanged,
}

/// <summary>
/// Writes records into the library, many in one transaction: after <see cref="Commit"/> they are on disk, and before that
/// none is. One connection with its statements prepared once; not for several threads.
/// </summary>
internal sealed class PaperWriter : IDisposable
{
    private const int IndexedAtOnce = 1_000;
    private const string LastId = "SELECT max(id) FROM papers";
    private const string AnySample = "SELECT EXISTS (SELECT 1 FROM papers WHERE origin = 0)";
    private const string DropSample = """
        DELETE FROM paper_words WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM title_words WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM title_trigrams WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM papers WHERE origin = 0;
        """;
    private const string CountUp = "UPDATE revision SET number = number + 1";

    private readonly SqliteConnection connection;
    private readonly PaperTables tables;
    private readonly Popularity popularity;
    private readonly Lazy<IndexText.Builder> index = new(() => new IndexText.Builder());
    private readonly List<(long Id, PreparedPaper Paper)> toIndex = [];
    private SqliteTransaction? transaction;
    private bool sample;
    private bool changed;
    private long lastId;
    private string now = "";

    public PaperWriter(Database database)
    {
        connection = database.Open();
        connection.Run("PRAGMA cache_size = -32000"); // kB
        connection.Run("PRAGMA secure_delete = OFF"); // papers are public, and nothing of people is written here
        tables = new PaperTables(connection);
        popularity = new Popularity(tables);
    }

    public void Dispose()
    {
        transaction?.Dispose();
        tables.Dispose();
        connection.Run("PRAGMA cache_size = -2000"); // the pool hands this connection on
        connection.Dispose();
    }

    /// <summary>How many papers there are, as of the transaction that is open.</summary>
    public bool IsEmpty => lastId == 0;

    public void Begin()
    {
        transaction = connection.BeginTransaction(deferred: false);
        lastId = connection.Number(LastId);
        sample = connection.Number(AnySample) == 1;
        changed = false;
        toIndex.Clear();
    }

    public void Commit()
    {
        IndexWaiting();
        if (changed)
        {
            connection.Run(CountUp);
        }
        transaction?.Commit();
        transaction?.Dispose();
        transaction = null;
    }

    public Kept Keep(PreparedPaper paper, DateTimeOffset moment)
    {
        now = Popularity.Time(moment);
        if (sample && paper.Record.Origin != PaperOrigin.Sample)
        {
            // The sample is there to try PaperBot out; beside real papers it would only confuse.
            IndexWaiting();
            connection.Run(DropSample);
            (sample, changed) = (false, true);
        }
        var id = tables.PaperOf(paper.Fingerprint);
        var outcome = id == 0 ? KeepNews(paper, out id) : Kept.Unchanged;
        changed |= outcome != Kept.Unchanged;
        var moved = popularity.Count(id, paper.Record, moment);
        popularity.List(id, paper.Record, moment);
        return outcome == Kept.Unchanged && moved ? Kept.Updated : outcome;
    }

    private Kept KeepNews(PreparedPaper paper, out long id)
    {
        var known = Find(paper);
        id = known?.Id ?? Add(paper);
        var outcome =
            known is null ? Kept.New
            : Improve(known, paper) ? Kept.Updated
            : Kept.Unchanged;
        tables.Remember(paper.Fingerprint, id);
        return outcome;
    }

    // By its arXiv id; else by its title, where that says for certain which paper is meant.
    private PaperRow? Find(PreparedPaper paper)
    {
        if (paper.Record.ArxivId is not null)
        {
            return tables.WithKey(paper.Row.Key)
                ?? tables.WithTitle(paper.TitleKey).Find(row => !PaperId.Stored(row.Key).IsArxiv);
        }
        var alike = tables.WithTitle(paper.TitleKey);
        return alike.Count == 1
            ? alike[0]
            : tables.WithKey(paper.Row.Key)
                ?? alike.Find(row =>
                    paper.Record.Abstract.Length == 0 || tables.AbstractOf(row.Id) == paper.Record.Abstract
                );
    }

    private long Add(PreparedPaper paper)
    {
        var id = ++lastId;
        tables.AddPaper(id, paper.Row, now);
        if (paper.Record.Abstract.Length > 0)
        {
            tables.SetAbstract(id, paper.Row, paper.Record.Abstract, now);
        }
        tables.AddTitleOf(id, paper.TitleKey);
        toIndex.Add((id, paper));
        if (toIndex.Count == IndexedAtOnce)
        {
            IndexWaiting();
        }
        return id;
    }

    // Index by index, not paper by paper: each has its buffer, and one fits into the processor's cache where three do not.
    private void IndexWaiting()
    {
        foreach (var (id, paper) in toIndex)
        {
            tables.IndexWordsOf(id, paper.IndexWords);
        }
        foreach (var (id, paper) in toIndex)
        {
            tables.IndexTitleWordsOf(id, paper.TitleKey);
        }
        foreach (var (id, paper) in toIndex)
        {
            tables.IndexTitleLettersOf(id, paper.TitleKey);
        }
        toIndex.Clear();
    }

    private bool Improve(PaperRow known, PreparedPaper paper)
    {
        IndexWaiting(); // what follows may take out of the index what is still to come into it
        var today = TitleKey.Of(known.Title);
        var isNew = tables.AddTitleOf(known.Id, paper.TitleKey);
        var combined = PaperMerge.Combine(known, paper.Row, titleIsFormer: !isNew && paper.TitleKey != today);
        var news = combined != known;
        var saysOther = ImproveTitle(known, combined, paper);
        if (news)
        {
            tables.UpdatePaper(combined);
        }
        if (combined.Key != known.Key)
        {
            tables.AddFormerKeyOf(known.Id, known.Key);
        }
        var hasOther = ImproveAbstract(known, paper);
        news |= hasOther;
        if ((saysOther || hasOther) && PaperMerge.Compare(known, paper.Row) == Standing.Newer)
        {
            tables.MarkChangedOf(known.Id);
        }
        if (isNew && PaperId.Stored(combined.Key).IsArxiv)
        {
            news |= Unite(known.Id, paper.TitleKey);
        }
        if (news)
        {
            IndexAgain(combined, today);
        }
        return news;
    }

    // Keeps the title that another version has.
    private bool ImproveTitle(PaperRow known, PaperRow combined, PreparedPaper paper)
    {
        var standing = PaperMerge.Compare(known, paper.Row);
        if (standing == Standing.Newer && combined.Title != known.Title)
        {
            tables.AddFormerTitle(known.Id, known.Version ?? 1, known.Title, now);
            return true;
        }
        if (
            standing == Standing.Older
            && paper.Row.Version is { } version
            && tables.TitleOf(known, version) != paper.Row.Title
        )
        {
            tables.AddFormerTitle(known.Id, version, paper.Row.Title, now);
        }
        return false;
    }

    private bool ImproveAbstract(PaperRow known, PreparedPaper paper)
    {
        var said = paper.Record.Abstract;
        var today = tables.AbstractOf(known.Id);
        if (said.Length == 0 || said == today)
        {
            return false;
        }
        if (today.Length == 0)
        {
            tables.SetAbstract(known.Id, paper.Row, said, now);
            return true;
        }
        var standing = PaperMerge.Compare(known, paper.Row);
        var replaces =
            standing == Standing.Newer
            || (standing == Standing.Stronger && !PaperMerge.IsCutOf(said, today))
            || (standing == Standing.Equal && !PaperMerge.IsCutOf(said, today) && !tables.HadAbstract(known.Id, said))
            || (standing != Standing.Older && PaperMerge.IsCutOf(today, said));
        if (replaces)
        {
            tables.ReplaceAbstract(known.Id, paper.Row, said, now);
        }
        else if (standing == Standing.Older && paper.Row.Version is not null && !tables.HadAbstract(known.Id, said))
        {
            tables.AddFormerAbstract(known.Id, paper.Row, said, now);
            return false; // history only: what readers see is the same
        }
        return replaces;
    }

    // A paper that only its title named turns out to be this one, which has just been given that title.
    private bool Unite(long id, string titleKey)
    {
        var gone = tables.WithTitle(titleKey).Where(row => row.Id != id && !PaperId.Stored(row.Key).IsArxiv).ToList();
        foreach (var row in gone)
        {
            popularity.Move(row.Id, id);
            tables.MoveInto(id, row);
        }
        return gone.Count > 0;
    }

    private void IndexAgain(PaperRow row, string formerTitleKey)
    {
        tables.ForgetWordsOf(row.Id);
        tables.IndexWordsOf(row.Id, index.Value.Of(row.ToPaper(tables.AbstractOf(row.Id))));
        if (TitleKey.Of(row.Title) is var titleKey && titleKey != formerTitleKey)
        {
            tables.ForgetTitleOf(row.Id);
            tables.IndexTitleWordsOf(row.Id, titleKey);
            tables.IndexTitleLettersOf(row.Id, titleKey);
        }
    }
}
