using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.DiscordChat.Messages;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Digests;

/// <summary>What a digest says, before any platform shows it.</summary>
public sealed class DigestReplyTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void Each_paper_has_its_rank_its_sentence_its_votes_and_why_it_is_here()
    {
        var reply = DigestReply.From(Content(Pick(1) with { Why = "topic: diffusion" }), new DigestSettings());

        var item = Assert.Single(reply.Items);
        Assert.Equal(
            ("1.", "Paper 1", "It is about 1.", "42 votes, +12 since yesterday · topic: diffusion"),
            (item.Lead, item.Title, item.Text, item.Note)
        );
        Assert.Equal("Paper digest, Tuesday 24 November 2026", reply.Title);
        Assert.Contains("PaperBot's own engine", Assert.Single(reply.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_code_and_where_it_was_talked_about_are_links_of_the_paper()
    {
        var code = new Uri("https://github.com/a/b");
        var before = new Uri("https://discord.com/channels/1/2/3");

        var item = DigestReply.From(Content(Pick(1) with { Code = code, Before = before }), new()).Items[0];

        Assert.Equal([new("code", code), new("discussed here before", before)], item.Links);
        var shown = DiscordEmbeds.Pages(new Reply { Items = [item] })[0].Description;
        Assert.EndsWith(
            "· [code](https://github.com/a/b) · [discussed here before](https://discord.com/channels/1/2/3)",
            shown,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_teams_week_is_a_picture_too_and_the_same_in_words()
    {
        var recap = new DigestRecap(Day.AddDays(-6), Day, [new("2601.00001", "Sparse Widgets", null, 3, 1)], 2, 1);
        var content = Content(Pick(1)) with { Recap = recap };

        var reply = DigestReply.Pictured(DigestReply.From(content, new()), content);

        var file = Assert.Single(reply.Files);
        Assert.Equal(file.Name, reply.Picture);
        Assert.Equal("image/png", file.MediaType);
        Assert.Contains("Sparse Widgets", file.AltText, StringComparison.Ordinal);
        Assert.Contains(reply.Fields, field => field.Text.Contains("Sparse Widgets", StringComparison.Ordinal));
        Assert.Empty(DigestReply.Pictured(reply with { Files = [] }, Content(Pick(1))).Files);
    }

    [Fact]
    public void Who_might_care_is_named_and_of_many_only_the_first()
    {
        DigestReader[] many =
        [
            new("1", "Mina", true),
            new("2", "Jo", false),
            new("3", "Ada", false),
            new("4", "Li", false),
        ];

        Assert.EndsWith("· Mina, Jo might care", Note(many[..2]), StringComparison.Ordinal);
        Assert.EndsWith("· Mina, Jo, Ada, 1 more might care", Note(many), StringComparison.Ordinal);

        static string Note(DigestReader[] readers) =>
            DigestReply.From(Content(Pick(1) with { Readers = readers }), new()).Items[0].Note;
    }

    [Fact]
    public void What_came_late_stands_below_the_rest_and_is_counted_above()
    {
        var reply = DigestReply.From(Content(Pick(1)) with { Late = [Pick(2), Pick(3)] }, new DigestSettings());

        Assert.Equal("+2 late papers came on the list after this was posted.", reply.Text);
        Assert.Equal(["1.", "+1.", "+2."], reply.Items.Select(item => item.Lead));
        Assert.Equal(3, reply.Choices.Count);
    }

    [Fact]
    public void A_quiet_day_is_one_line_and_where_to_find_more()
    {
        var reply = DigestReply.From(Content() with { Notice = "Hugging Face posts no list on Sundays." }, new());

        Assert.Equal("Hugging Face posts no list on Sundays.", reply.Text);
        Assert.Empty(reply.Items);
        Assert.Empty(reply.Notes);
        Assert.Equal(["More"], reply.Buttons.Select(button => button.Label));
    }

    [Fact]
    public void One_chooses_what_to_summarize_and_which_to_compare_or_save()
    {
        var reply = DigestReply.From(Content(Pick(1), Pick(2)), new DigestSettings());

        Assert.Equal("Summarize…", reply.ChoicePrompt);
        Assert.Equal(
            ["/summarize paper:2401.00001", "/summarize paper:2401.00002"],
            reply.Choices.Select(one => one.Command)
        );
        Assert.Equal(["Compare", "Save", "More"], reply.Buttons.Select(button => button.Label));
        Assert.All(reply.Buttons.Take(2), button => Assert.True(button.Picks));
        Assert.Equal("/compare a:2401.00002 b:", reply.Buttons[0].For("2401.00002"));
        Assert.Equal("/save paper:2401.00002", reply.Buttons[1].For("2401.00002"));
        Assert.Equal("/edition day:2026-11-24", reply.Again);
    }

    [Fact]
    public void The_teams_week_is_a_section_whose_papers_can_be_summarized_too()
    {
        var recap = new DigestRecap(
            new(2026, 11, 16),
            new(2026, 11, 22),
            [new("2401.00009", "Best of all", null, 3, 2)],
            Voters: 4,
            Saves: 5
        );

        var reply = DigestReply.From(Content(Pick(1)) with { Recap = recap }, new DigestSettings());

        var field = Assert.Single(reply.Fields);
        Assert.Equal("The team's week, Monday 16 November 2026 to Sunday 22 November 2026", field.Name);
        Assert.Equal("Voted: 4. Saved: 5.\n1. Best of all (votes: 3, saved: 2)", field.Text);
        Assert.Equal("/summarize paper:2401.00009", reply.Choices[^1].Command);
    }

    [Fact]
    public void What_a_model_wrote_and_what_is_a_sample_is_said()
    {
        var picks = new[] { Pick(1) with { Writer = "gpt-x" }, Pick(2) with { IsSample = true } };

        var notes = DigestReply.From(Content(picks), new()).Notes;

        Assert.Contains("Sentences written by gpt-x", notes[0], StringComparison.Ordinal);
        Assert.Contains("Sample papers", notes[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("German", "Paper-Digest, 24.11.2026")]
    [InlineData("French", "Sélection d'articles, 24/11/2026")]
    [InlineData("Spanish", "Selección de artículos, 24/11/2026")]
    [InlineData("Japanese", "論文ダイジェスト 2026年11月24日")]
    [InlineData("Chinese", "论文摘报 2026年11月24日")]
    [InlineData("Klingon", "Paper digest, Tuesday 24 November 2026")]
    public void It_speaks_the_language_of_its_channel(string language, string title)
    {
        var recap = new DigestRecap(Day, Day, [new("2401.00009", "Best", null, 1, 1)], 1, 1);
        DigestReader[] readers = [.. Enumerable.Range(1, 5).Select(i => new DigestReader($"{i}", $"n{i}", false))];

        var reply = DigestReply.From(
            Content(Pick(1) with { Readers = readers, Writer = "m", IsSample = true }) with
            {
                Late = [Pick(2)],
                Recap = recap,
            },
            new DigestSettings { Language = language }
        );

        Assert.Equal(title, reply.Title);
        Assert.Contains("n1, n2, n3", reply.Items[0].Note, StringComparison.Ordinal);
        Assert.DoesNotContain(
            '{',
            $"{reply.Text}{reply.Fields[0].Name}{reply.Fields[0].Text}{string.Concat(reply.Notes)}{reply.Items[0].Note}"
        );
    }

    [Fact]
    public void A_weekly_one_is_called_so_and_leads_to_the_week()
    {
        var reply = DigestReply.From(Content(Pick(1)), new DigestSettings { IsWeekly = true });

        Assert.StartsWith("Paper digest of the week", reply.Title, StringComparison.Ordinal);
        Assert.Equal("/trending period:week", reply.Buttons[^1].Command);
    }

    [Fact]
    public void Twenty_papers_are_on_pages_that_anybody_can_turn()
    {
        var reply = DigestReply.From(Content([.. Enumerable.Range(1, 20).Select(Pick)]), new DigestSettings());

        var message = DiscordMessage.From(reply, new MessageLook { Line = reply.Again });

        Assert.Contains("Page 1 of 2", message.Embed.Footer, StringComparison.Ordinal);
        Assert.Equal("▶", message.Buttons[0][0].Label);
        Assert.Equal("1p1/edition day:2026-11-24", message.Buttons[0][0].Id);
        Assert.Equal(20, message.Menu?.Options.Count);
    }

    private static DigestContent Content(params DigestPick[] picks) => new(Day, picks, null);

    private static DigestPick Pick(int rank) =>
        new(
            rank,
            $"2401.{rank:00000}",
            $"Paper {rank}",
            new Uri($"https://arxiv.org/abs/2401.{rank:00000}"),
            $"It is about {rank}.",
            null,
            "42 votes, +12 since yesterday",
            "",
            false
        );
}
