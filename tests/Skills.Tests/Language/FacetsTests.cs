using System.Text.Json.Nodes;
using PaperBot.Fakes;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class FacetsTests
{
    [Fact]
    public void An_ordinary_abstract_goes_from_background_to_result()
    {
        var guesses = Facets.Of([
            "In recent years, looms have become popular for weaving widgets.",
            "However, existing looms are often slow.",
            "The aim of this paper is to make looms quicker.",
            "Specifically, we use glass instead of wood.",
            "Experimental results show that our loom outperforms others by 37%.",
            "© 2014 Widget Ltd. All rights reserved.",
        ]);

        Assert.Equal(
            [Facet.Background, Facet.Background, Facet.Objective, Facet.Method, Facet.Result, Facet.Other],
            guesses.Select(guess => guess.Facet)
        );
        Assert.All(guesses, guess => Assert.InRange(guess.Confidence, 0.2, 1));
    }

    [Fact]
    public void No_sentences_have_no_facets() => Assert.Empty(Facets.Of([]));

    [Fact]
    public void A_thousand_sentences_keep_their_probabilities()
    {
        var guesses = Facets.Of([.. Enumerable.Repeat("We use looms to weave widgets.", 1_000)]);

        Assert.All(guesses, guess => Assert.InRange(guess.Confidence, 0.2, 1));
    }

    [Fact]
    public void Two_of_three_sentences_of_labelled_abstracts_are_told_right()
    {
        var right = 0;
        var all = 0;

        foreach (var line in File.ReadLines(SharedFiles.Path("data/csabstruct/dev.jsonl")))
        {
            var record = JsonNode.Parse(line)!; // the file is JSON Lines
            var sentences = record["sentences"]!.AsArray().Select(text => (string)text!).ToArray(); // never null there
            var labels = record["labels"]!.AsArray().Select(text => (string)text!); // never null there
            var guesses = Facets.Of(sentences).Select(guess => guess.Facet.ToString().ToLowerInvariant());
            right += labels.Zip(guesses).Count(pair => pair.First == pair.Second);
            all += sentences.Length;
        }

        Assert.True(right > 0.68 * all, $"{100.0 * right / all:0.0} % of {all}");
    }
}
