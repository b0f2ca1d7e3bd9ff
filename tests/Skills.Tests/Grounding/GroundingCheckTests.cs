using PaperBot.Skills.Grounding;

namespace PaperBot.Skills.Tests.Grounding;

/// <summary>What stands in an abstract passes however it is said; what does not is named.</summary>
public sealed class GroundingCheckTests
{
    private const string Widgets =
        "Convolutional neural networks (CNNs) need too much memory on phones. We propose SparseWidget, a pruning method that does not "
        + "require retraining. On CIFAR-10 it reaches 97.70% accuracy and on ImageNet-1K 82.1%, while ResNet-50 reaches 76.0%. "
        + "Memory use falls by 37% and inference runs 1.6-2.1x faster on 6,000 images with 12 layers. "
        + "SparseWidget outperforms AdaPrune on three benchmarks. Pruning may also improve robustness to noise.";

    private const string Gates =
        "We propose a gate that keeps the frames with maximal similarity. Early layers learn coarse filters, while late layers adapt with every frame. "
        + "The gate works with other cameras without any tuning. It reduces flicker in long videos and is more accurate than fixed schedules. "
        + "On short videos there is no loss of accuracy.";

    [Theory]
    [InlineData("Memory use falls by 37 %.")]
    [InlineData("Memory use falls by 37 percent.")]
    [InlineData("Memory use falls by thirty-seven per cent.")]
    [InlineData("Memory use falls by a share of 0.37.")]
    [InlineData("Memory use falls by 37\\%.")]
    [InlineData("Inference runs 1.6 to 2.1 times faster.")]
    [InlineData("Inference runs 1.6–2.1× faster.")]
    [InlineData("Inference runs between 1.6x and 2.1x faster.")]
    [InlineData("It runs faster on 6K images.")]
    [InlineData("It runs faster on 6\u202F000 images.")]
    [InlineData("It runs faster on 6 000 images.")]
    [InlineData("It runs faster on six thousand images.")]
    [InlineData("It reaches 97.7 % accuracy on CIFAR-10.")]
    [InlineData("It reaches 97.7% accuracy on CIFAR10.")]
    [InlineData("SparseWidget outperforms AdaPrune on 3 benchmarks.")]
    [InlineData("Inference with twelve layers runs faster.")]
    public void A_number_may_be_written_otherwise(string text) => AssertGrounded(text);

    [Theory]
    [InlineData("The authors present SparseWidget, a pruning approach that needs no retraining.")]
    [InlineData("SparseWidget prunes without retraining.")]
    [InlineData("SparseWidget is better than AdaPrune on three benchmarks.")]
    [InlineData("AdaPrune is outperformed by SparseWidget on three benchmarks.")]
    [InlineData("CNNs need a lot of memory on phones.")]
    [InlineData("Convolutional networks require too much memory on a phone.")]
    [InlineData("Pruning might make networks more robust to noise.")]
    [InlineData("sparse-widget reduces memory by 37 %.")]
    [InlineData("The method \"does not require retraining\".")]
    [InlineData("𝐒𝐩𝐚𝐫𝐬𝐞𝐖𝐢𝐝𝐠𝐞𝐭 reduces memory use by 37%.")]
    [InlineData("TL;DR: The authors highlight SparseWidget, a pruning method without retraining.")]
    [InlineData("Memory usage falls by 37%, which is key.")]
    [InlineData("")]
    [InlineData("   ")]
    public void The_same_may_be_said_in_other_words(string text) => AssertGrounded(text);

