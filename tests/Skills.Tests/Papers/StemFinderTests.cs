using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Papers;

public sealed class StemFinderTests
{
    [Fact]
    public void Stems_are_found_in_every_form_of_their_words()
    {
        var finder = new StemFinder([Stem.Of("networks"), Stem.Of("learning")]);
        var places = new List<int>();

        finder.Read("Learned networks: a network of learners that learns.", places);

        Assert.Equal([1, 0, StemFinder.None, 0, StemFinder.None, StemFinder.None, StemFinder.None, 1], places);
    }

    [Fact]
    public void Passing_words_by_without_stemming_them_misses_none()
    {
        var vowels = "aeiouybdst";
        var words = new List<string> { "ies", "eyed", "ayed", "dying", "sky", "é", "42", "深" };
        foreach (var one in vowels)
        {
            foreach (var two in vowels)
            {
                foreach (var end in new[] { "", "y", "s", "ies", "ied", "ed", "ing", "eed", "er", "ly", "ational" })
                {
                    words.Add($"{one}{two}{end}");
                }
            }
        }
        foreach (var word in words)
        {
            var places = new List<int>();

            new StemFinder([Stem.Of(TitleKey.Of(word))]).Read(word, places);

            Assert.True(places is [0], $"{word} is not found by its own stem {Stem.Of(word)}");
        }
    }
}
