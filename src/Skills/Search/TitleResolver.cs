using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// From what somebody typed (an id, a link, a title, half a title, a title with mistakes in it, the name of a method) to
/// the one paper meant.
/// </summary>
public sealed class TitleResolver(Database database, PaperStore papers, TitleVocabulary vocabulary) : IPaperFinder
{
    private const int LongestEcho = 80; // letters of what was typed, in an answer
    private const int MostCompared = 12;
    private const int MostPieces = 24;

    private static readonly char[] AroundLinks = [' ', '(', ')', '[', ']', '<', '>', ',', '"'];

    /// <inheritdoc/>
    /// <exception cref="NotOnePaperException">Several papers may be meant.</exception>
    /// <exception cref="SkillException">The library has no such paper.</exception>
    public Paper Find(string text, CancellationToken ct = default)
    {
        var typed = PaperText.Clean(text);
        if (typed.Length == 0)
        {
            throw new SkillException(
                "Name a paper: its title, a part of its title, or an arXiv id such as 2401.01234."
            );
        }
        if (PaperId.TryParse(typed, out var id, out _))
        {
            return papers.Get(id) ?? throw new SkillException(Lacking(id));
        }
        var mentioned = IdIn(typed);
        return (mentioned is { } named ? papers.Get(named) : null)
            ?? ByExactTitle(typed)
            ?? ByLikeTitle(typed, mentioned, ct);
    }

    // "EfficientNet (https://arxiv.org/abs/1905.11946)"
    private static PaperId? IdIn(string typed)
    {
        foreach (var piece in typed.Split(AroundLinks, MostPieces, StringSplitOptions.RemoveEmptyEntries))
        {
            if (PaperId.TryParse(piece, out var id, out _))
            {
                return id;
            }
        }
        return null;
    }

    private Paper? ByExactTitle(string typed)
    {
        var ever = papers.WithTitle(typed);
        var key = TitleKey.Of(typed);
        var today = ever.Where(paper => TitleKey.Of(paper.Title) == key).ToList();
        var meant = today.Count > 0 ? today : ever;
        return meant.Count > 1 ? throw Several(typed, meant.Select(Choice)) : meant.SingleOrDefault();
    }

    private Paper ByLikeTitle(string typed, PaperId? mentioned, CancellationToken ct)
    {
        using var connection = database.Open();
        var matches = new TitleMatcher(connection, vocabulary.Get(connection), typed, ct).Best(MostCompared);
        var clear = TitleJudgement.Clear(matches);
        // A method's name, spelt right, tells more than a title that has it with a mistake or among other words.
        var isSettled =
            clear is { Fit.IsExact: true } || matches.Any(match => match.Fit is { Name: true, IsExact: true });
        var introducing = isSettled ? [] : NameFinder.Introducing(connection, typed);
        if (introducing.Count == 1)
        {
            return introducing[0];
        }
        if (clear is not null && introducing.Count == 0)
        {
            return At(connection, clear);
        }
        PaperChoice[] choices =
        [
            .. introducing.Select(Choice),
            .. TitleJudgement.Plausible(matches).Select(match => new PaperChoice(match.Title.Id, match.Title.Title)),
        ];
        throw choices.Length > 0 ? Several(typed, choices)
        : mentioned is { } id ? new SkillException(Lacking(id))
        : new SkillException(
            $"No paper in the library is called '{Echo(typed)}'. Try /search with a few words, or give an arXiv id such as 2401.01234."
        );
    }

    private static Paper At(SqliteConnection connection, TitleMatch match) =>
        PaperStore.At(connection, [match.Title.Row])[0];

    private static PaperChoice Choice(Paper paper) => new(paper.Id, paper.Title);

    private static string Lacking(PaperId id) =>
        id.IsArxiv
            ? $"The library does not have {id}. Add it with 'import FILE', wait for the next 'fetch', or try /search with words of its title."
            : $"The library does not have {id}. Try /search with words of its title.";

    private static NotOnePaperException Several(string typed, IEnumerable<PaperChoice> choices) =>
        new(
            $"Several papers may be meant by '{Echo(typed)}'. Did you mean one of these?",
            typed,
            [.. choices.DistinctBy(choice => choice.Id).Take(NotOnePaperException.MostChoices)]
        );

    private static string Echo(string typed)
    {
        if (typed.Length <= LongestEcho)
        {
            return typed;
        }
        var end = LongestEcho - 1;
        return string.Concat(typed.AsSpan(0, char.IsHighSurrogate(typed[end - 1]) ? end - 1 : end), "…");
    }
}
