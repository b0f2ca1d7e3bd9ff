using System.Text.Json;
using PaperBot.DiscordChat.Posts;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What the bot may do in a channel, by the rule of Discord's documentation (topics/permissions).</summary>
public sealed class ChannelAccessTests
{
    private const ulong Me = 100;
    private const ulong Everyone = 1;
    private const ulong Role = 2;
    private const ulong OtherRole = 3;
    private const ulong All = 309_237_763_072;
    private const ulong Send = 1 << 11;
    private const ulong Administrator = 1 << 3;

    [Fact]
    public void What_everybody_may_do_the_bot_may_do() => Assert.Equal(ChannelPermissions.None, Missing(everyone: All));

    [Fact]
    public void What_nobody_gave_is_missing() =>
        Assert.Equal(
            ChannelPermissions.SendMessages | ChannelPermissions.EmbedLinks,
            Missing(everyone: All & ~Send & ~(1UL << 14))
        );

    [Fact]
    public void A_role_that_the_bot_has_adds_to_it() =>
        Assert.Equal(ChannelPermissions.None, Missing(everyone: 0, role: All));

    [Fact]
    public void A_role_that_it_does_not_have_adds_nothing() =>
        Assert.Equal(ChannelPermissions.All, Missing(everyone: 0, other: All));

    [Fact]
    public void The_owner_and_an_administrator_may_do_everything_whatever_a_channel_forbids()
    {
        Assert.Equal(ChannelPermissions.None, Missing(everyone: 0, owner: Me, overwrites: [(Everyone, 0, 0, All)]));
        Assert.Equal(ChannelPermissions.None, Missing(everyone: Administrator, overwrites: [(Everyone, 0, 0, All)]));
    }

    [Fact]
    public void A_channel_that_is_closed_to_everybody_is_open_to_the_role_that_it_names() =>
        Assert.Equal(
            ChannelPermissions.None,
            Missing(everyone: All, overwrites: [(Everyone, 0, 0, All), (Role, 0, All, 0)])
        );

    [Fact]
    public void Of_several_roles_what_one_allows_wins_over_what_another_denies() =>
        Assert.Equal(
            ChannelPermissions.None,
            Missing(everyone: All, roles: [Role, OtherRole], overwrites: [(Role, 0, 0, Send), (OtherRole, 0, Send, 0)])
        );

    [Fact]
    public void What_is_said_of_the_bot_itself_wins_over_everything() =>
        Assert.Equal(
            ChannelPermissions.SendMessages,
            Missing(everyone: All, overwrites: [(Role, 0, Send, 0), (Me, 1, 0, Send)])
        );

    [Fact]
    public void A_person_whose_id_is_that_of_a_role_is_no_role() =>
        Assert.Equal(ChannelPermissions.None, Missing(everyone: All, overwrites: [(Role, 1, 0, All)]));

    [Fact]
    public void The_invitation_asks_for_exactly_that() =>
        Assert.EndsWith($"permissions={All}", ChannelAccess.Invitation(7).AbsoluteUri, StringComparison.Ordinal);

    private static ChannelPermissions Missing(
        ulong everyone,
        ulong role = 0,
        ulong other = 0,
        ulong owner = 9,
        ulong[]? roles = null,
        (ulong Id, int Type, ulong Allow, ulong Deny)[]? overwrites = null
    )
    {
        var guild = Json(
            new
            {
                id = $"{Everyone}",
                owner_id = $"{owner}",
                roles = new[]
                {
                    new { id = $"{Everyone}", permissions = $"{everyone}" },
                    new { id = $"{Role}", permissions = $"{role}" },
                    new { id = $"{OtherRole}", permissions = $"{other}" },
                },
            }
        );
        var member = Json(new { roles = (roles ?? [Role]).Select(id => $"{id}") });
        var channel = Json(
            new
            {
                permission_overwrites = (overwrites ?? []).Select(one => new
                {
                    id = $"{one.Id}",
                    type = one.Type,
                    allow = $"{one.Allow}",
                    deny = $"{one.Deny}",
                }),
            }
        );
        return ChannelAccess.Missing(guild, member, channel, Me);
    }

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);
}
