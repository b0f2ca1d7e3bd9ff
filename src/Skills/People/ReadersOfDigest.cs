using PaperBot.Skills.Digests;

namespace PaperBot.Skills.People;

/// <summary>Pure: a digest's content as it is kept, and who is named in it.</summary>
internal static class ReadersOfDigest
{
    public static string Without(string content, string user)
    {
        var digest = DigestContent.FromJson(content);
        return (digest with { Picks = Without(digest.Picks, user), Late = Without(digest.Late, user) }).ToJson();
    }

    private static IReadOnlyList<DigestPick> Without(IReadOnlyList<DigestPick> picks, string user) =>
        [.. picks.Select(pick => pick with { Readers = [.. pick.Readers.Where(reader => reader.User != user)] })];
}