    [Theory]
    [InlineData(UnsupportedKind.Number, "Memory use falls by 73%.", "73%")]
    [InlineData(UnsupportedKind.Number, "It reaches 97.07% accuracy on CIFAR-10.", "97.07% accuracy")]
    [InlineData(UnsupportedKind.Number, "SparseWidget outperforms AdaPrune on five benchmarks.", "five benchmarks")]
    [InlineData(UnsupportedKind.Number, "It runs faster on 6 million images.", "6 million images")]
    [InlineData(UnsupportedKind.Number, "It reaches 82.1% on CIFAR-10 and 97.70% on ImageNet-1K.", "82.1% on")]
    [InlineData(UnsupportedKind.Number, "Memory use falls by an order of magnitude.", "order of magnitude")]
    [InlineData(UnsupportedKind.Number, "The method doubles accuracy on CIFAR-10.", "doubles accuracy")]
    [InlineData(UnsupportedKind.Unit, "Memory use falls 37x.", "37x")]
    [InlineData(UnsupportedKind.Unit, "Memory use falls by 37 dB.", "37 dB")]
    [InlineData(UnsupportedKind.Unit, "Inference runs faster with 12 images.", "12 images")]
    [InlineData(UnsupportedKind.Name, "It reaches 97.70% accuracy on CIFAR-100.", "CIFAR-100")]
    [InlineData(UnsupportedKind.Name, "ResNet-101 reaches 76.0%.", "ResNet-101")]
    [InlineData(UnsupportedKind.Name, "SparseWidget was developed at DeepMind.", "DeepMind")]
    [InlineData(UnsupportedKind.Name, "Google proposes SparseWidget, a pruning method.", "Google")]
    [InlineData(
        UnsupportedKind.Name,
        "We propose SparseWidget, a pruning method, see https://example.org/code.",
        "https://example.org/code"
    )]
    [InlineData(
        UnsupportedKind.Quotation,
        "SparseWidget is \"a pruning method that never fails\".",
        "a pruning method that never fails"
    )]
    [InlineData(UnsupportedKind.Negation, "SparseWidget is a pruning method that requires retraining.", null)]
    [InlineData(UnsupportedKind.Negation, "SparseWidget does not outperform AdaPrune on three benchmarks.", null)]
    [InlineData(UnsupportedKind.Direction, "AdaPrune outperforms SparseWidget on three benchmarks.", null)]
    [InlineData(UnsupportedKind.Direction, "SparseWidget underperforms AdaPrune on three benchmarks.", null)]
    [InlineData(UnsupportedKind.Direction, "Inference runs 1.6-2.1x slower.", "slower")]
    [InlineData(UnsupportedKind.Certainty, "Pruning improves robustness to noise.", null)]
    [InlineData(UnsupportedKind.Claim, "Clinicians in rural hospitals preferred it over manual diagnosis.", null)]
    [InlineData(UnsupportedKind.Claim, "Whales sing in the deep ocean at night.", null)]
    public void What_is_wrong_is_named_with_its_words(UnsupportedKind kind, string text, string? span)
    {
        var verdict = Check(text);

        Assert.False(verdict.IsGrounded);
        var wrong = Assert.Single(verdict.Unsupported, one => one.Kind == kind);
        Assert.Contains(wrong.Span, text, StringComparison.Ordinal);
        Assert.EndsWith(".", wrong.Reason, StringComparison.Ordinal);
        if (span is not null)
        {
            Assert.Equal(span, wrong.Span);
        }
    }

    [Theory]
    [InlineData(UnsupportedKind.Direction, "The gate keeps frames with minimal similarity.")]
    [InlineData(
        UnsupportedKind.Direction,
        "Late layers learn coarse filters, whereas early ones adapt with every frame."
    )]
    [InlineData(UnsupportedKind.Direction, "Fixed schedules are more accurate than the proposed gate.")]
    [InlineData(UnsupportedKind.Direction, "On long videos the gate has a higher error.")]
    [InlineData(UnsupportedKind.Negation, "The gate must be tuned for each camera.")]
    [InlineData(UnsupportedKind.Negation, "The gate fails to reduce flicker in long videos.")]
    [InlineData(UnsupportedKind.Negation, "Accuracy on short videos degrades.")]
    [InlineData(UnsupportedKind.Certainty, "The gate is more accurate than every schedule.")]
    [InlineData(UnsupportedKind.Certainty, "The gate never drops a similar frame.")]
    [InlineData(UnsupportedKind.Claim, "The gate picks frames by random walks.")]
    public void What_turns_the_meaning_is_found(UnsupportedKind kind, string text)
    {
        var verdict = GroundingCheck.Of(text, [new GivenAbstract("gates", Gates)]);

        Assert.Contains(verdict.Unsupported, one => one.Kind == kind);
    }

    [Theory]
    [InlineData("The gate keeps the frames that are most similar.")]
    [InlineData("Late layers adapt with every frame, early layers learn coarse filters.")]
    [InlineData("The proposed gate is more accurate than fixed schedules.")]
    [InlineData("No tuning of the gate is needed for other cameras.")]
    [InlineData("The gate reduces flicker in long videos.")]
    [InlineData("Short videos lose no accuracy.")]
    public void The_same_meaning_passes(string text)
    {
        var verdict = GroundingCheck.Of(text, [new GivenAbstract("gates", Gates)]);

        Assert.True(verdict.IsGrounded, Told(verdict));
    }

    [Fact]
    public void British_and_American_spellings_are_the_same_words()
    {
        GivenAbstract[] given =
        [
            new("a", "We optimise the behaviour of modelling tools that generalise to labelled images."),
        ];

        Assert.True(
            GroundingCheck
                .Of("Optimizes the behavior of modeling tools that generalize to labeled images.", given)
                .IsGrounded
        );
    }

    [Fact]
    public void Each_sentence_is_told_which_sentences_support_it()
    {
        var verdict = Check("SparseWidget is a pruning method. Memory use falls by 37%.");

        Assert.Equal(2, verdict.Sentences.Count);
        Assert.Equal(new Support("widgets", 2), verdict.Sentences[0].Support[0]);
        Assert.Equal([new Support("widgets", 4)], verdict.Sentences[1].Support);
    }

