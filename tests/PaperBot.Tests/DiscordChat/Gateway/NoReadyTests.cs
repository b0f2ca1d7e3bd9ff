using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>Discord answers an identify with something else than READY.</summary>
public sealed class NoReadyTests
{
    private const string Ended = """{"op":9,"d":false}""";
    private const string EndedForNow = """{"op":9,"d":true}""";
    private const string ComeAgain = """{"op":7,"d":null}""";

    [Theory]
    [InlineData(Ended)]
    [InlineData(EndedForNow)] // there is nothing to resume
    public void A_session_that_could_not_be_begun_is_begun_anew_after_one_to_five_seconds(string answer) =>
        Conversation.Play(
            $"""
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            server {answer}
              close with 1000, again after 1 s and up to 4 s: Discord has ended the session
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            """
        );

    [Fact]
    public void Asked_for_a_new_connection_before_it_has_a_session_it_begins_one_there() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            server {"op":7,"d":null}
              close with 4900, again: Discord asks for a new connection
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            """
        );

    [Fact]
    public void Asked_for_a_new_connection_before_it_has_said_a_word_it_makes_one() =>
        Conversation.Play(
            """
            connect
              to the gateway
            server {"op":7,"d":null}
              close with 4900, again: Discord asks for a new connection
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            """
        );

    [Theory]
    [InlineData(Ended, 1000)]
    [InlineData(EndedForNow, 1000)]
    [InlineData(ComeAgain, 4900)]
    public async Task The_shard_identifies_again_in_its_turn_and_comes_up(string answer, int leftWith)
    {
        await using var shard = new ShardRun();

        var wait = await RefusedAsync(shard, 1, answer);
        await shard.UpAsync(2);

        Assert.Equal(leftWith, shard.Gateway.Connections[0].LeftWith);
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)); // 5.5 s lie between two identifies
        Assert.Equal("gateway.example", shard.Gateway.Connections[1].Address!.Host);
    }

    [Theory]
    [InlineData(Ended)]
    [InlineData(EndedForNow)]
    [InlineData(ComeAgain)]
    public async Task A_server_that_answers_so_for_ever_is_asked_ever_less_often(string answer)
    {
        await using var shard = new ShardRun();
        var waits = new List<TimeSpan>();
        for (var number = 1; number <= 9; number++)
        {
            waits.Add(await RefusedAsync(shard, number, answer));
        }

        Assert.InRange(waits[^1], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(15));
    }

    // Returns how long it waited until the next connection.
    private static async Task<TimeSpan> RefusedAsync(ShardRun shard, int number, string answer)
    {
        var connection = await shard.Gateway.ConnectionAsync(number);
        connection.Says(Conversation.Hello);
        await connection.SentAsync(Opcode.Identify);
        var before = shard.Clock.Asked.Count;
        connection.Says(answer);
        await connection.GoneAsync();
        return await GatewayConnectionTests.AfterWaitAsync(shard, before, number + 1);
    }
}
