using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>What the bot says to the gateway, word for word; no clock, no socket.</summary>
public sealed class GatewaySessionTests
{
    [Fact]
    public void A_session_is_begun_and_hears_what_happens() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            beat
              send {"op":1,"d":null}
            ack
            ready 1
              up, new, of 77
            server {"op":0,"s":2,"t":"GUILD_CREATE","d":{"id":"1"}}
              tell GUILD_CREATE {"id":"1"}
            server {"op":0,"s":3,"t":"SOMETHING_OF_NEXT_YEAR","d":[1,2]}
              tell SOMETHING_OF_NEXT_YEAR [1,2]
            beat
              send {"op":1,"d":3}
            ack
            """
        );

    [Fact]
    public void A_session_that_was_cut_off_goes_on_where_it_stopped() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":0,"s":7,"t":"THING","d":{}}
              tell THING {}
            closed
              again: the connection broke
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":7}}
            server {"op":0,"s":8,"t":"MISSED","d":{}}
              tell MISSED {}
            resumed 9
              up, resumed
            beat
              send {"op":1,"d":9}
            """
        );

    [Fact]
    public void Discord_may_ask_for_a_heartbeat_at_any_time() =>
        Conversation.Play(
            """
            connect
              to the gateway
            server {"op":1,"d":null}
              send {"op":1,"d":null}
            hello
              beat every 41.25 s
              identify
            ready 5
              up, new, of 77
            server {"t":null,"s":null,"op":1,"d":251}
              send {"op":1,"d":5}
            """
        );

    [Fact]
    public void Discord_may_ask_for_a_new_connection_and_the_session_goes_on() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":7,"d":null}
              close with 4900, again: Discord asks for a new connection
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            """
        );

    [Fact]
    public void A_session_that_has_ended_is_followed_by_a_new_one_after_one_to_five_seconds() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":9,"d":false}
              close with 1000, again after 1 s and up to 4 s: Discord has ended the session
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            """
        );

    [Fact]
    public void A_session_that_may_be_resumed_is_resumed() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":9,"d":true}
              close with 4900, again: Discord has ended the session
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            """
        );

    [Fact]
    public void A_resume_that_is_refused_is_followed_by_a_new_session() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 4
              up, new, of 77
            closed 4000
              again: Discord closed the connection with 4000
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":4}}
            server {"op":9,"d":false}
              close with 1000, again after 1 s and up to 4 s: Discord has ended the session
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            beat
              send {"op":1,"d":null}
            """
        );

    [Fact]
    public void A_heartbeat_without_an_answer_means_that_nobody_is_there() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            beat
              send {"op":1,"d":1}
            ack
            beat
              send {"op":1,"d":1}
            beat
              close with 4900, again: Discord did not answer a heartbeat
            connect
              to resume.example
            beat
              send {"op":1,"d":1}
            """
        );

    [Fact]
    public void A_host_that_cannot_be_reached_is_tried_in_turns_with_the_gateways_own_address() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            closed
              again: the connection broke
            connect
              to resume.example
            closed
              again: the connection broke
            connect
              to resume.example
            closed
              again: the connection broke
            connect
              to the gateway
            closed
              again: the connection broke
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            """
        );

    [Fact]
    public void A_session_whose_resumes_are_never_answered_is_given_up() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            closed
              again: the connection broke
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            closed 4006
              again: Discord closed the connection with 4006
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            closed 4006
              again: Discord closed the connection with 4006
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":1}}
            closed 4006
              again: Discord closed the connection with 4006
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            """
        );

    [Fact]
    public void Numbers_that_come_twice_or_out_of_order_hide_no_event_and_are_not_counted_back() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":0,"s":5,"t":"A","d":1}
              tell A 1
            server {"op":0,"s":5,"t":"A","d":1}
              tell A 1
            server {"op":0,"s":3,"t":"B","d":2}
              tell B 2
            server {"op":0,"s":-8,"t":"C","d":3}
              tell C 3
            server {"op":0,"t":"D","d":4}
              tell D 4
            ready 1
            beat
              send {"op":1,"d":5}
            """
        );

    [Fact]
    public void What_was_counted_in_one_session_counts_for_nothing_in_the_next() =>
        Conversation.Play(
            """
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            ready 1
              up, new, of 77
            server {"op":0,"s":9007199254740993,"t":"FAR","d":{}}
              tell FAR {}
            closed
              again: the connection broke
            connect
              to resume.example
            hello
              beat every 41.25 s
              send {"op":6,"d":{"token":"the-token","session_id":"first","seq":9007199254740993}}
            closed 4007
              again: Discord closed the connection with 4007
            connect
              to the gateway
            hello
              beat every 41.25 s
              identify
            server {"op":0,"s":40,"t":"EARLY","d":{}}
              tell EARLY {}
            ready 2
              up, new, of 77
            beat
              send {"op":1,"d":2}
            """
        );

    [Theory]
    [InlineData("""{"op":10}""")]
    [InlineData("""{"op":10,"d":null}""")]
    [InlineData("""{"op":10,"d":[41250]}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"soon"}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":null}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-41250}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval\ud800":1}}""")]
    public void A_hello_that_tells_no_interval_gets_the_usual_one(string hello)
    {
        var talk = new Conversation();
        talk.Happens("connect");

        Assert.Equal(["beat every 41.25 s", "identify"], talk.Hears(hello));
    }

    [Theory]
    [InlineData("1", 0.1)]
    [InlineData("0.001", 0.1)]
    [InlineData("250", 0.25)]
    [InlineData("45000.5", 45.0005)]
    [InlineData("99999999999", 300)]
    [InlineData("1e300", 300)]
    [InlineData("1e999", 300)]
    public void An_absurd_interval_is_made_a_bearable_one(string milliseconds, double seconds)
    {
        var talk = new Conversation();
        talk.Happens("connect");

        var wanted = talk.Hears($$$"""{"op":10,"d":{"heartbeat_interval":{{{milliseconds}}}}}""");

        Assert.Equal($"beat every {seconds} s", wanted[0]);
    }

    [Fact]
    public void A_second_hello_on_a_connection_changes_nothing()
    {
        var talk = new Conversation();
        talk.Happens("connect");
        talk.Happens("hello");

        Assert.Empty(talk.Happens("hello"));
    }

    [Theory]
    [InlineData("""{"op":2,"d":{}}""")]
    [InlineData("""{"op":12,"d":null}""")]
    [InlineData("""{"op":99,"d":{"new":true},"x":1}""")]
    [InlineData("""{"op":-1}""")]
    [InlineData("""{"op":null}""")]
    [InlineData("""{"op":"0","t":"READY"}""")]
    [InlineData("""{"op":99999999999}""")]
    [InlineData("""{}""")]
    [InlineData("""{"op":0,"s":3,"t":null,"d":{}}""")]
    [InlineData("""{"op":0,"s":3,"d":{}}""")]
    [InlineData("""{"op":0,"t":7}""")]
    public void What_is_not_known_yet_is_passed_by(string payload)
    {
        var talk = Up();

        Assert.Empty(talk.Hears(payload));
    }

    [Theory]
    [InlineData("""{"op":0,"s":3,"t":"THING"}""", "tell THING ")]
    [InlineData("""{"d":{"a":[{}]},"t":"THING","s":3,"op":0,"later":{"op":7}}""", """tell THING {"a":[{}]}""")]
    [InlineData("""{"op":0,"s":"3","t":"THING","d":null}""", "tell THING null")]
    [InlineData("""{"op":0,"s":1e400,"t":"THING","d":""}""", "tell THING \"\"")]
    public void An_event_is_told_whatever_else_its_payload_holds(string payload, string wanted)
    {
        var talk = Up();

        Assert.Equal([wanted], talk.Hears(payload));
    }

    [Theory]
    [InlineData("""{"op":9}""")]
    [InlineData("""{"op":9,"d":null}""")]
    [InlineData("""{"op":9,"d":1}""")]
    [InlineData("""{"op":9,"d":{"true":true}}""")]
    public void A_session_that_is_not_said_to_be_resumable_is_not_resumed(string payload)
    {
        var talk = Up();

        talk.Hears(payload);

        Assert.False(talk.Session.CanResume);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"session_id":7,"resume_gateway_url":7,"application":7}""")]
    [InlineData("""{"session_id":null,"resume_gateway_url":"no address","application":{"id":["77"]}}""")]
    [InlineData("""{"session_id":"\ud800"}""")]
    public void A_ready_that_names_no_session_is_up_and_is_begun_anew_next_time(string data)
    {
        var talk = new Conversation();
        talk.Happens("connect");
        talk.Happens("hello");

        var wanted = talk.Hears($$$"""{"op":0,"s":1,"t":"READY","d":{{{data}}}}""");
        talk.Happens("closed");
        talk.Happens("connect");

        Assert.Equal(["up, new, of 0"], wanted);
        Assert.Equal(["beat every 41.25 s", "identify"], talk.Happens("hello"));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("ws://evil.example")]
    [InlineData("/resume")]
    [InlineData("")]
    public void The_token_does_not_travel_in_the_clear_to_a_host_that_a_session_names(string url)
    {
        var talk = new Conversation();
        talk.Happens("connect");
        talk.Happens("hello");
        talk.Hears(
            Conversation.Ready(1).Replace("wss://resume.example", url, StringComparison.Ordinal) // all else as always
        );
        talk.Happens("closed");

        Assert.Equal(["to the gateway"], talk.Happens("connect"));
        Assert.True(talk.Session.CanResume);
    }

    [Fact]
    public void An_event_before_ready_and_a_resumed_that_nobody_asked_for_do_not_make_it_up()
    {
        var talk = new Conversation();
        talk.Happens("connect");
        talk.Happens("hello");

        Assert.Equal(["tell EARLY 1"], talk.Hears("""{"op":0,"s":1,"t":"EARLY","d":1}"""));
        Assert.Equal(["""tell RESUMED {"_trace":[]}"""], talk.Happens("resumed 2"));
    }

    [Fact]
    public void The_bot_asks_for_the_servers_alone_and_for_nothing_privileged()
    {
        var session = new GatewaySession(Conversation.Token, new Shard(3, 5));
        session.Connecting();

        var actions = session.Receive(GatewayPayload.Parse(Encoding.UTF8.GetBytes(Conversation.Hello)));

        var identify = JsonNode.Parse(Assert.IsType<GatewayAction.Begin>(actions[1]).Json)!;
        Assert.Equal(2, (int)identify["op"]!);
        Assert.Equal(1, (int)identify["d"]!["intents"]!);
        Assert.Equal("the-token", (string?)identify["d"]!["token"]);
        Assert.Equal("[3,5]", identify["d"]!["shard"]!.ToJsonString());
        Assert.Equal(
            ["browser", "device", "os"],
            identify["d"]!["properties"]!.AsObject().Select(property => property.Key).Order()
        );
        Assert.Null(identify["d"]!["compress"]); // the transport is compressed, and both at once is an error
    }

    // The whole table of https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes,
    // and codes that are not in it. Whether one is resumed: true; begun anew: false.
    [Theory]
    [InlineData(null, true)]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(1005, true)]
    [InlineData(1006, true)]
    [InlineData(1011, true)]
    [InlineData(3000, true)]
    [InlineData(4000, true)]
    [InlineData(4001, true)]
    [InlineData(4002, true)]
    [InlineData(4003, false)]
    [InlineData(4005, true)]
    [InlineData(4006, true)]
    [InlineData(4007, false)]
    [InlineData(4008, true)]
    [InlineData(4009, false)]
    [InlineData(4015, true)]
    [InlineData(4099, true)]
    [InlineData(4999, true)]
    public void After_a_close_that_can_be_mended_the_bot_comes_back(int? code, bool resumes)
    {
        var talk = Up();

        var wanted = Assert.Single(talk.Happens($"closed {code}".TrimEnd()));
        talk.Happens("connect");

        Assert.StartsWith("again", wanted, StringComparison.Ordinal);
        Assert.Equal(resumes, talk.Session.CanResume);
        Assert.Equal(resumes, talk.Happens("hello")[1].StartsWith("""send {"op":6""", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_spoke_too_fast_is_silent_for_a_while() =>
        Assert.Equal(["again after 5 s: Discord closed the connection with 4008"], Up().Happens("closed 4008"));

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "more shards")]
    [InlineData(4012, "version")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "intents")]
    public void After_a_close_that_nothing_mends_the_bot_ends_with_what_to_do(int code, string about)
    {
        var wanted = Assert.Single(Up().Happens($"closed {code}"));

        Assert.StartsWith("end: ", wanted, StringComparison.Ordinal);
        Assert.Contains(about, wanted, StringComparison.Ordinal);
        Assert.Matches("(Copy|Restart|Update) ", wanted); // what to do, not only what is wrong
        Assert.EndsWith(".", wanted, StringComparison.Ordinal);
        Assert.DoesNotContain(Conversation.Token, wanted, StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_however_spoiled_throws_anything_but_that_it_is_no_json()
    {
        var random = new Random(20260811);
        string[] real =
        [
            Conversation.Hello,
            Conversation.Ready(1),
            Conversation.Resumed(2),
            """{"t":"INTERACTION_CREATE","s":3,"op":0,"d":{"id":"1","token":"x","type":2,"data":{"name":"hé\u00e9\ud83d\ude00"}}}""",
            """{"op":9,"d":true}""",
            """{"op":11,"d":null}""",
            """{"op":1,"d":251}""",
        ];
        var session = new GatewaySession(Conversation.Token, new Shard(0, 1));
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            if (round % 50 == 0)
            {
                session.Connecting();
            }
            var bytes = Spoil(Encoding.UTF8.GetBytes(real[random.Next(real.Length)]), random);
            try
            {
                session.Receive(GatewayPayload.Parse(bytes));
            }
            catch (JsonException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1_000, 19_000); // some are read and some are not, or nothing was tried
    }

    private static Conversation Up()
    {
        var talk = new Conversation();
        talk.Happens("connect");
        talk.Happens("hello");
        talk.Happens("ready 1");
        return talk;
    }

    private static byte[] Spoil(byte[] message, Random random)
    {
        string[] bits = ["\\ud800", "\"", "{", "}", "[", "null", "1e999", "-", ":", "\\", "\0", "99999999999999999999"];
        var text = message.ToList();
        for (var times = random.Next(3); times >= 0 && text.Count > 1; times--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1:
                    text.RemoveRange(at, Math.Min(random.Next(8), text.Count - at));
                    break;
                case 2:
                    text.InsertRange(at, Encoding.UTF8.GetBytes(bits[random.Next(bits.Length)]));
                    break;
                default:
                    text = text[..at];
                    break;
            }
        }
        return [.. text];
    }
}
