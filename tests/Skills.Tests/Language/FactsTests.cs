using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class FactsTests
{
    [Theory]
    [InlineData("It reaches 97.70 % test accuracy on CIFAR-10.", "97.70 % test accuracy on CIFAR-10", "97.70 %")]
    [InlineData("The loom reduces traffic by 87-95%.", "reduces traffic by 87-95%", "87-95%")]
    [InlineData(
        "The loom improves the speed of weaving by 1.6-2.1x on silk.",
        "improves the speed of weaving by 1.6-2.1x",
        "1.6-2.1x"
    )]
    [InlineData("It is up to 5x faster on GPUs.", "up to 5x faster on GPUs", "5x")]
    [InlineData("It has only ~6K parameters in all.", "only ~6K parameters", "~6K parameters")]
    [InlineData("A loom of 1.3 billion parameters.", "1.3 billion parameters", "1.3 billion parameters")]
    [InlineData("The error falls from 34.2% to 30.0% at once.", "error falls from 34.2% to 30.0%", "34.2% to 30.0%")]
    [InlineData("We obtain an F1 score of 71.3 with it.", "F1 score of 71.3", "71.3")]
    [InlineData("It runs at 30 FPS.", "30 FPS", "30 FPS")]
    [InlineData("On GPQA, the loom attains 85.9%.", "On GPQA, the loom attains 85.9%", "85.9%")]
    [InlineData("They reach 21.7 and 17.6 BLEU on it.", "21.7 and 17.6 BLEU", "21.7")]
    [InlineData("It is 16x more efficient than hands.", "16x more efficient", "16x")]
    [InlineData("It saves 80% of memory.", "saves 80% of memory", "80%")]
    [InlineData(
        "An improvement of 17.21 percentage points is seen.",
        "improvement of 17.21 percentage points",
        "17.21 percentage points"
    )]
    public void A_number_is_quoted_with_what_it_measures(string sentence, string text, string value)
    {
        var fact = Facts.Of(sentence).First(fact => fact.Kind == FactKind.Number);

        Assert.Equal(text, fact.Text);
        Assert.Equal(value, fact.Value);
        Assert.Equal(1, fact.Sentence);
    }

    [Theory]
    [InlineData("In 2014 the loom was new.")]
    [InlineData("ResNet-50 and GPT-4 are looms.")]
    [InlineData("It is shown in [12] and in (3).")]
    [InlineData("We do: 1) weave and 2) cut.")]
    [InlineData("Version 2.0.1 is out.")]
    [InlineData("A branching factor of 2 at level 3.")]
    [InlineData("3D widgets are hard.")]
    [InlineData("We use 3×3 squares.")]
    public void Years_names_and_items_are_no_facts(string sentence) =>
        Assert.DoesNotContain(Facts.Of(sentence), fact => fact.Kind == FactKind.Number);

    [Theory]
    [InlineData("We test on CIFAR-10, CIFAR-100 and ImageNet.", "CIFAR-10", "CIFAR-100", "ImageNet")]
    [InlineData("Results on CIFAR-10/100 show it.", "CIFAR-10/100")]
    [InlineData("It wins on MS COCO and PASCAL VOC 2012.", "MS COCO", "PASCAL VOC 2012")]
    [InlineData("It wins on the Silk Road dataset.", "Silk Road")]
    [InlineData("We weave for the WeaveBench benchmark.", "WeaveBench")]
    [InlineData("We use the Spider and DAVIS datasets.", "Spider", "DAVIS")]
    [InlineData("It wins on Split-CIFAR-100.", "Split-CIFAR-100")]
    [InlineData("On mini-ImageNet and NYU Depth V2 it wins.", "mini-ImageNet", "NYU Depth V2")]
    public void Data_sets_are_named_as_the_abstract_writes_them(string sentence, params string[] names) =>
        Assert.Equal(names, Facts.Of(sentence).Where(fact => fact.Kind == FactKind.DataSet).Select(fact => fact.Text));

    [Theory]
    [InlineData("It works on many QA datasets.")]
    [InlineData("The dataset is large.")]
    [InlineData("Our benchmark is new.")]
    [InlineData("We use an English corpus.")]
    [InlineData("The spider weaves in places.")]
    [InlineData("This dataset and that benchmark are old.")]
    [InlineData("We tested on several RGB-D datasets.")]
    [InlineData("We collect a UAV-based dataset and a KG-to-text benchmark.")]
    public void A_kind_of_data_is_no_name(string sentence) =>
        Assert.DoesNotContain(Facts.Of(sentence), fact => fact.Kind == FactKind.DataSet);

    [Theory]
    [InlineData("We propose GlassLoom, a loom of glass.", "GlassLoom")]
    [InlineData("A new loom, called SYLoom, is faster than ResNet-50 and BERT.", "SYLoom", "ResNet-50", "BERT")]
    [InlineData("This paper introduces Flexloom, which bends.", "Flexloom")]
    [InlineData("We compare it with GPT-4o and Llama-2-70B.", "GPT-4o", "Llama-2-70B")]
    [InlineData("We propose a loom of glass.")]
    [InlineData("We introduce Gaussian and Bayesian looms.")]
    public void Methods_are_named_as_the_abstract_writes_them(string sentence, params string[] names) =>
        Assert.Equal(names, Facts.Of(sentence).Where(fact => fact.Kind == FactKind.Method).Select(fact => fact.Text));

    [Theory]
    [InlineData("Code is at https://github.com/loom/loom.", "https://github.com/loom/loom")]
    [InlineData("Code: github.com/loom/loom, and more.", "github.com/loom/loom")]
    [InlineData("See (https://loom.github.io/a_b?c=1).", "https://loom.github.io/a_b?c=1")]
    [InlineData("See \"www.example.org/loom\".", "www.example.org/loom")]
    public void A_link_is_found_without_what_ends_the_sentence(string sentence, string link) =>
        Assert.Equal(link, Facts.Of(sentence).Single(fact => fact.Kind == FactKind.Link).Text);

    [Fact]
    public void What_is_said_twice_is_one_fact() =>
        Assert.Equal(
            ["ImageNet", "COCO"],
            Facts
                .Of("We test on ImageNet. We win on ImageNet-1K and COCO. MS COCO is hard.")
                .Where(fact => fact.Kind == FactKind.DataSet)
                .Select(fact => fact.Text)
        );
}
