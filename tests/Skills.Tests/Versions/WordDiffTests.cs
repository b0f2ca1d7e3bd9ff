using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Tests.Versions;

/// <summary>Two versions of a text, as somebody reads what became of the one in the other.</summary>
public sealed class WordDiffTests
{
    [Theory]
    // A number with its unit is exchanged as a whole.
    [InlineData("It reaches 37 % on MATH.", "It reaches 41 % on MATH.", "It reaches[ 37 %]{ 41 %} on MATH.")]
    [InlineData("We train a model.", "We train a small model.", "We train a{ small} model.")]
    [InlineData("We train a small model.", "We train a model.", "We train a[ small] model.")]
    // A sentence comes in as a whole, wherever the same words could be said to begin.
    [InlineData("A first. The end.", "A first. A second. The end.", "A first.{ A second.} The end.")]
    [InlineData("The end.", "A first. The end.", "{A first.} The end.")]
    [InlineData("Widgets are fast.", "Sparse widgets are fast.", "[Widgets]{Sparse widgets} are fast.")]
    // Beginnings and ends.
    [InlineData("Old", "New", "[Old]{New}")]
    [InlineData("The cat sat.", "cat sat.", "[The ]cat sat.")]
    [InlineData("", "New text.", "{New text.}")]
    [InlineData("Old text.", "", "[Old text.]")]
    // Punctuation is a change of its own; spelling of quotes, dashes and blanks is none.
    [InlineData("Fast, cheap.", "Fast and cheap.", "Fast[,]{ and} cheap.")]
    [InlineData("It's state‑of‑the‑art at 37%.", "It’s state-of-the-art at 37 %.", "It’s state-of-the-art at 37 %.")]
    // Japanese and Chinese have no blanks.
    [InlineData("猫が好きです", "犬が好きです", "[猫]{犬}が好きです")]
    public void What_changed_is_marked_and_nothing_else(string before, string after, string expected)
    {
        Assert.Equal(expected, Marked(WordDiff.Of(before, after)));
    }

    [Fact]
    public void A_sentence_that_was_written_anew_is_one_change_and_not_a_patchwork()
    {
        const string Before = "We present a method. Experiments on the old data show that the loss falls. Code is out.";
        const string After = "We present a method. Our evaluation covers the many tasks of a later suite. Code is out.";

        var runs = WordDiff.Of(Before, After).Runs;

        Assert.Equal([DiffKind.Kept, DiffKind.Removed, DiffKind.Added, DiffKind.Kept], runs.Select(run => run.Kind));
        Assert.Equal(" Experiments on the old data show that the loss falls", runs[1].Text);
        Assert.Equal(" Our evaluation covers the many tasks of a later suite", runs[2].Text);
    }

    [Fact]
    public void Sentences_that_changed_one_after_the_other_are_told_apart()
    {
        var diff = WordDiff.Of(
            "Training takes 12 hours on 8 GPUs. We will release code upon acceptance. That is all.",
            "An ablation shows that the choice matters. Training takes 10 hours on 8 GPUs. Code is available. That is all."
        );

        Assert.Equal(
            "{An ablation shows that the choice matters.} Training takes[ 12 hours]{ 10 hours} on 8 GPUs."
                + "[ We will release code upon acceptance]{ Code is available}. That is all.",
            Marked(diff)
        );
        Assert.Equal([new NumberChange("12 hours", "10 hours")], diff.Numbers);
    }

    [Fact]
    public void A_phrase_that_stayed_inside_a_changed_sentence_is_seen_to_have_stayed()
    {
        var diff = WordDiff.Of(
            "Unfortunately, training of very large sparse networks is slow nowadays.",
            "However, training of very large sparse networks is expensive nowadays."
        );

        Assert.Equal(
            "[Unfortunately]{However}, training of very large sparse networks is[ slow]{ expensive} nowadays.",
            Marked(diff)
        );
    }

    [Fact]
    public void Numbers_that_stand_in_one_place_became_each_other()
    {
        var diff = WordDiff.Of(
            "Accuracy rises from 35.2% to 37 %, at 12 ms and with 3 seeds; it is 2x faster.",
            "Accuracy rises from 35.2% to 41 %, at 15 ms and with 3 seeds; it is 2x faster."
        );

        Assert.Equal([new NumberChange("37 %", "41 %"), new NumberChange("12 ms", "15 ms")], Split(diff));
        Assert.Empty(diff.Gone);
        Assert.Empty(diff.New);

        // "35.2% to 37 %" is one range to the reader of numbers.
        static IEnumerable<NumberChange> Split(WordDiff diff) =>
            diff.Numbers.Select(number => new NumberChange(
                number.Before.Replace("35.2% to ", "", StringComparison.Ordinal),
                number.After.Replace("35.2% to ", "", StringComparison.Ordinal)
            ));
    }

