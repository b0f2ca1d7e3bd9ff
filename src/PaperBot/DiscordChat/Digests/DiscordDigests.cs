using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.DiscordChat.Digests;

/// <summary>
/// Digests in channels, announcement channels and forums on Discord. A message is known by its nonce for some minutes, and
/// after that by the day in its title; a thread, a publication and an edit may be asked for twice.
/// </summary>
internal sealed class DiscordDigests(
    IDiscord discord,
    OwnMessages messages,
    ForumFacts forums,
    LostChannels lost,
    ServerAdmins admins,
    IOptions<DiscordOptions> options
) : IDigestPlatform
{
    public const string Platform = "discord";

    private ulong? runner; // who runs PaperBot

    public string Name => Platform;

    public bool IsOn => options.Value.IsOn;

    public async Task<ChannelLook> LookAsync(string channel, DigestSettings wanted, CancellationToken ct)
    {
        ChannelFacts facts;
        try
        {
            facts = await discord.ChannelAsync(Id(channel), ct);
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.UnknownChannel)
        {
            throw new SkillException("Discord knows no such channel. Pick one from the list that Discord shows.", e);
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            throw new SkillException(
                "PaperBot may not see that channel. Give its role View Channel there (channel settings, Permissions), then try again.",
                e
            );
        }
        DigestPlace? place = facts.Type switch
        {
            ChannelFacts.Text => DigestPlace.Channel,
            ChannelFacts.Announcement => DigestPlace.Announcement,
            ChannelFacts.Forum => DigestPlace.Forum,
            _ => null,
        };
        var needs = place is { } kind ? LostChannels.Needs(kind, wanted) : ChannelPermissions.None;
        return new ChannelLook(
            facts.Name,
            facts.Place is { } server ? server.Guild.ToString(CultureInfo.InvariantCulture) : "",
            place,
            ChannelAccess.List(facts.Missing & needs, place == DigestPlace.Forum),
            [.. facts.Tags.Select(tag => tag.Name)]
        );
    }

    public async Task<string?> SendAsync(DigestErrand errand, CancellationToken ct)
    {
        try
        {
            var made = await DoAsync(errand, ct);
            return made?.ToString(CultureInfo.InvariantCulture);
        }
        catch (DiscordProblem e) when (LostChannels.IsLost(e))
        {
            throw await RefusedAsync(errand, e, ct);
        }
        catch (DiscordProblem e) when (!e.MayHaveArrived)
        {
            throw new NotDeliveredException(e.Message, e);
        }
    }

    public async Task<string?> FindAsync(DigestErrand errand, CancellationToken ct)
    {
        try
        {
            var found = await LookForAsync(errand, ct);
            return found?.ToString(CultureInfo.InvariantCulture);
        }
        catch (DiscordProblem e) when (LostChannels.IsLost(e))
        {
            throw await RefusedAsync(errand, e, ct);
        }
    }

    public async Task TellManagersAsync(Digest digest, string sentence, CancellationToken ct)
    {
        var server = await discord.ServerAsync(Id(digest.Server), ct);
        await admins.TellAsync(
            server,
            $"The paper digest of the channel {digest.Channel} in {server.Name} does not come any more. {sentence}",
            ct
        );
    }

    public async Task TellOperatorAsync(string sentence, CancellationToken ct)
    {
        runner ??=
            (await discord.ApplicationAsync(ct)).Owner
            ?? throw new DiscordProblem("Discord does not say whose application PaperBot is.");
        var message = DiscordMessage.From(Reply.Problem(sentence), new MessageLook());
        await discord.TellPersonAsync(runner.Value, message, ct);
    }

    public async Task NoteAsync(string user, Reply note, CancellationToken ct)
    {
        var message = DiscordMessage.From(note, new MessageLook { Line = note.Again });
        var nonce = DigestMessages.Nonce($"{user}/{Convert.ToBase64String(MessageJson.Of(message).Span)}");
        try
        {
            await discord.TellPersonAsync(Id(user), message with { Nonce = nonce }, ct);
        }
        catch (DiscordProblem e) when (!e.MayHaveArrived)
        {
            throw new NotDeliveredException(e.Message, e);
        }
    }

    /// <exception cref="SkillException">It is no id of Discord's.</exception>
    public static ulong Id(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new SkillException(
                "Discord has no such channel or person: its ids are numbers of 17 to 20 digits."
            );

    private async Task<ulong?> DoAsync(DigestErrand errand, CancellationToken ct)
    {
        var channel = Id(errand.Digest.Channel);
        switch (errand.Part.Kind)
        {
            case DigestPartKind.ForumPost when PickOf(errand) is null:
                return await PostAsync(errand, DigestMessages.Name(errand), [], DigestMessages.Day(errand), ct);
            case DigestPartKind.Message:
                return await discord.PostAsync(channel, DigestMessages.Whole(errand), ct);
            case DigestPartKind.ForumPost:
                var pick = PickOf(errand)!; // the case above
                return await PostAsync(
                    errand,
                    DigestMessages.Name(pick),
                    pick.Tags,
                    DigestMessages.Post(errand, pick),
                    ct
                );
            case DigestPartKind.Late:
                return await OfMessageAsync(errand, Change, ct);
            case DigestPartKind.Thread:
                return await OfMessageAsync(errand, StartThread, ct);
            case DigestPartKind.Crosspost:
                return await OfMessageAsync(errand, Publish, ct);
            case DigestPartKind.Version:
                var notice = NoticeOf(errand);
                return await discord.PostAsync(Id(notice.Thread), DigestMessages.Version(errand, notice), ct);
            default:
                throw new PartRefusedException($"Discord has no way to bring {errand.Part.Kind}.");
        }

        Task Change(ulong message) => discord.EditAsync(channel, message, DigestMessages.Settled(errand), ct);

        Task StartThread(ulong message) => discord.StartThreadAsync(channel, message, DigestMessages.Name(errand), ct);

        Task Publish(ulong message) => discord.CrosspostAsync(channel, message, ct);
    }

    // A thread has the id of its message, so each of these is known by that. Where people deleted the message, there is
    // nothing to add to.
    private static async Task<ulong?> OfMessageAsync(DigestErrand errand, Func<ulong, Task> act, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (errand.Message is null)
        {
            throw new NotDeliveredException("The digest's message is not there yet.");
        }
        var message = Id(errand.Message);
        try
        {
            await act(message);
            return message;
        }
        catch (DiscordProblem e) when (e.Code is DiscordProblem.ThreadExists or DiscordProblem.AlreadyCrossposted)
        {
            return message; // an earlier try arrived
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.UnknownMessage)
        {
            return null;
        }
    }

    private async Task<ulong> PostAsync(
        DigestErrand errand,
        string name,
        IReadOnlyList<string> words,
        DiscordMessage message,
        CancellationToken ct
    )
    {
        var forum = Id(errand.Digest.Channel);
        try
        {
            return await discord.PostInForumAsync(forum, name, await TagsAsync(), message, ct);
        }
        catch (DiscordProblem e) when (e.Code is DiscordProblem.UnknownTag or DiscordProblem.TagNeeded)
        {
            forums.Forget(forum); // somebody has changed them
            return await discord.PostInForumAsync(forum, name, await TagsAsync(), message, ct);
        }

        async Task<IReadOnlyList<ulong>> TagsAsync()
        {
            var facts = await forums.OfAsync(forum, ct);
            var tags = PostTags.Of(facts.Tags, words, message.Embed.Title, facts.NeedsTag);
            return tags.Count > 0 || !facts.NeedsTag
                ? tags
                : throw new ChannelLostException(
                    "Each post of the forum needs a tag, and only moderators may give its tags. Add a tag that all may use, then use /digest setup again."
                );
        }
    }

    private Task<ulong?> LookForAsync(DigestErrand errand, CancellationToken ct)
    {
        var since = errand.Post.PlannedAt;
        return errand.Part.Kind switch
        {
            DigestPartKind.ForumPost => FindPostAsync(
                PickOf(errand) is { } pick ? DigestMessages.Name(pick) : DigestMessages.Name(errand)
            ),
            DigestPartKind.Message => messages.FindAsync(
                Id(errand.Digest.Channel),
                DigestMessages.Title(errand),
                since,
                "Look in the channel; where it is missing, /edition shows it there.",
                ct
            ),
            DigestPartKind.Version when NoticeOf(errand) is var notice => messages.FindAsync(
                Id(notice.Thread),
                DigestMessages.Version(errand, notice).Embed.Title,
                errand.Part.At,
                "Look in the thread; /changes shows it.",
                ct
            ),
            _ => Task.FromResult<ulong?>(null), // done twice, these do no harm
        };

        Task<ulong?> FindPostAsync(string name) =>
            messages.FindPostAsync(Id(errand.Digest.Server), Id(errand.Digest.Channel), name, since, ct);
    }

    // What a digest can do without must not end it.
    private async Task<SkillException> RefusedAsync(DigestErrand errand, DiscordProblem problem, CancellationToken ct)
    {
        var about = errand.Part.Kind switch
        {
            DigestPartKind.Thread => ChannelPermissions.CreatePublicThreads,
            DigestPartKind.Version => ChannelPermissions.SendMessagesInThreads | ChannelPermissions.CreatePublicThreads,
            DigestPartKind.Crosspost => ChannelPermissions.SendMessages,
            _ => ChannelPermissions.None,
        };
        if (errand.Part.Kind == DigestPartKind.Crosspost && problem.Code == DiscordProblem.WrongChannelType)
        {
            return new PartRefusedException(
                "The channel is no announcement channel any more, so its digest is not published to other servers.",
                problem
            );
        }
        if (errand.Part.Kind == DigestPartKind.Version && IsAboutThread(problem))
        {
            return new PartRefusedException(
                "The thread in which the paper was talked about is closed or gone.",
                problem
            );
        }
        var why = await lost.WhyAsync(errand.Digest, problem, about, ct);
        return why is not null
            ? new ChannelLostException(why, problem)
            : new PartRefusedException(
                $"PaperBot may not do that in the channel: give its role {ChannelAccess.Names(about)} there (channel settings, Permissions).",
                problem
            );
    }

    private static bool IsAboutThread(DiscordProblem problem) =>
        problem.Code
            is DiscordProblem.UnknownChannel
                or DiscordProblem.ThreadArchived
                or DiscordProblem.ThreadLocked
                or DiscordProblem.WrongChannelType;

    private static DigestVersionNotice NoticeOf(DigestErrand errand)
    {
        try
        {
            return DigestVersionNotice.FromJson(errand.Part.Content ?? "null");
        }
        catch (JsonException e)
        {
            throw new PartRefusedException("What changed in the paper cannot be read.", e);
        }
    }

    /// <summary>Of a forum's post: the paper that it is about; null where it is about the day itself.</summary>
    private static DigestPick? PickOf(DigestErrand errand)
    {
        var content = errand.Post.Content;
        return
            int.TryParse(errand.Part.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0
            ? content.Picks.Concat(content.Late).FirstOrDefault(pick => pick.Rank == rank)
                ?? throw new PartRefusedException("The digest has no paper of that rank.")
            : null;
    }
}
