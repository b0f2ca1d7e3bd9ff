using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>Pure: a paper as the counts of its stems; words of the title count more.</summary>
internal sealed class PaperVector
{
    private const double TitleTimes = 2;

    private readonly Dictionary<string, double> counts = [];
    private readonly Dictionary<string, string> spellings = []; // as the paper writes them

    public PaperVector(Paper paper)
    {
        Add(paper.Title, TitleTimes);
        Add(paper.Abstract, 1);
        foreach (var keyword in paper.Keywords)
        {
            Add(keyword, 1);
        }
    }

    public IEnumerable<string> Stems => counts.Keys;

    /// <summary>Grows slowly with how often the paper has the word; 0 where it has not.</summary>
    public double Frequency(string stem) => counts.TryGetValue(stem, out var count) ? 1 + Math.Log(count) : 0;

    public string Spelling(string stem) => spellings[stem];

    private void Add(string text, double times)
    {
        foreach (var word in Words.Of(text))
        {
            if (!IndexText.IsTooCommon(word))
            {
                var stem = Stem.Of(word);
                counts[stem] = counts.GetValueOrDefault(stem) + times;
                spellings.TryAdd(stem, word);
            }
        }
    }
}