    [Fact]
    public void Numbers_of_a_sentence_that_was_written_anew_are_not_said_to_have_become_each_other()
    {
        var diff = WordDiff.Of(
            "We propose widgets. On the old benchmark of short documents they reach 37 % accuracy with little memory in our first runs.",
            "We propose widgets. Across nine languages and every length of input a later variant needs 512 GB while costs stay flat."
        );

        Assert.Empty(diff.Numbers);
        Assert.Equal(["37 %"], diff.Gone);
        Assert.Equal(["512 GB"], diff.New);
    }

    [Theory]
    [InlineData("It takes 12 ms. It is good.", "We use 3x less memory. It is good.")]
    [InlineData("It reaches an accuracy of 37 % there.", "It reaches a recall of 41 % there.")]
    [InlineData("We use 3 data sets here.", "We use 5 GPUs here.")]
    [InlineData("It needs 12 ms there.", "It needs 12 GB there.")]
    public void Numbers_that_measure_something_else_did_not_become_each_other(string before, string after)
    {
        Assert.Empty(WordDiff.Of(before, after).Numbers);
    }

    [Fact]
    public void A_number_that_moved_elsewhere_is_neither_gone_nor_new()
    {
        var diff = WordDiff.Of(
            "With 37 % less memory it runs. It is good.",
            "It is good. It runs with 37 % less memory."
        );

        Assert.Empty(diff.Gone);
        Assert.Empty(diff.New);
    }

    [Fact]
    public void A_number_in_a_name_is_no_number()
    {
        var diff = WordDiff.Of("We fine-tune ResNet-50 on it.", "We fine-tune ResNet-101 on it.");

        Assert.Empty(diff.Numbers);
        Assert.Equal("We fine-tune[ ResNet-50]{ ResNet-101} on it.", Marked(diff));
    }

    [Fact]
    public void Of_any_two_texts_what_was_kept_and_added_is_the_new_one_and_what_was_kept_and_removed_the_old_one()
    {
        string[] words =
        [
            "the",
            "widget",
            "37 %",
            "41%",
            ",",
            ".",
            "(",
            ")",
            "a",
            "memory",
            "é́",
            "𝒳",
            "猫",
            "x-y",
            "1,000",
            "~",
            "-",
        ];
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var before = Text(random, words);
            var after = random.Next(4) == 0 ? Text(random, words) : Spoilt(random, before, words);

            var runs = WordDiff.Of(before, after).Runs;

            Assert.Equal(after, Joined(runs, DiffKind.Removed));
            Assert.Equal(Bare(before), Bare(Joined(runs, DiffKind.Added)));
            Assert.DoesNotContain(
                runs.Zip(runs.Skip(1)),
                pair =>
                    pair.First.Kind == pair.Second.Kind
                    || pair is { First.Kind: DiffKind.Added, Second.Kind: DiffKind.Removed }
            );
        }
    }

    [Fact]
    public void Texts_of_any_length_are_held_against_each_other_in_bounded_memory()
    {
        var before = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"a{i}"));
        var middling = string.Join(' ', Enumerable.Range(0, 6_000).Select(i => $"b{i}"));

        Assert.Equal(2, WordDiff.Of(before, before + " end").Runs.Count);
        Assert.Equal(
            [DiffKind.Removed, DiffKind.Added],
            WordDiff.Of(middling, string.Join(' ', middling.Split(' ').Reverse())).Runs.Select(run => run.Kind)
        );
    }

    [Fact]
    public void No_blank_is_a_change()
    {
        var run = Assert.Single(WordDiff.Of("We  train\ta model .", "We train a model.").Runs);

        Assert.Equal(new DiffRun(DiffKind.Kept, "We train a model."), run);
    }

    private static string Marked(WordDiff diff) =>
        string.Concat(
            diff.Runs.Select(run =>
                run.Kind switch
                {
                    DiffKind.Removed => $"[{run.Text}]",
                    DiffKind.Added => $"{{{run.Text}}}",
                    _ => run.Text,
                }
            )
        );

    private static string Joined(IEnumerable<DiffRun> runs, DiffKind without) =>
        string.Concat(runs.Where(run => run.Kind != without).Select(run => run.Text));

    // Blanks and the spelling of dashes are no change, so what is kept has those of the text after.
    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Text(Random random, string[] words) =>
        string.Join(
            random.Next(5) == 0 ? "" : " ",
            Enumerable.Range(0, random.Next(30)).Select(_ => words[random.Next(words.Length)])
        );

    private static string Spoilt(Random random, string text, string[] words)
    {
        var parts = text.Split(' ').ToList();
        for (var i = random.Next(5); i > 0; i--)
        {
            var at = random.Next(parts.Count);
            if (random.Next(2) == 0 && parts.Count > 1)
            {
                parts.RemoveAt(at);
            }
            else
            {
                parts.Insert(at, words[random.Next(words.Length)]);
            }
        }
        return string.Join(' ', parts).Trim();
    }
}
