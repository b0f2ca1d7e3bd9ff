using System.Text;
using System.Text.RegularExpressions;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.Tests.DiscordChat.Messages;

/// <summary>Text from papers and people on its way to Discord: it says the same there, does nothing, and fits.</summary>
public sealed partial class DiscordTextTests
{
    // Accents, emoji of many parts, writing from right to left, half letters, and everything Discord reads as something.
    internal static readonly string[] Pieces =
    [
        "word",
        "state-of-the-art",
        "C++",
        "C#",
        "p < 0.05",
        "x_i",
        "a|b",
        "~10%",
        "17:30",
        "[0, 1]",
        "f(x)",
        "100%",
        "1. ",
        "2020. ",
        "- ",
        "-# ",
        "# ",
        "### ",
        "> ",
        ">>> ",
        "* ",
        "+ ",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u0085",
        "\u2028",
        "**bold**",
        "*it*",
        "_it_",
        "__under__",
        "~~struck~~",
        "||spoiler||",
        "`code`",
        "``co`de``",
        "```js\ncode\n```",
        "[x](https://a.b)",
        "](https://a.b)",
        "https://a.b/c_d",
        "<https://a.b>",
        "http://a.b)",
        "discord://x",
        "<@123456789012345678>",
        "<@!1>",
        "<@&1>",
        "<#123>",
        "</search:123>",
        "<t:1700000000:R>",
        "<:x:123>",
        "<a:x:123>",
        "<id:guide>",
        ":smile:",
        ":+1:",
        "@everyone",
        "@here",
        "@Everyone",
        "@\u202Eeveryone",
        ":smi\u0000le:",
        "me@a.org",
        "¯\\_(ツ)_/¯",
        "\\",
        "\\\\",
        "\\*",
        "é",
        "e\u0301",
        "a\u0301\u0302\u0303",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "1️⃣",
        "中文字",
        "日本語テキスト",
        "עברית",
        "العربية",
        "\u202E",
        "\u2066",
        "\u2069",
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "𝒳",
        "supercalifragilisticexpialidocious",
        new('x', 300),
        "a" + new string('\u0301', 100),
    ];

    [Theory]
    [InlineData("state-of-the-art: C++, C# and p < 0.05 at ~10% of a|b, f(x) -> 2")]
    [InlineData("What is 3.5 times as fast? See (Smith et al., 2020); 17:30 o'clock!")]
    [InlineData("me@a.org / 5 - 3 = 2 # no heading > no quote")]
    public void Ordinary_writing_is_left_as_it_is(string text) => Assert.Equal(text, DiscordText.Fit(text, 1_000));

    [Theory]
    [InlineData("**bold** _it_ `code`", @"\*\*bold\*\* \_it\_ \`code\`")]
    [InlineData("~~struck~~ ||spoiler||", @"\~\~struck\~\~ \|\|spoiler\|\|")]
    [InlineData("[x](https://a.b)", @"\[x\](https\://a.b)")]
    [InlineData("<@1> <#2> </a:3> <t:4:R> <:e:5>", @"\<@1> \<#2> \</a:3> \<t\:4:R> \<\:e:5>")]
    [InlineData(":smile: :+1:", @"\:smile: \:+1:")]
    [InlineData("# a\n- b\n> c\n-# d\n1. e\n+ f", "\\# a\n\\- b\n\\> c\n\\-\\# d\n1\\. e\n\\+ f")]
    [InlineData("   ## a\n  - b", "\\#\\# a\n  \\- b")]
    [InlineData(@"\alpha ¯\_(ツ)_/¯", @"\\alpha ¯\\\_(ツ)\_/¯")]
    [InlineData("@everyone @here @Here", "@\u200Beveryone @\u200Bhere @\u200BHere")]
    public void What_Discord_would_read_as_something_is_shown_as_it_stands(string text, string shown) =>
        Assert.Equal(shown, DiscordText.Fit(text, 1_000));

