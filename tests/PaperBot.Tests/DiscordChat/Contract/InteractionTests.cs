using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;
using PaperBot.Skills.Search;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What somebody in a server sees who types a command, presses a button or fills in a form.</summary>
public sealed class InteractionTests
{
    private const int Message = 4;
    private const int Later = 5;
    private const int ChangeLater = 6;
    private const int Change = 7;
    private const string Edits = "PATCH /webhooks/{application}/{token}/messages/{message}";

    [Fact]
    public async Task A_summary_is_answered_at_once_and_for_everybody()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var asked = bot.Discord.Inject.Slash("summarize", With(("paper", "EfficientNet")));
        var message = await asked.WaitForMessageAsync();

        Assert.Equal((Message, 1), (asked.Acknowledgement!.Type, asked.Answers));
        Assert.False(message!.IsPrivate);
        Assert.Contains("EfficientNet", Embed(message)["title"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"parse":[]}""", Sent(asked)["allowed_mentions"]!.ToJsonString());
        Assert.DoesNotContain("null", Sent(asked).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_for_the_asker_alone_and_offers_what_was_meant()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var asked = bot.Discord.Inject.Slash("summarize", With(("paper", "networks")));
        var message = await asked.WaitForMessageAsync();
        var menu = Components(message!).Single(part => Type(part) == 3);
        var picked = bot.Discord.Inject.Select(message!, menu["custom_id"]!.ToString(), [First(menu)]);
        var answer = await picked.WaitForMessageAsync();

        Assert.True(message!.IsPrivate);
        Assert.Equal("Did you mean one of these?", menu["placeholder"]!.ToString());
        // What was to be seen by everybody had it been asked rightly is seen by everybody now.
        Assert.False(answer!.IsPrivate);
        Assert.NotNull(Embed(answer)["title"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_takes_longer_is_promised_in_time_and_kept_for_those_to_whom_it_was_promised(bool isPrivate)
    {
        var done = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => done.Task);

        var asked = bot.Discord.Inject.Slash("slow");
        var promise = await asked.WaitForAnswerAsync();
        done.SetResult(new Reply { Title = "There it is", Private = isPrivate });
        await bot.UntilAsync(
            () => asked.Messages.Any(one => one is { IsDeleted: false, IsLoading: false }),
            "The answer"
        );

        Assert.Equal((Later, false, 1), (promise!.Type, promise.IsPrivate, asked.Answers));
        Assert.True(promise.Milliseconds > 1_000);
        var answer = Assert.Single(asked.Messages, one => !one.IsDeleted);
        Assert.Equal(("There it is", isPrivate), (Embed(answer)["title"]!.ToString(), answer.IsPrivate));
    }

    [Fact]
    public async Task A_promise_is_made_within_the_three_seconds_that_Discord_waits()
    {
        var discord = BotOnDiscord.Usual(answerWithin: TimeSpan.FromSeconds(3));
        await using var bot = await WithCommand("slow", _ => new TaskCompletionSource<Reply>().Task, discord);

        Acknowledgement? promise = null;
        for (var times = 0; times < 3 && promise is null; times++) // a busy machine may stand still for a moment
        {
            promise = await bot.Discord.Inject.Slash("slow").WaitForAnswerAsync();
        }

        Assert.Equal(Later, promise?.Type);
    }

    [Fact]
    public async Task A_slow_command_holds_no_other_up()
    {
        var never = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => never.Task);

        var slow = Enumerable.Range(0, 50).Select(_ => bot.Discord.Inject.Slash("slow", from: NewUser(bot))).ToList();
        var quick = bot.Discord.Inject.Slash("help");
        var answer = await quick.WaitForMessageAsync();

        Assert.NotNull(answer);
        Assert.All(slow, one => Assert.DoesNotContain(one.Messages, message => !message.IsLoading));
        never.SetResult(new Reply { Text = "at last" });
        foreach (var one in slow)
        {
            Assert.NotNull(await one.WaitForMessageAsync());
        }
    }

    [Fact]
    public async Task A_command_that_breaks_says_so_to_its_asker_with_a_reference_that_stands_in_the_log()
    {
        await using var bot = await WithCommand("broken", _ => throw new InvalidOperationException("of all things"));

        var message = await bot.Discord.Inject.Slash("broken").WaitForMessageAsync();

        var said = Embed(message!)["description"]!.ToString();
        Assert.True(message!.IsPrivate);
        Assert.DoesNotContain("of all things", said, StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.Contains("of all things", StringComparison.Ordinal));
        var reference = said.Split("as ")[1][..6];
        Assert.Contains(bot.Log, line => line.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_promise_that_Discord_would_not_let_be_kept_ends_with_a_word_all_the_same()
    {
        var done = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => done.Task);
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        bot.Discord.Faults.Add(new RestFault(Edits) { Status = 400 });

        done.SetResult(new Reply { Title = "Refused" });
        var message = await asked.WaitForMessageAsync();

        Assert.Contains("Something went wrong", Embed(message!)["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_too_old_is_given_up_with_one_line_and_everybody_else_is_answered()
    {
        var done = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => done.Task);
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();

        bot.Discord.Inject.Expire(asked);
        done.SetResult(new Reply { Title = "Too late" });
        await bot.UntilAsync(
            () => bot.Log.Any(line => line.Contains("too late", StringComparison.Ordinal)),
            "The line"
        );

        Assert.NotNull(await bot.Discord.Inject.Slash("help").WaitForMessageAsync());
        Assert.Null(bot.Ended);
        Assert.Single(bot.Log, line => line.Contains("too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_event_twice_is_answered_once()
    {
        var asked = 0;
        await using var bot = await WithCommand(
            "counted",
            _ => Task.FromResult(new Reply { Text = $"{Interlocked.Increment(ref asked)}" })
        );
        var first = bot.Discord.Inject.Slash("counted");
        await first.WaitForMessageAsync();

        bot.Discord.Gateway.RepeatLastEvent();
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        Assert.Equal((1, 1), (asked, first.Answers));
    }

    [Fact]
    public async Task Titles_are_suggested_before_a_letter_is_typed_with_ids_as_values()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var empty = bot.Discord.Inject.Autocomplete("summarize", "paper", "");
        var typed = bot.Discord.Inject.Autocomplete("compare", "b", "effic");
        await empty.WaitForAnswerAsync();
        await typed.WaitForAnswerAsync();

        Assert.NotEmpty(empty.Choices!);
        Assert.InRange(empty.Choices!.Count, 5, 25);
        var first = typed.Choices![0]!;
        Assert.Contains("Efficient", first["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(IdOf(bot, first["name"]!.ToString()), first["value"]!.ToString());
    }

    [Fact]
    public async Task Nothing_to_suggest_is_an_empty_list()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var asked = bot.Discord.Inject.Autocomplete("summarize", "paper", "zzzzqqqq xxxx vvvv");
        await asked.WaitForAnswerAsync();

        Assert.Empty(asked.Choices!);
    }

    [Fact]
    public async Task Only_who_asked_turns_the_pages_of_a_list_that_everybody_sees()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var list = await bot
            .Discord.Inject.Slash("trending", With(("count", 20), ("period", "all")))
            .WaitForMessageAsync();
        var next = Button(list!, "▶");

        var stranger = bot.Discord.Inject.Button(list!, next, NewUser(bot));
        var copy = await stranger.WaitForMessageAsync();
        var unchanged = Embed(list!)["footer"]!["text"]!.ToString();
        var own = bot.Discord.Inject.Button(list!, next);
        await own.WaitForAnswerAsync();

        Assert.Equal((Message, true), (stranger.Acknowledgement!.Type, copy!.IsPrivate));
        Assert.StartsWith("Page 2", Embed(copy)["footer"]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Page 1", unchanged, StringComparison.Ordinal);
        Assert.Equal(Change, own.Acknowledgement!.Type);
        Assert.StartsWith("Page 2", Embed(list!)["footer"]!["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pressed_on_a_private_answer_stays_private_however_often()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var open = await bot.Discord.Inject.Slash("summarize", With(("paper", "EfficientNet"))).WaitForMessageAsync();

        var related = await bot.Discord.Inject.Button(open!, Button(open!, "Related")).WaitForMessageAsync();
        var menu = Components(related!).Single(part => Type(part) == 3);
        var compared = await bot
            .Discord.Inject.Select(related!, menu["custom_id"]!.ToString(), [First(menu)])
            .WaitForMessageAsync();
        var summary = await bot
            .Discord.Inject.Button(compared!, Button(compared!, "Summarize B"))
            .WaitForMessageAsync();
        var shared = await bot.Discord.Inject.Button(summary!, Button(summary!, "Share")).WaitForMessageAsync();

        Assert.Equal(
            (false, true, true, true, false),
            (open!.IsPrivate, related!.IsPrivate, compared!.IsPrivate, summary!.IsPrivate, shared!.IsPrivate)
        );
        Assert.Equal(Embed(summary)["title"]!.ToString(), Embed(shared)["title"]!.ToString());
    }

    [Fact]
    public async Task What_was_asked_in_private_and_refused_is_mended_in_private()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var open = await bot.Discord.Inject.Slash("summarize", With(("paper", "EfficientNet"))).WaitForMessageAsync();
        var pressed = bot.Discord.Inject.Button(open!, Button(open!, "Compare with…"));
        await pressed.WaitForAnswerAsync();

        var refusal = await bot.Discord.Inject.SubmitModal(pressed, With(("b", "networks"))).WaitForMessageAsync();
        var menu = Components(refusal!).Single(part => Type(part) == 3);
        var answer = await bot
            .Discord.Inject.Select(refusal!, menu["custom_id"]!.ToString(), [First(menu)])
            .WaitForMessageAsync();

        Assert.Equal((true, true), (refusal!.IsPrivate, answer!.IsPrivate));
        Assert.Contains("side by side", Embed(answer)["title"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_for_the_asker_who_may_share_it()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var help = await bot.Discord.Inject.Slash("help").WaitForMessageAsync();
        var shared = await bot.Discord.Inject.Button(help!, Button(help!, "Share")).WaitForMessageAsync();

        Assert.Equal((true, false), (help!.IsPrivate, shared!.IsPrivate));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_cannot_be_shown_any_more_leaves_the_list_as_it_is_and_tells_who_turned(bool slowly)
    {
        var refused = new TaskCompletionSource<Reply>();
        var many = new Reply { Title = "Many", Items = [.. Enumerable.Range(1, 30).Select(Item)] };
        var calls = 0;
        await using var bot = await WithCommand(
            "many",
            _ => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(many) : refused.Task
        );
        var list = await bot.Discord.Inject.Slash("many").WaitForMessageAsync();
        if (!slowly)
        {
            refused.SetResult(Reply.Problem("It is gone."));
        }

        var pressed = bot.Discord.Inject.Button(list!, Button(list!, "▶"));
        var first = await pressed.WaitForAnswerAsync();
        refused.TrySetResult(Reply.Problem("It is gone."));
        await bot.UntilAsync(() => pressed.Messages.Any(one => one.IsPrivate), "The word to who turned");

        Assert.Equal(slowly ? ChangeLater : Message, first!.Type);
        Assert.StartsWith("Page 1", Embed(list!)["footer"]!["text"]!.ToString(), StringComparison.Ordinal);
        var told = pressed.Messages.Single(one => one.IsPrivate);
        Assert.Equal("It is gone.", Embed(told)["description"]!.ToString());
    }

    [Fact]
    public async Task A_page_that_Discord_would_not_take_leaves_the_list_as_it_is_and_tells_who_turned()
    {
        var slow = new TaskCompletionSource<Reply>();
        var many = new Reply { Title = "Many", Items = [.. Enumerable.Range(1, 30).Select(Item)] };
        var calls = 0;
        await using var bot = await WithCommand(
            "many",
            _ => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(many) : slow.Task
        );
        var list = await bot.Discord.Inject.Slash("many").WaitForMessageAsync();
        var pressed = bot.Discord.Inject.Button(list!, Button(list!, "▶"));
        await pressed.WaitForAnswerAsync();
        bot.Discord.Faults.Add(new RestFault(Edits) { Status = 400 });

        slow.SetResult(many);
        await bot.UntilAsync(() => pressed.Messages.Any(one => one.IsPrivate), "The apology");

        Assert.StartsWith("Page 1", Embed(list!)["footer"]!["text"]!.ToString(), StringComparison.Ordinal);
        var told = pressed.Messages.Single(one => one.IsPrivate);
        Assert.Contains("Something went wrong", Embed(told)["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_that_does_not_get_through_after_its_promise_was_taken_back_ends_with_a_word()
    {
        var done = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => done.Task);
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        bot.Discord.Faults.Fail("POST /webhooks/{application}/{token}", 500);

        done.SetResult(new Reply { Title = "For you", Private = true });
        await bot.UntilAsync(() => asked.Messages.Any(one => one is { IsPrivate: true, IsLoading: false }), "A word");

        var told = asked.Messages.Single(one => one is { IsDeleted: false });
        Assert.Contains("Something went wrong", Embed(told)["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_button_brings_late_is_promised_and_kept_in_private_and_shared_openly()
    {
        var late = new TaskCompletionSource<Reply>();
        var calls = 0;
        var leads = new Reply { Title = "Leads on", Buttons = [new ReplyButton("On", "/slow")] };
        await using var bot = await WithCommand(
            "slow",
            _ => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(leads) : late.Task
        );
        var open = await bot.Discord.Inject.Slash("slow").WaitForMessageAsync();

        var pressed = bot.Discord.Inject.Button(open!, Button(open!, "On"));
        var promise = await pressed.WaitForAnswerAsync();
        late.SetResult(new Reply { Title = "Late" });
        var answer = await pressed.WaitForMessageAsync();
        late = new TaskCompletionSource<Reply>();
        var sharing = bot.Discord.Inject.Button(answer!, Button(answer!, "Share"));
        var second = await sharing.WaitForAnswerAsync();
        late.SetResult(new Reply { Title = "Late" });
        var shared = await sharing.WaitForMessageAsync();

        Assert.Equal((Later, true), (promise!.Type, promise.IsPrivate));
        Assert.Equal((true, "Late"), (answer!.IsPrivate, Embed(answer)["title"]!.ToString()));
        Assert.Equal((Later, false), (second!.Type, second.IsPrivate));
        Assert.StartsWith("-# Shared by", shared!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_takes_long_is_promised_and_then_changed()
    {
        var slow = new TaskCompletionSource<Reply>();
        var many = new Reply { Title = "Many", Items = [.. Enumerable.Range(1, 30).Select(Item)] };
        var calls = 0;
        await using var bot = await WithCommand(
            "many",
            _ => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(many) : slow.Task
        );
        var list = await bot.Discord.Inject.Slash("many").WaitForMessageAsync();

        var pressed = bot.Discord.Inject.Button(list!, Button(list!, "▶"));
        var promise = await pressed.WaitForAnswerAsync();
        slow.SetResult(many);
        await bot.UntilAsync(
            () => Embed(list!)["footer"]!["text"]!.ToString().StartsWith("Page 2", StringComparison.Ordinal),
            "The second page"
        );

        Assert.Equal(ChangeLater, promise!.Type);
    }

    [Fact]
    public async Task A_private_answer_can_be_shared_and_names_who_shared_it_without_calling_anybody()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var answer = await bot.Discord.Inject.Slash("summarize", With(("paper", "EfficientNet"))).WaitForMessageAsync();
        var related = await bot.Discord.Inject.Button(answer!, Button(answer!, "Related")).WaitForMessageAsync();

        var shared = bot.Discord.Inject.Button(related!, Button(related!, "Share"));
        var message = await shared.WaitForMessageAsync();

        Assert.True(related!.IsPrivate);
        Assert.False(message!.IsPrivate);
        Assert.Equal(Embed(related)["description"]!.ToString(), Embed(message)["description"]!.ToString());
        Assert.Equal($"-# Shared by <@{bot.Discord.World.Tester.Id}>", message.Content);
        Assert.Equal("""{"parse":[]}""", Sent(shared)["allowed_mentions"]!.ToJsonString());
        Assert.DoesNotContain(Components(message), part => part["label"]?.ToString() == "Share");
    }

    [Fact]
    public async Task A_button_of_an_old_message_works_after_a_restart()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var answer = await bot
            .Discord.Inject.Slash("compare", With(("a", "Wide Residual Networks"), ("b", "Deep Layer Aggregation")))
            .WaitForMessageAsync();

        await bot.RestartAsync();
        var pressed = await bot.Discord.Inject.Button(answer!, Button(answer!, "Summarize B")).WaitForMessageAsync();

        Assert.Equal("Deep Layer Aggregation", Embed(pressed!)["title"]!.ToString());
    }

    [Theory]
    [InlineData("from-another-age")]
    [InlineData("9zz/summarize")]
    [InlineData("1a0/abolished paper:x")]
    [InlineData("1f0/compare")]
    public async Task A_button_that_nobody_understands_any_more_says_what_to_do(string id)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var answer = await bot.Discord.Inject.Slash("help").WaitForMessageAsync();
        answer!.Json["components"] = JsonNode.Parse(
            $$"""[{"type":1,"components":[{"type":2,"style":2,"label":"Old","custom_id":"{{id}}"}]}]"""
        );

        var message = await bot.Discord.Inject.Button(answer, id).WaitForMessageAsync();

        Assert.True(message!.IsPrivate);
        Assert.Contains("/help", Embed(message)["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_too_long_for_a_button_turns_its_pages_until_a_restart_and_then_says_what_to_do()
    {
        var many = new Reply { Title = "Many", Items = [.. Enumerable.Range(1, 30).Select(Item)] };
        await using var bot = await WithCommand(
            "many",
            _ => Task.FromResult(many),
            new CommandOption("words", "Any words.", OptionKind.Text)
        );
        var list = await bot
            .Discord.Inject.Slash("many", With(("words", string.Join(' ', Enumerable.Repeat("word", 100)))))
            .WaitForMessageAsync();
        var next = Button(list!, "▶");
        var turned = bot.Discord.Inject.Button(list!, next);
        await turned.WaitForAnswerAsync();

        await bot.RestartAsync();
        var late = await bot.Discord.Inject.Button(list!, Button(list!, "◀")).WaitForMessageAsync();

        Assert.Equal(Change, turned.Acknowledgement!.Type);
        Assert.True(late!.IsPrivate);
        Assert.Contains("Ask it again", Embed(late)["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_with_asks_for_the_other_paper_in_a_form()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var answer = await bot.Discord.Inject.Slash("summarize", With(("paper", "EfficientNet"))).WaitForMessageAsync();

        var pressed = bot.Discord.Inject.Button(answer!, Button(answer!, "Compare with…"));
        await pressed.WaitForAnswerAsync();
        var form = pressed.Modal!;
        var filled = bot.Discord.Inject.SubmitModal(pressed, With(("b", "Wide \"Residual\"\nNetworks")));
        var message = await filled.WaitForMessageAsync();

        // In a label, or where the client knows none in a row of its own.
        Assert.Contains("\"custom_id\":\"b\"", form["components"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("side by side", Embed(message!)["title"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Wide Residual Networks", Embed(message!).ToJsonString(), StringComparison.Ordinal);
        Assert.True(message!.IsPrivate);
    }

    [Fact]
    public async Task The_papers_that_a_message_links_to_are_summed_up_for_who_asked()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        await bot.KeepAsync(
            NewPaper.Record("EfficientNet: Rethinking Model Scaling", arxivId: "1905.11946"),
            NewPaper.Record("Wide Residual Networks", arxivId: "1605.07146")
        );
        var two = bot.Discord.TypeMessage(
            "look: https://arxiv.org/abs/1905.11946v3 and <https://huggingface.co/papers/1605.07146>, again arXiv:1905.11946."
        );
        var none = bot.Discord.TypeMessage("nothing to see at https://example.org/1905.11946");

        var several = await bot
            .Discord.Inject.MessageCommand("Summarize papers in this message", two)
            .WaitForMessageAsync();
        var nothing = await bot
            .Discord.Inject.MessageCommand("Summarize papers in this message", none)
            .WaitForMessageAsync();

        Assert.True(several!.IsPrivate);
        var text = Embed(several)["description"]!.ToString();
        Assert.Contains("EfficientNet", text, StringComparison.Ordinal);
        Assert.Contains("Wide Residual Networks", text, StringComparison.Ordinal);
        Assert.Contains("/search", Embed(nothing!)["description"]!.ToString(), StringComparison.Ordinal);
        await bot.RestartAsync();
        var shared = await bot.Discord.Inject.Button(several, Button(several, "Share")).WaitForMessageAsync();
        Assert.False(shared!.IsPrivate);
        Assert.Equal(text, Embed(shared)["description"]!.ToString());
    }

    [Fact]
    public async Task Many_long_summaries_of_one_message_are_all_there_on_pages_that_turn()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var ids = Enumerable.Range(1, 5).Select(i => $"2401.0000{i}").ToList();
        var sentence = string.Join(' ', Enumerable.Repeat("very", 180));
        await bot.KeepAsync(
            ids.Select(id => NewPaper.Record($"Paper {id}", $"We present a {sentence} long method.", arxivId: id))
        );
        var message = bot.Discord.TypeMessage(string.Join(' ', ids.Select(id => $"https://arxiv.org/abs/{id}")));

        var first = await bot
            .Discord.Inject.MessageCommand("Summarize papers in this message", message)
            .WaitForMessageAsync();
        var one = Embed(first!)["description"]!.ToString();
        await bot.Discord.Inject.Button(first!, Button(first!, "▶")).WaitForAnswerAsync();
        var two = Embed(first!)["description"]!.ToString();

        Assert.All(ids, id => Assert.Contains($"Paper {id}", one + two, StringComparison.Ordinal));
        Assert.NotEqual(one, two);
    }

    [Fact]
    public async Task In_a_direct_message_there_is_nobody_to_hide_an_answer_from()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var direct = new AskedFrom { Channel = bot.Discord.World.DirectMessages };

        var answer = await bot
            .Discord.Inject.Slash("summarize", With(("paper", "EfficientNet")), direct)
            .WaitForMessageAsync();
        var pressed = await bot
            .Discord.Inject.Button(answer!, Button(answer!, "Related"), direct)
            .WaitForMessageAsync();

        Assert.False(pressed!.IsPrivate);
        Assert.DoesNotContain(Components(pressed), part => part["label"]?.ToString() == "Share");
    }

    [Fact]
    public async Task Who_installed_the_bot_for_themselves_uses_it_in_a_group_as_in_a_server()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var group = new AskedFrom { Channel = bot.Discord.World.Group, UserInstalled = true };

        var answer = await bot
            .Discord.Inject.Slash("summarize", With(("paper", "EfficientNet")), group)
            .WaitForMessageAsync();
        var pressed = await bot.Discord.Inject.Button(answer!, Button(answer!, "Related"), group).WaitForMessageAsync();
        var shared = await bot.Discord.Inject.Button(pressed!, Button(pressed!, "Share"), group).WaitForMessageAsync();

        Assert.Equal((false, true, false), (answer!.IsPrivate, pressed!.IsPrivate, shared!.IsPrivate));
    }

    [Fact]
    public async Task A_title_that_is_a_trap_is_only_a_title()
    {
        const string Trap = "@everyone [free](https://evil.example) `rm -rf` <@&1> **bold** ||spoiler||";
        await using var bot = await WithCommand(
            "trap",
            _ => Task.FromResult(new Reply { Text = Trap, Items = [new("1.", Trap, null, Trap, Trap, null)] })
        );

        var asked = bot.Discord.Inject.Slash("trap");
        await asked.WaitForMessageAsync();

        var text = Sent(asked)["embeds"]![0]!["description"]!.ToString();
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.Contains("\\[free\\]", text, StringComparison.Ordinal);
        Assert.Contains("\\<@&1>", text, StringComparison.Ordinal);
        Assert.Equal("""{"parse":[]}""", Sent(asked)["allowed_mentions"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_being_answered_when_the_program_was_stopped_is_answered()
    {
        var done = new TaskCompletionSource<Reply>();
        await using var bot = await WithCommand("slow", _ => done.Task);
        var asked = bot.Discord.Inject.Slash("slow");
        await bot.UntilAsync(() => asked.WasSent, "The question");
        await asked.WaitForAnswerAsync();

        var stopping = bot.RestartAsync();
        done.SetResult(new Reply { Title = "Just in time" });
        var message = await asked.WaitForMessageAsync();
        await stopping;

        Assert.Equal("Just in time", Embed(message!)["title"]!.ToString());
    }

    private static Task<BotOnDiscord> WithCommand(
        string name,
        Func<CommandRequest, Task<Reply>> answer,
        params CommandOption[] options
    ) => WithCommand(name, answer, BotOnDiscord.Usual(), options);

    private static Task<BotOnDiscord> WithCommand(
        string name,
        Func<CommandRequest, Task<Reply>> answer,
        SimulatorOptions discord,
        params CommandOption[] options
    ) =>
        BotOnDiscord.StartAsync(
            discord,
            replace: services =>
                services.AddSingleton<ICommand>(
                    new TestCommand(name, options) { Answer = (request, _) => answer(request) }
                )
        );

    private static string IdOf(BotOnDiscord bot, string title) =>
        bot.Services.GetRequiredService<TitleResolver>().Find(title).Id.Value;

    private static AskedFrom NewUser(BotOnDiscord bot) => new() { User = bot.Discord.World.NewUser("Jo") };

    private static Dictionary<string, object?> With(params (string Option, object Value)[] values) =>
        values.ToDictionary(value => value.Option, object? (value) => value.Value);

    private static ReplyItem Item(int number) => new($"{number}.", $"Paper {number}", null, "It is one.", "", null);

    private static JsonObject Embed(SentMessage message) => (JsonObject)message.Json["embeds"]![0]!;

    private static JsonNode Sent(InjectedInteraction asked) => asked.Acknowledgement!.Body!["data"]!;

    private static List<JsonObject> Components(SentMessage message) =>
        [
            .. (message.Json["components"] as JsonArray ?? [])
                .SelectMany(row => (JsonArray)row!["components"]!)
                .Cast<JsonObject>(),
        ];

    private static string Button(SentMessage message, string label) =>
        Components(message).Single(part => part["label"]?.ToString() == label)["custom_id"]!.ToString();

    private static int Type(JsonObject component) => component["type"]!.GetValue<int>();

    private static string First(JsonObject menu) => menu["options"]![0]!["value"]!.ToString();
}
