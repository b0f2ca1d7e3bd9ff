namespace PaperBot.Skills.Language;

/// <summary>The checkable in an abstract: numbers, data sets, links; each once, in order. Precise before complete.</summary>
public static class Facts
{
    public static IReadOnlyList<Fact> Of(string @abstract) => Of(Reading.Of("", @abstract));

    internal static IReadOnlyList<Fact> Of(Reading reading)
    {
        var facts = new List<Fact>();
        var seen = new HashSet<(FactKind, string)>();
        foreach (var fact in reading.Sentences.SelectMany(In))
        {
            var key =
                fact.Kind == FactKind.DataSet ? KnownDataSets.Canonical(KnownDataSets.KeyOf(fact.Value)) : fact.Text;
            if (seen.Add((fact.Kind, key)))
            {
                facts.Add(fact);
            }
        }
        return facts;
    }

    private static IEnumerable<Fact> In(ReadSentence sentence) =>
        [
            .. sentence.Numbers,
            .. sentence.DataSets.Select(mention => new Fact(
                FactKind.DataSet,
                mention.Name,
                mention.Name,
                sentence.Number
            )),
            .. Links.In(sentence.Text).Select(link => new Fact(FactKind.Link, link, link, sentence.Number)),
        ];
}
