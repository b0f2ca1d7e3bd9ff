using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Finds papers by a name that is not in their title: "ResNeXt" for "Aggregated Residual Transformations for Deep Neural
/// Networks". Acronyms count where the abstract spells them out.
/// </summary>
internal static class NameFinder
{
    private const int MostWords = 3;
    private const int LongestName = 40; // letters
    private const int MostRead = 150;

    /// <summary>The papers whose abstract gives this name to what they present; newest first.</summary>
    public static IReadOnlyList<Paper> Introducing(SqliteConnection connection, string name)
    {
        var stems = IndexText.Stems(name);
        if (name.Length is < 2 or > LongestName || stems.Count is 0 or > MostWords)
        {
            return [];
        }
        var rows = Postings.OfPapers(connection, FtsQuery.AllOf(stems.Select(FtsQuery.Word)), MostRead);
        return
        [
            .. PaperStore.At(connection, rows).Where(paper => IntroducedName.IsIn(paper.Title, paper.Abstract, name)),
        ];
    }
}
