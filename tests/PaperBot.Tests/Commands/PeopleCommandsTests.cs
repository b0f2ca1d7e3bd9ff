using System.Text;
using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Tests.Model;

namespace PaperBot.Tests.Commands;

/// <summary>Following, saving, voting, and asking what is kept, as people type and press it.</summary>
public sealed class PeopleCommandsTests : IAsyncLifetime
{
    private static readonly Asker Mina = new("discord", "111111111111111111") { Server = "99", Name = "Mina" };
    private static readonly Asker Jo = new("discord", "222222222222222222") { Server = "99", Name = "Jo" };
    private static readonly Asker MinaAlone = Mina with { Server = "" };
    private static readonly Asker Terminal = new("terminal", "operator", IsOperator: true);

    private readonly BotWithModel bot = new(
        _ => StubAnswer.Text(""),
        new Dictionary<string, string?> { ["Model:Provider"] = "None" }
    );

    public async ValueTask InitializeAsync() =>
        await bot.KeepAsync(
            NewPaper.Record("Sparse Widgets", arxivId: "2601.00001") with
            {
                Authors = ["Ada Example", "OpenWidgets"],
                Keywords = ["memory saving"],
            },
            NewPaper.Record("Fast Gadgets", "We introduce gadgets.", arxivId: "2601.00002") with
            {
                Votes = 42,
            }
        );

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Following_in_a_server_is_answered_privately_and_says_what_will_happen()
    {
        var reply = await AskAsync("/follow topic graph networks", Mina);

        Assert.True(reply.Private);
        Assert.Equal(
            "You follow the topic graph networks now. When a digest of this server has such a paper, it says that you (Mina) might care, without calling you.",
            reply.Text
        );
    }

