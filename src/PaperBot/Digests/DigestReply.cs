using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Pure: a digest as an answer that any platform can show.</summary>
internal static class DigestReply
{
    public static Reply From(DigestContent content, DigestSettings settings) =>
        new()
        {
            Title = $"Papers of {content.Day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}",
            Text = content.Notice ?? "",
            Items =
            [
                .. content.Picks.Select(pick => new ReplyItem(
                    string.Create(CultureInfo.InvariantCulture, $"{pick.Rank}."),
                    pick.Title,
                    pick.Link,
                    pick.Summary,
                    string.Join("; ", new[] { pick.Reason, pick.Why }.Where(part => part.Length > 0)),
                    pick.Paper
                )),
            ],
        };
}