    [Fact]
    public void A_comparison_may_rest_on_several_abstracts()
    {
        GivenAbstract[] given =
        [
            new("a", "We introduce sparse widgets. They cut memory by 37%."),
            new("b", "Dense gadgets are proposed. Their memory grows by 12%."),
        ];

        var both = GroundingCheck.Of("Sparse widgets cut memory by 37%, dense gadgets need 12% more memory.", given);
        var neither = GroundingCheck.Of("Sparse widgets cut memory by 14%.", given);

        Assert.True(both.IsGrounded, Told(both));
        Assert.Equal(["a", "b"], both.Sentences[0].Support.Select(support => support.Paper).Distinct().Order());
        Assert.False(neither.IsGrounded);
    }

    [Fact]
    public void A_title_lends_its_names_but_supports_no_claim()
    {
        var given = new GivenAbstract("a", "We introduce a way to prune networks.")
        {
            Title = "ZipNet: Pruning for Penguins",
        };

        Assert.True(GroundingCheck.Of("ZipNet is a way to prune networks.", [given]).IsGrounded);
        Assert.Empty(GroundingCheck.Of("Penguins.", [given]).Sentences[0].Support);
    }

    [Fact]
    public void Nothing_is_grounded_in_no_abstract()
    {
        Assert.False(GroundingCheck.Of("Memory use falls by 37%.", []).IsGrounded);
        Assert.False(
            GroundingCheck.Of("We propose a pruning algorithm for phones.", [new GivenAbstract("a", "")]).IsGrounded
        );
    }

    [Fact]
    public void A_text_without_end_is_not_called_grounded()
    {
        var verdict = GroundingCheck.Of(string.Concat(Enumerable.Repeat("Memory use falls by 37%. ", 2_000)), Given);

        Assert.False(verdict.IsGrounded);
        Assert.Contains(verdict.Unsupported, one => one.Reason.Contains("longer than", StringComparison.Ordinal));
    }

    private static readonly GivenAbstract[] Given = [new("widgets", Widgets)];

    private static Verdict Check(string text) => GroundingCheck.Of(text, Given);

    private static void AssertGrounded(string text)
    {
        var verdict = Check(text);
        Assert.True(verdict.IsGrounded, Told(verdict));
    }

    private static string Told(Verdict verdict) =>
        string.Join("; ", verdict.Unsupported.Select(one => $"{one.Kind} '{one.Span}': {one.Reason}"));

    private const string Frames =
        "WeaveNet cuts memory by 37% and training time to 1/4 with three layers. Its cost grows as O(d^2), and it runs 2.1x faster.";

    [Theory]
    [InlineData("WeaveNet needs about 40% less memory.")]
    [InlineData("WeaveNet roughly doubles the speed.")]
    [InlineData("Training takes a quarter of the time.")]
    [InlineData("The cost of WeaveNet grows as O(d^2).")]
    public void A_number_may_be_rounded_or_told_as_a_part(string text) => Assert.Empty(Held(text));

    [Theory]
    [InlineData("WeaveNet needs about 39% less memory.")]
    [InlineData("WeaveNet roughly triples the speed.")]
    [InlineData("Training takes a third of the time.")]
    [InlineData("Training takes a mere tenth of the time.")]
    [InlineData("The cost of WeaveNet grows as O(d^3).")]
    [InlineData("WeaveNet cuts training time by 37%.")]
    public void A_number_that_is_only_near_is_none(string text) => Assert.NotEmpty(Held(text));

    [Theory]
    [InlineData(
        "WeaveNet converges more slowly.",
        "WeaveNet speeds up convergence and improves GPU memory over rivals."
    )]
    [InlineData("WeaveNet consumes more GPU memory.", "GPU memory improves significantly over rivals with WeaveNet.")]
    [InlineData("WeaveNet beats every existing method.", "WeaveNet beats two existing methods on Weave10.")]
    [InlineData("WeaveNet loses no accuracy and proves that looms are best.", "WeaveNet shows that looms are good.")]
    [InlineData("Looms and frames are comparable.", "Looms and frames are incomparable.")]
    [InlineData("Knot networks rank looms better than WeaveNet.", "WeaveNet ranks looms better than knot networks.")]
    public void A_claim_that_is_turned_round_or_stronger_is_named(string text, string source) =>
        Assert.False(GroundingCheck.Of(text, [new GivenAbstract("", source)]).IsGrounded);

    private static IEnumerable<Unsupported> Held(string text) =>
        GroundingCheck.Of(text, [new GivenAbstract("", Frames)]).Unsupported;
}
