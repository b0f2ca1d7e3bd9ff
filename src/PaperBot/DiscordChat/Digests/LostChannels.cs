using PaperBot.DiscordChat.Posts;
using PaperBot.Skills.Digests;

namespace PaperBot.DiscordChat.Digests;

/// <summary>Says why nothing can be posted in a channel any more, and what to do.</summary>
internal sealed class LostChannels(IDiscord discord, DigestNews news)
{
    private const string Again = "then use /digest setup again.";

    /// <summary>A refusal that comes from the place, whatever is sent there.</summary>
    public static bool IsLost(DiscordProblem problem) =>
        problem.Code
            is DiscordProblem.UnknownChannel
                or DiscordProblem.UnknownServer
                or DiscordProblem.MissingAccess
                or DiscordProblem.MissingPermissions
                or DiscordProblem.NoMessagesThere
                or DiscordProblem.WrongChannelType
                or DiscordProblem.ThreadArchived
                or DiscordProblem.ThreadLocked;

    /// <summary>What a digest needs in its channel.</summary>
    /// <param name="place">What kind of channel it is.</param>
    public static ChannelPermissions Needs(DigestPlace place, DigestSettings settings)
    {
        var needs = ChannelPermissions.Post;
        if (place == DigestPlace.Forum)
        {
            needs |= ChannelPermissions.SendMessagesInThreads;
        }
        else if (settings.HasThread)
        {
            needs |= ChannelPermissions.CreatePublicThreads | ChannelPermissions.SendMessagesInThreads;
        }
        return settings.HasRecap ? needs | ChannelPermissions.AttachFiles : needs;
    }

    /// <summary>Whether that one refusal means that the channel's digest cannot go on.</summary>
    /// <param name="about">Which permissions the refused request needed, of those that one can do without.</param>
    /// <returns>A sentence; null where only what was asked for cannot be done there.</returns>
    public async Task<string?> WhyAsync(
        Digest digest,
        DiscordProblem problem,
        ChannelPermissions about,
        CancellationToken ct
    )
    {
        var inForum = digest.Settings.Place == DigestPlace.Forum;
        switch (problem.Code)
        {
            case DiscordProblem.UnknownChannel:
                return "The channel does not exist any more. Choose another one with /digest setup.";
            case DiscordProblem.NoMessagesThere or DiscordProblem.WrongChannelType:
                return $"The channel is of another kind than when its digest was set up. If that is meant, {Again}";
            case DiscordProblem.ThreadArchived or DiscordProblem.ThreadLocked:
                return $"The channel is closed. Open it, {Again}";
            case DiscordProblem.MissingAccess
            or DiscordProblem.UnknownServer when !await IsThereAsync(digest.Server, ct):
                return "PaperBot is not in that server any more. Invite it again, " + Again;
        }
        var missing = await MissingAsync(digest.Channel, ct);
        if (missing is null)
        {
            return $"PaperBot may not see the channel. Give its role View Channel there (channel settings, Permissions), {Again}";
        }
        var lacks = missing.Value & (ChannelPermissions.Post | about);
        return (lacks & ChannelPermissions.Post) == ChannelPermissions.None && about != ChannelPermissions.None
            ? null
            : $"PaperBot lacks {Names(lacks, inForum)} in the channel. Give that to its role there (channel settings, Permissions), {Again}";
    }

    private static string Names(ChannelPermissions lacks, bool inForum) =>
        lacks == ChannelPermissions.None ? "a permission" : ChannelAccess.Names(lacks, inForum);

    private async Task<bool> IsThereAsync(string server, CancellationToken ct)
    {
        if (!ulong.TryParse(server, out var id))
        {
            return false;
        }
        try
        {
            await discord.ServerAsync(id, ct);
            return true;
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            news.Left(id); // it may have happened while PaperBot was not connected
            return false;
        }
    }

    // Null where the channel is not to be seen.
    private async Task<ChannelPermissions?> MissingAsync(string channel, CancellationToken ct)
    {
        try
        {
            var facts = await discord.ChannelAsync(DiscordDigests.Id(channel), ct);
            return facts.Missing.HasFlag(ChannelPermissions.ViewChannel) ? null : facts.Missing;
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            return null;
        }
    }
}
