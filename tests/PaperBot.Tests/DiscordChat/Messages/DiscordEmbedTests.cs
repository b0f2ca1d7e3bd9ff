using System.Text.RegularExpressions;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.Tests.DiscordChat.Messages;

/// <summary>Answers on their way to Discord: nothing is lost, and every page is within every limit.</summary>
public sealed partial class DiscordEmbedTests
{
    [Fact]
    public void An_item_shows_its_rank_its_linked_title_its_text_and_its_small_print()
    {
        var item = new ReplyItem(
            "1.",
            "Attention Is All You Need",
            new Uri("https://arxiv.org/abs/1706.03762"),
            "A text.",
            "12 votes",
            null
        );

        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Items = [item] }));

        Assert.Equal(
            "**1\\. [Attention Is All You Need](https://arxiv.org/abs/1706.03762)**\nA text.\n-# 12 votes",
            page.Description
        );
    }

    [Fact]
    public void A_title_with_signs_of_markdown_stands_before_its_link_where_backslashes_do_not_show()
    {
        var item = new ReplyItem("", "[Re] *Attention*", new Uri("https://arxiv.org/abs/1706.03762"), "", "", null);

        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Items = [item] }));

        Assert.Equal(@"**\[Re] \*Attention\* ([open](https://arxiv.org/abs/1706.03762))**", page.Description);
    }

    [Fact]
    public void Brackets_and_stars_in_an_address_do_not_end_the_link()
    {
        var item = new ReplyItem("", "A", new Uri("https://a.org/x_(y)/**/[z]"), "", "", null);

        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Items = [item] }));

        Assert.Equal("**[A](https://a.org/x_%28y%29/%2A%2A/%5Bz%5D)**", page.Description);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("relative/path")]
    public void What_is_no_web_address_is_no_link(string address)
    {
        var link = new Uri(address, UriKind.RelativeOrAbsolute);

        var page = Assert.Single(
            DiscordEmbeds.Pages(
                new Reply
                {
                    Title = "T",
                    Link = link,
                    Items = [new ReplyItem("", "A", link, "", "", null)],
                }
            )
        );

        Assert.Null(page.Link);
        Assert.Equal("**A**", page.Description);
    }

    [Fact]
    public void Titles_and_headings_are_escaped_because_Discord_reads_markdown_there_and_footers_are_not()
    {
        var reply = new Reply
        {
            Title = "**T**",
            Fields = [new ReplyField("_F_", "`V`", [1, 2])],
            Notes = ["*N*"],
        };

        var page = Assert.Single(DiscordEmbeds.Pages(reply));

        Assert.Equal(@"\*\*T\*\*", page.Title);
        Assert.Equal(new EmbedField(@"\_F\_", @"\`V\` \[1, 2]"), Assert.Single(page.Fields));
        Assert.Equal("*N*", page.Footer);
    }

    [Fact]
    public void A_field_that_is_cut_keeps_its_sources()
    {
        var page = Assert.Single(
            DiscordEmbeds.Pages(new Reply { Fields = [new ReplyField("F", new string('x', 2_000), [3])] })
        );

        Assert.EndsWith(@"… \[3]", page.Fields[0].Value, StringComparison.Ordinal);
        Assert.Equal(DiscordLimits.FieldValue, page.Fields[0].Value.Length);
    }

    [Fact]
    public void Nothing_at_all_is_still_a_message_that_Discord_takes() =>
        Assert.Equal("\u200B", Assert.Single(DiscordEmbeds.Pages(new Reply())).Description);

    [Fact]
    public void A_blank_name_or_text_is_one_that_Discord_takes()
    {
        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Fields = [new ReplyField(" \u0000", "\n\t ", [])] }));

        Assert.Equal(new EmbedField("\u200B", "\u200B"), Assert.Single(page.Fields));
    }

    [Fact]
    public void Two_hundred_items_follow_a_long_text_each_once_and_in_order()
    {
        var reply = new Reply
        {
            Text = new string('t', 3_500),
            Items =
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => new ReplyItem(
                        $"{i}.",
                        $"Title {i} {new string('x', 250)}",
                        new Uri("https://a.org/" + new string('p', 480)),
                        new string('y', 900),
                        "n",
                        null
                    )),
            ],
            Notes = [new string('n', 3_000)],
        };

        var pages = DiscordEmbeds.Pages(reply);

        AssertWithinLimits(pages);
        Assert.Equal(
            Enumerable.Range(0, 200),
            pages
                .SelectMany(page => ItemTitle().Matches(page.Description))
                .Select(match => int.Parse(match.Groups["n"].Value))
        );
        Assert.Equal($"Page 1 of {pages.Count}", pages[0].Footer.Split('\n')[0]);
    }

    [Fact]
    public void Sixty_fields_and_a_table_of_four_columns_are_all_there_in_order()
    {
        var reply = new Reply
        {
            Title = new string('*', 300),
            Fields =
            [
                .. Enumerable.Range(0, 60).Select(i => new ReplyField($"field {i}", new string('v', i * 40), [1])),
            ],
            Table = new ReplyTable(
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(i => new ReplyColumn($"column {i}", new Uri("https://a.org/" + new string('p', 495)))),
                ],
                [
                    .. Enumerable
                        .Range(0, 30)
                        .Select(i => new ReplyRow(
                            $"row {i}",
                            [
                                .. Enumerable
                                    .Range(0, 4)
                                    .Select(j => new ReplyCell($"cell {i} {j} {new string('_', 400)}", [j])),
                            ]
                        )),
                ]
            ),
        };

        var pages = DiscordEmbeds.Pages(reply);

        AssertWithinLimits(pages);
        var fields = pages.SelectMany(page => page.Fields).ToList();
        Assert.Equal(
            [
                .. Enumerable.Range(0, 60).Select(i => $"field {i}"),
                "A",
                "B",
                "C",
                "D",
                .. Enumerable.Range(0, 30).SelectMany(i => new[] { $"row {i}", $"row {i} (continued)" }),
            ],
            fields.Select(field => field.Name)
        );
        var rows = fields.Where(field => field.Name.StartsWith("row", StringComparison.Ordinal)).Chunk(2);
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    ["**A:**", "**B:**", "**C:**", "**D:**"],
                    row.SelectMany(part => part.Value.Split('\n')).Select(line => line[..6])
                )
        );
    }

    [Fact]
    public void A_row_of_four_short_cells_is_one_field_uncut()
    {
        var reply = new Reply
        {
            Table = new ReplyTable(
                [.. Enumerable.Range(0, 4).Select(i => new ReplyColumn($"column {i}", null))],
                [
                    new ReplyRow(
                        "Results",
                        [
                            .. Enumerable.Range(0, 3).Select(i => new ReplyCell($"cell {i}", [i])),
                            new ReplyCell(new string('x', 450), [3]),
                        ]
                    ),
                ]
            ),
        };

        var field = Assert.Single(DiscordEmbeds.Pages(reply)[0].Fields, field => field.Name == "Results");

        Assert.Contains(new string('x', 450), field.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_hundred_nasty_answers_are_within_every_limit_and_whole()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 400; i++)
        {
            var reply = Nasty(random);

            var pages = DiscordEmbeds.Pages(reply);

            AssertWithinLimits(pages);
            var others = pages.Sum(page => page.Fields.Count) - TableFields(reply);
            Assert.InRange(others, reply.Fields.Count, reply.Fields.Count + Continued(reply));
            var links = pages.SelectMany(page => Link().Matches(page.Description)).Count();
            Assert.Equal(reply.Items.Count(item => item.Link is not null), links);
        }
    }

    [Fact]
    public void The_same_answer_is_the_same_message()
    {
        var pages = DiscordEmbeds.Pages(Nasty(new Random(7)));

        Assert.Equal(Show(pages), Show(DiscordEmbeds.Pages(Nasty(new Random(7)))));
    }

    private static int TableFields(Reply reply) =>
        reply.Table is { } table ? table.Columns.Count + table.Rows.Count : 0;

    // A row with many long cells takes further fields.
    private static int Continued(Reply reply) => reply.Table?.Rows.Sum(row => Math.Max(0, row.Cells.Count - 1)) ?? 0;

    private static string Show(IReadOnlyList<DiscordEmbed> pages) =>
        string.Join(
            '\n',
            pages.Select(page => $"{page.Title}{page.Description}{string.Join('|', page.Fields)}{page.Footer}")
        );

    private static Reply Nasty(Random random)
    {
        string Text() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => DiscordTextTests.Nasty(random)));
        List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];
        return new Reply
        {
            Title = random.Next(3) == 0 ? null : Text(),
            Text = Text(),
            Items = Some(
                25,
                () =>
                    new ReplyItem(
                        Text(),
                        Text(),
                        random.Next(2) == 0 ? null : new Uri("https://a.org/x_(y)*?[z]"),
                        Text(),
                        Text(),
                        null
                    )
            ),
            Fields = Some(40, () => new ReplyField(Text(), Text(), Some(9, () => random.Next(30)))),
            Table =
                random.Next(2) == 0
                    ? null
                    : new ReplyTable(
                        Some(6, () => new ReplyColumn(Text(), new Uri("https://a.org/_*_"))),
                        Some(20, () => new ReplyRow(Text(), Some(6, () => new ReplyCell(Text(), Some(4, () => 1)))))
                    ),
            Notes = Some(4, Text),
        };
    }

    private static void AssertWithinLimits(IReadOnlyList<DiscordEmbed> pages)
    {
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            Assert.InRange(page.Length, 1, DiscordLimits.AllEmbeds);
            Assert.InRange(page.Title.Length, 0, DiscordLimits.EmbedTitle);
            Assert.InRange(page.Description.Length, 0, DiscordLimits.EmbedDescription);
            Assert.InRange(page.Footer.Length, 0, DiscordLimits.Footer);
            Assert.InRange(page.Fields.Count, 0, DiscordLimits.Fields);
            Assert.True(page.Description.Length > 0 || page.Fields.Count > 0);
            DiscordTextTests.AssertWhole(page.Title + page.Description + page.Footer);
            Assert.All(
                page.Fields,
                field =>
                {
                    Assert.InRange(field.Name.Trim().Length, 1, DiscordLimits.FieldName);
                    Assert.InRange(field.Value.Trim().Length, 1, DiscordLimits.FieldValue);
                    DiscordTextTests.AssertWhole(field.Name + field.Value);
                }
            );
        }
    }

    [GeneratedRegex(@"\[Title (?<n>\d+) ", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemTitle();

    // Not one that is escaped.
    [GeneratedRegex(@"(?<!\\)\[[^\[\]\\]+\]\(https://a\.org/x_%28y%29%2A\?%5Bz%5D\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