    [Theory]
    [InlineData("@\u202Eeveryone", "@\u200Beveryone")]
    [InlineData(":smi\u0001le:", @"\:smile:")]
    [InlineData("|\u2066|x|\u0000|", @"\|\|x\|\|")]
    [InlineData("https:\u0007//a.b", @"https\://a.b")]
    public void What_is_left_out_hides_nothing(string text, string shown) =>
        Assert.Equal(shown, DiscordText.Fit(text, 1_000));

    [Fact]
    public void Footers_buttons_and_menus_get_no_backslashes() =>
        Assert.Equal("**a** @everyone [b](c) <@1>", DiscordText.FitPlain("**a** @everyone\u202E [b](c) <@1>", 100));

    [Theory]
    [InlineData("👩‍👩‍👧‍👦", 10)]
    [InlineData("👍🏽", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("🇩🇪", 3)]
    public void An_emoji_or_an_accented_letter_is_not_cut_in_two(string sign, int most) =>
        Assert.Equal("…", DiscordText.Fit(sign + sign, most));

    [Fact]
    public void A_heap_of_accents_is_cut_all_the_same() =>
        Assert.Equal(200, DiscordText.Fit("a" + new string('\u0301', 100_000), 200).Length, tolerance: 64);

    [Fact]
    public void A_long_text_ends_at_a_word_with_dots() =>
        Assert.Equal("We train a model…", DiscordText.Fit("We train a model on everything", 20));

    [Fact]
    public void An_escape_is_not_cut_in_two() => Assert.Equal("ab…", DiscordText.Fit("ab*cd", 4));

    [Theory]
    [InlineData("Attention Is All You Need", true)]
    [InlineData("state-of-the-art: a survey (2nd ed.)", true)]
    [InlineData("1. Introduction", false)]
    [InlineData("[Re] A study", false)]
    [InlineData("x] y", false)]
    [InlineData("snake_case", false)]
    [InlineData("see https://a.b", false)]
    [InlineData("", false)]
    public void A_title_that_Discord_would_garble_is_no_text_of_a_link(string title, bool can) =>
        Assert.Equal(can, DiscordText.CanBeLink(title));

    [Fact]
    public void Ten_thousand_nasty_texts_fit_and_do_nothing()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 10_000; i++)
        {
            var text = Nasty(random);
            var most = random.Next(1, 300);

            var shown = DiscordText.Fit(text, most);
            var plain = DiscordText.FitPlain(text, most);

            Assert.InRange(shown.Length, 0, most);
            Assert.InRange(plain.Length, 0, most);
            AssertWhole(shown);
            AssertWhole(plain);
            AssertDead(shown);
            Assert.Equal(shown, DiscordText.Fit(text, most));
            Assert.Equal(DiscordText.FitPlain(text, int.MaxValue), Read(DiscordText.Fit(text, int.MaxValue)));
        }
    }

    internal static string Nasty(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(0, 14); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0)
            {
                text.Append(' ');
            }
        }
        return text.ToString();
    }

    internal static void AssertWhole(string text) =>
        Assert.True(
            text.EnumerateRunes().All(rune => rune.Value != 0)
                && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text,
            text
        );

    // What is left when the escapes are read as Discord reads them must hold nothing that it reads as something.
    private static void AssertDead(string shown)
    {
        var left = Escape().Replace(shown, "\u0001");
        Assert.False(Markup().IsMatch(left), $"{Markup().Match(left)} in {shown}");
        Assert.False(shown.EndsWith('\\') && !shown.EndsWith(@"\\", StringComparison.Ordinal), shown);
    }

    // As a reader sees it, without the mark that parts @everyone.
    private static string Read(string shown) =>
        Broken().Replace(Escape().Replace(shown, match => match.Value[1..]), "@");

    [GeneratedRegex(@"\\[^0-9A-Za-z\s]")]
    private static partial Regex Escape();

    [GeneratedRegex("@\u200B(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex Broken();

    [GeneratedRegex(
        @"[*_`\[]|~~|\|\||@everyone|@here|<[@#/:!&a-z0-9+]|:/|:[\w+~-]+:|^\s*(#|>|[-+]\s|-#|\d+\.\s)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Markup();
}
