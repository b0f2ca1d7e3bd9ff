using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Model;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

/// <summary>Pure: what is kept about somebody as an answer.</summary>
internal static class PrivacyReply
{
    public static Reply For(PersonalData kept, Asker asker) =>
        new()
        {
            Private = true,
            Title = "What PaperBot keeps about you",
            Text = kept.IsNothing ? "Nothing: neither your id nor your name." : "Your id, and with it:",
            Fields =
            [
                .. Kept(kept).Select(one => new ReplyField(one.Name, one.Text, [])),
                new ReplyField(
                    "Never",
                    "What is written in channels: PaperBot is told the commands and buttons that are meant for it, and a message only "
                        + "where somebody points it to that one. What you ask is not kept; its log has a command's name, not who gave it.",
                    []
                ),
                new ReplyField(
                    "For a moment",
                    "In memory: who asked, for a minute, and who reported a mistake, for an hour, so that nobody does it all the time.",
                    []
                ),
                .. asker.Server.Length == 0
                    ? Array.Empty<ReplyField>()
                    :
                    [
                        new ReplyField(
                            "This server",
                            $"Its digests with their settings and posts, where papers were shown, and its votes. {ServerCleanup.KeptFor.Days} days after "
                                + "PaperBot is taken out of the server they are deleted, with everything that people follow here.",
                            []
                        ),
                    ],
            ],
            Buttons = kept.IsNothing
                ? []
                :
                [
                    new ReplyButton("What I follow", "/following"),
                    new ReplyButton("My papers", "/saved"),
                    new ReplyButton("Forget me…", "/forget-me"),
                ],
        };

    /// <summary>What there is, each with how long.</summary>
    public static IEnumerable<(string Name, string Text)> Kept(PersonalData kept)
    {
        if (kept.Follows > 0)
        {
            yield return (
                "Follows",
                $"{Counted(kept.Follows, "thing")} that you follow, each with your name as its server reads it, until you stop (/following)."
            );
        }
        if (kept.Notes > 0)
        {
            yield return (
                "Private notes",
                $"Of which {Counted(kept.Notes, "paper")} you were told or are to be, for {FollowNotes.KeptFor.Days} days, so that nothing is told twice."
            );
        }
        if (kept.Saved > 0)
        {
            yield return (
                "Saved papers",
                $"{Counted(kept.Saved, "paper")} on your list and in which server each was saved, until you take them off (/saved)."
            );
        }
        if (kept.Votes > 0)
        {
            yield return (
                "Votes",
                $"{Counted(kept.Votes, "vote")} in {Counted(kept.Servers, "server")}, until you take them back. Only numbers are shown."
            );
        }
        if (kept.Digests > 0)
        {
            yield return ("Digests", $"Your name in {Counted(kept.Digests, "post")}, as one who might care.");
        }
        if (kept.UsageDays > 0)
        {
            yield return (
                "Language model",
                $"How much you used it on {Counted(kept.UsageDays, "day")} (/usage); after {ModelLedger.UsersKeptFor.Days} days only sums are left."
            );
        }
    }

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