    [Theory]
    [InlineData("mention", "it calls you.")]
    [InlineData("note", "You get a private note when such a paper is new here.")]
    [InlineData("both", "it calls you. You get a private note when such a paper is new here.")]
    public async Task Whoever_wants_more_than_being_named_is_told_what(string tell, string said)
    {
        var reply = await AskAsync($"/follow topic topic:graph networks tell:{tell}", Mina);

        Assert.EndsWith(said, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_direct_messages_a_private_note_is_meant_and_nothing_else_is_possible()
    {
        var reply = await AskAsync("/follow author Ada Example", MinaAlone);
        var refusal = await AskAsync("/follow topic topic:widgets tell:mention", MinaAlone);

        Assert.Equal(
            "You follow papers by Ada Example now. You get a private note when such a paper is new here.",
            reply.Text
        );
        Assert.Equal(
            "There is no digest here that could name or call you. Take tell:note, or follow in a channel of a server.",
            refusal.Text
        );
        Assert.False(refusal.Ok);
    }

    [Fact]
    public async Task In_a_terminal_it_is_kept_and_what_needs_a_server_is_said()
    {
        var reply = await AskAsync("/follow paper Sparse Widgets", Terminal);
        var refusal = await AskAsync("/follow topic topic:widgets tell:note", Terminal);

        Assert.Equal(
            "You follow “Sparse Widgets” now. It stands in /following; being named on digests and private notes need a server on Discord.",
            reply.Text
        );
        Assert.StartsWith("A terminal has neither", refusal.Text, StringComparison.Ordinal);
        Assert.Equal("Sparse Widgets", Assert.Single((await AskAsync("/following", Terminal)).Items).Title);
    }

    [Fact]
    public async Task One_word_is_a_team_that_the_library_knows_and_else_too_little()
    {
        var team = await AskAsync("/follow author openwidgets", Mina);
        var person = await AskAsync("/follow author Example", Mina);

        Assert.True(team.Ok);
        Assert.Equal(
            "One word is too little for a person: many share it. Add a first name or an initial, such as A. Example",
            person.Text
        );
    }

    [Fact]
    public async Task Topics_and_authors_are_suggested_from_the_library_and_own_follows_to_be_stopped()
    {
        await AskAsync("/follow topic widgets", Mina);

        Assert.Equal(["memory saving"], Suggested("follow topic", "topic", "mem", Mina).Select(one => one.Value));
        Assert.Equal(["Ada Example"], Suggested("follow author", "author", "exa", Mina).Select(one => one.Value));
        var stop = Assert.Single(Suggested("unfollow", "what", "wid", Mina));
        Assert.Equal("topic: widgets", stop.Label);
        Assert.Empty(Suggested("unfollow", "what", "", Jo));
        Assert.Equal("You no longer follow topic: widgets.", (await AskAsync($"/unfollow {stop.Value}", Mina)).Text);
    }

    [Fact]
    public async Task Following_lists_everything_with_a_way_to_stop_it()
    {
        await AskAsync("/follow topic topic:widgets tell:both", Mina);
        await AskAsync("/follow author Ada Example", MinaAlone);

        var reply = await AskAsync("/following", Mina);

        Assert.True(reply.Private);
        Assert.Equal(
            [
                ("widgets", "topic · called on digests, and a private note of this server"),
                ("Ada Example", "author · a private note"),
            ],
            reply.Items.Select(item => (item.Title, item.Note))
        );
        await AskAsync(reply.Choices[0].Command, Mina);
        Assert.Equal("Ada Example", Assert.Single((await AskAsync("/following", Mina)).Items).Title);
        Assert.Empty((await AskAsync("/following", Jo)).Items);
    }

    [Theory]
    [InlineData("/unfollow topic: widgets")]
    [InlineData("/unfollow widgets")]
    [InlineData("/unfollow all")]
    [InlineData("/unfollow ALL")]
    public async Task It_can_be_stopped_by_its_name_too(string line)
    {
        await AskAsync("/follow topic Widgets", Mina);

        Assert.True((await AskAsync(line, Mina)).Ok);

        Assert.Empty((await AskAsync("/following", Mina)).Items);
    }

    [Fact]
    public async Task What_is_not_followed_cannot_be_stopped_and_the_answer_says_where_to_look()
    {
        var reply = await AskAsync("/unfollow gizmos", Mina);

        Assert.Equal(
            "You follow nothing that is called 'gizmos'. Type /following for all that you follow.",
            reply.Text
        );
    }

    [Fact]
    public async Task A_saved_paper_is_on_ones_own_list_until_it_is_taken_off()
    {
        var saved = await AskAsync("/save Sparse Widgets", Mina);
        var again = await AskAsync("/save 2601.00001", MinaAlone);
        var list = await AskAsync("/saved", MinaAlone);

        Assert.All([saved, again, list], reply => Assert.True(reply.Private));
        Assert.Equal("Saved: “Sparse Widgets”.", saved.Text);
        Assert.Equal("“Sparse Widgets” is on your list already.", again.Text);
        Assert.StartsWith("saved on ", Assert.Single(list.Items).Note, StringComparison.Ordinal);
        Assert.Empty((await AskAsync("/saved", Jo)).Items);
        Assert.Equal("2601.00001", Assert.Single(Suggested("unsave", "paper", "wid", Mina)).Value);
        Assert.Equal("“Sparse Widgets” is off your list.", (await AskAsync("/unsave sparse widgets", Mina)).Text);
        Assert.Empty((await AskAsync("/saved", Mina)).Items);
    }

    [Theory]
    [InlineData("bibtex", "papers.bib", "@misc{example")]
    [InlineData("csv", "papers.csv", "id,title,")]
    [InlineData("markdown", "papers.md", "- [Sparse Widgets](<https://arxiv.org/abs/2601.00001>)")]
    public async Task The_list_comes_as_a_file_in_the_wanted_format(string format, string name, string beginning)
    {
        await AskAsync("/save Sparse Widgets", Mina);

        var reply = await AskAsync($"/saved format:{format}", Mina);

        Assert.True(reply.Private);
        var file = Assert.Single(reply.Files);
        Assert.Equal(name, file.Name);
        Assert.StartsWith(beginning, Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_how_to_begin_in_every_format()
    {
        foreach (var line in new[] { "/saved", "/saved format:bibtex", "/saved format:list" })
        {
            Assert.StartsWith("You have saved nothing.", (await AskAsync(line, Mina)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_vote_counts_for_the_server_and_a_second_press_takes_it_back()
    {
        var first = await AskAsync("/vote Sparse Widgets", Mina);
        var second = await AskAsync("/vote Sparse Widgets", Jo);
        var back = await AskAsync(first.Buttons[0].Command, Mina);

        Assert.True(first.Private);
        Assert.Equal("Your vote counts: “Sparse Widgets” has 1 vote of this server.", first.Text);
        Assert.Equal("Your vote counts: “Sparse Widgets” has 2 votes of this server.", second.Text);
        Assert.Equal("Your vote is taken back: “Sparse Widgets” has 1 vote of this server.", back.Text);
    }

    [Fact]
    public async Task Outside_a_server_there_is_no_team_but_at_a_terminal_it_is_who_sits_there()
    {
        Assert.Equal(
            "/vote is about a server's team. Ask it in a channel of a server.",
            (await AskAsync("/vote Sparse Widgets", MinaAlone)).Text
        );
        Assert.Equal(
            "/trending by:team is about a server's team. Ask it in a channel of a server.",
            (await AskAsync("/trending by:team", MinaAlone)).Text
        );
        await AskAsync("/vote Sparse Widgets", Terminal);
        Assert.Equal(
            "1 vote of this terminal",
            Assert.Single((await AskAsync("/trending by:team", Terminal)).Items).Note
        );
    }

    [Fact]
    public async Task What_trends_in_the_team_is_its_own_votes_and_saves()
    {
        await AskAsync("/vote Sparse Widgets", Mina);
        await AskAsync("/vote Fast Gadgets", Mina);
        await AskAsync("/vote Fast Gadgets", Jo);
        await AskAsync("/save Fast Gadgets", Jo);

        var reply = await AskAsync("/trending by:team", Mina);

        Assert.Equal(
            [
                ("Fast Gadgets", "2 votes, 1 save of this server; 42 of everybody"),
                ("Sparse Widgets", "1 vote of this server"),
            ],
            reply.Items.Select(item => (item.Title, item.Note))
        );
        Assert.DoesNotContain("Mina", reply.ToString(), StringComparison.Ordinal);
        Assert.Empty((await AskAsync("/trending by:team", Mina with { Server = "98" })).Items);
    }

    [Theory]
    [InlineData("/trending by:team", "in the last 7 days")]
    [InlineData("/trending by:team period:day", "in the last 24 hours")]
    [InlineData("/trending by:team period:month", "in the last 30 days")]
    [InlineData("/trending by:team period:all", "so far")]
    public async Task Where_nobody_voted_it_says_so_and_how_to(string line, string when)
    {
        var reply = await AskAsync(line, Mina);

        Assert.True(reply.Ok);
        Assert.StartsWith(
            $"Nobody of this server voted for a paper or saved one {when}. Press Vote under a paper",
            reply.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everybodys_votes_are_still_what_trending_shows_without_by()
    {
        Assert.Equivalent((await AskAsync("/trending", Mina)).Items, (await AskAsync("/trending by:hub", Mina)).Items);
    }

    [Fact]
    public async Task Privacy_counts_what_is_kept_and_says_what_is_never_read()
    {
        await AskAsync("/follow topic topic:widgets tell:note", Mina);
        await AskAsync("/save Sparse Widgets", Mina);
        await AskAsync("/vote Sparse Widgets", Mina);

        var reply = await AskAsync("/privacy", Mina);

        Assert.True(reply.Private);
        Assert.Equal(
            ["Follows", "Saved papers", "Votes", "Never", "For a moment", "This server"],
            reply.Fields.Select(field => field.Name)
        );
        Assert.StartsWith("1 thing that you follow", reply.Fields[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("1 vote in 1 server", reply.Fields[2].Text, StringComparison.Ordinal);
        var other = await AskAsync("/privacy", Jo);
        Assert.StartsWith("Nothing", other.Text, StringComparison.Ordinal);
        Assert.Empty(other.Buttons);
    }

    [Fact]
    public async Task To_be_forgotten_is_asked_once_more_and_then_done()
    {
        await AskAsync("/follow topic widgets", Mina);
        await AskAsync("/save Sparse Widgets", Mina);

        var asked = await AskAsync("/forget-me", Mina);
        Assert.NotEmpty((await AskAsync("/following", Mina)).Items); // nothing is done yet
        var yes = Assert.Single(asked.Buttons);
        Assert.True(yes.Replaces);
        var done = await AskAsync(yes.Command, Mina);
        var again = await AskAsync(yes.Command, Mina);

        Assert.Equal("Forgotten", done.Title);
        Assert.Equal(["Follows", "Saved papers"], done.Fields.Select(field => field.Name));
        Assert.All([asked, done, again], reply => Assert.True(reply.Private));
        Assert.Equal("PaperBot keeps nothing about you.", again.Text);
        Assert.Empty((await AskAsync("/following", Mina)).Items);
        Assert.Empty((await AskAsync("/saved", Mina)).Items);
    }

    [Fact]
    public async Task Every_example_in_help_works_in_a_terminal()
    {
        await bot.KeepAsync(NewPaper.Record("Wide Residual Networks", arxivId: "1605.07146"));
        string[] own =
        [
            "follow topic",
            "follow author",
            "follow paper",
            "following",
            "unfollow",
            "save",
            "saved",
            "unsave",
            "vote",
            "privacy",
            "forget-me",
        ];
        var commands = bot.Get<CommandTable>().All.Where(command => own.Contains(command.Name)).ToList();
        Assert.Equal(own.Length, commands.Count);

        foreach (var command in commands)
        {
            var reply = await AskAsync(command.Example, Terminal);

            Assert.True(reply.Ok, $"{command.Example}: {reply.Text}");
        }
    }

    private Task<Reply> AskAsync(string line, Asker asker) => bot.AskAsync(line, asker);

    private IReadOnlyList<Suggestion> Suggested(string command, string option, string typed, Asker asker) =>
        bot.Get<CommandCompletion>()
            .Values(bot.Get<CommandTable>().Find(command)!.Options.Single(one => one.Name == option), typed, asker);
}
