using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

/// <summary>Pure: what follows from following something.</summary>
internal static class FollowReply
{
    public static Reply For(FollowChange change, FollowWish wish, FollowTell tell, Asker asker) =>
        new()
        {
            Private = true,
            Text = $"{Said(change, wish)} {How(wish, tell, asker)}",
            Buttons =
            [
                new ReplyButton("What I follow", "/following"),
                wish.Kind == FollowKind.Paper
                    ? new ReplyButton("Summarize", $"/summarize paper:{wish.Value}")
                    : new ReplyButton("What there is", $"/search words:\"{wish.Label.Replace('"', ' ')}\""),
            ],
        };

    private static string Said(FollowChange change, FollowWish wish) =>
        change switch
        {
            FollowChange.New => $"You follow {What(wish)} now.",
            FollowChange.Changed => $"Changed: you follow {What(wish)}.",
            _ => $"You follow {What(wish)} already.",
        };

    private static string What(FollowWish wish) =>
        wish.Kind switch
        {
            FollowKind.Topic => $"the topic {wish.Label}",
            FollowKind.Author => $"papers by {wish.Label}",
            _ => $"“{wish.Label}”",
        };

    private static string How(FollowWish wish, FollowTell tell, Asker asker)
    {
        var which = wish.Kind == FollowKind.Paper ? "it" : "such a paper";
        var comes = wish.Kind == FollowKind.Paper ? "a new version of it is known" : "such a paper is new here";
        var note = tell.Note ? $" You get a private note when {comes}." : "";
        return asker switch
        {
            { Server.Length: 0, IsOperator: true } =>
                "It stands in /following; being named on digests and private notes need a server on Discord.",
            { Server.Length: 0 } => note.TrimStart(),
            _ when tell.Mention => $"When a digest of this server has {which}, it calls you.{note}",
            _ =>
                $"When a digest of this server has {which}, it says that {NameOf(asker)} might care, without calling you.{note}",
        };
    }

    private static string NameOf(Asker asker) => asker.Name.Length > 0 ? $"you ({asker.Name})" : "you";
}
