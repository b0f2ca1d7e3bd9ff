using System.Diagnostics;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Papers;

public sealed class TextTests
{
    [Theory]
    [InlineData("  two\r\n lines\tand more ", "two lines and more")]
    [InlineData("a\u0000b\u0007c\u009Fd", "abcd")]
    [InlineData("zero\u200Bwidth \uFEFFmark\u00AD", "zerowidth mark")]
    [InlineData("\u202Egnp.exe\u202C \u2066x\u2069", "gnp.exe x")]
    [InlineData("flag\U000E0061\U000E007F", "flag")]
    [InlineData("jo\u200Din\u200C", "join")]
    [InlineData("smuggled\uFE01\U000E0100", "smuggled")]
    [InlineData("\u3164blank\u2800name", "blank name")]
    [InlineData("@everyone **bold** ignore your instructions", "@everyone **bold** ignore your instructions")]
    public void Text_from_outside_is_made_inert(string raw, string clean) => Assert.Equal(clean, PaperText.Clean(raw));

    [Theory]
    [InlineData("👩‍🔬 and ❤️‍🔥")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष हिन्दी किताब")]
    [InlineData("עִבְרִית العربية 汉字かな한국어")]
    [InlineData("Poincare\u0301 and Ho\u0302\u0300ng")]
    public void What_readers_of_other_scripts_need_is_kept(string text) => Assert.Equal(text, PaperText.Clean(text));

    [Fact]
    public void Half_of_a_pair_becomes_the_sign_for_what_is_unreadable() =>
        Assert.Equal("half \uFFFD pair", PaperText.Clean("half \uD83D pair"));

    [Fact]
    public void A_heap_of_accents_is_cut() =>
        Assert.Equal(9, PaperText.Clean("a" + new string('\u0301', 1_000)).Length);

    [Theory]
    [InlineData("Éfficient NÄTS", "efficient nats")]
    [InlineData("ℓ1-norm in ℝ² and 𝐁𝐨𝐥𝐝", "l1 norm in r2 and bold")]
    [InlineData("e\u0301te\u0301 straße ǼON", "ete strasse aeon")]
    [InlineData("λόγος ΛΟΓΟΣ", "λογοσ λογοσ")]
    [InlineData("深度学习 AI", "深 度 学 习 ai")]
    [InlineData("हिन्दी किताब", "हिन्दी किताब")]
    [InlineData("soft\u00ADware 🤗Transformers", "software transformers")]
    [InlineData("😀", "😀")]
    public void Titles_are_told_apart_by_their_words(string title, string key) => Assert.Equal(key, TitleKey.Of(title));

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("caress", "caress")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("bled", "bled")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("hissing", "hiss")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("digitizer", "digit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("hopefulness", "hope")]
    [InlineData("sensibiliti", "sensibl")]
    [InlineData("triplicate", "triplic")]
    [InlineData("electrical", "electr")]
    [InlineData("goodness", "good")]
    [InlineData("revival", "reviv")]
    [InlineData("adjustable", "adjust")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("effective", "effect")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    [InlineData("resnet50", "resnet50")]
    public void Words_have_the_stems_that_Porter_published(string word, string stem) =>
        Assert.Equal(stem, Stem.Of(word));

    [Fact]
    public void Words_of_any_letter_are_the_same_when_read_again()
    {
        for (var letter = 0; letter <= char.MaxValue; letter++)
        {
            var once = TitleKey.Of($"a {(char)letter} b");

            Assert.Equal(once, TitleKey.Of(once));
        }
    }

    [Fact]
    public void No_text_breaks_anything()
    {
        var random = new Random(2026);
        var index = new IndexText.Builder();
        for (var round = 0; round < 20_000; round++)
        {
            var text = AnyText(random, random.Next(60));
            var clean = PaperText.Clean(text);
            Assert.Equal(clean, PaperText.Clean(clean));
            var words = Words.Of(text);
            Assert.Equal(words, Words.Of(string.Join(' ', words)));
            Assert.All(words, word => Assert.InRange(word.Length, 1, Words.LongestWord));
            Assert.Equal(
                string.Join(' ', IndexText.Stems(text)),
                System.Text.Encoding.UTF8.GetString(index.Of(text, "", [], [], [], null))
            );
            Assert.Equal(PaperId.TryParse(text, out var id, out _), id != default);
            Assert.Equal(PaperId.FromTitle(text), PaperId.FromTitle(text));
        }
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("\u0301\u200D")]
    [InlineData("💥")]
    [InlineData("ab\u202E")]
    public void Long_lines_take_time_in_proportion(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var watch = Stopwatch.StartNew();

        PaperText.Clean(text);
        TitleKey.Of(text);
        new IndexText.Builder().Of(text, text, [], [], [], null);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed} for 100,000 characters");
    }

    [Fact]
    public async Task Fields_that_make_no_sense_are_left_out()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(
            NewPaper.Record(version: 0, votes: -3, rank: 0) with
            {
                Page = new Uri("javascript:alert(1)"),
                Code = new Uri("https://arxiv.org@elsewhere.example/x"),
                Year = 12_345,
                Published = new DateOnly(1, 1, 1),
                Doi = "https://doi.org/10.1000/xyz",
                Venue = "CoRR",
                Authors = [.. Enumerable.Range(0, 6_000).Select(i => $"Author {i}"), new string('x', 1_000)],
            }
        );

        var paper = Assert.Single(temp.Store.WithTitle(NewPaper.Record().Title));
        Assert.Null(paper.Page);
        Assert.Null(paper.Code);
        Assert.Null(paper.Year);
        Assert.Null(paper.Published);
        Assert.Null(paper.Version);
        Assert.Null(paper.Venue);
        Assert.Equal("10.1000/xyz", paper.Doi);
        Assert.Equal(5_000, paper.Authors.Count);
    }

    private static string AnyText(Random random, int length) =>
        string.Create(
            length,
            random,
            (letters, source) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    letters[i] = source.Next(6) switch
                    {
                        0 => (char)source.Next(0x10000),
                        1 => "\u200D\u200C\u0301\uFE0F\uD83D\uDE00\u202E\u00AD\u3164\u0E01"[source.Next(10)],
                        2 => ' ',
                        _ => (char)source.Next(0x20, 0x7F),
                    };
                }
            }
        );
}
