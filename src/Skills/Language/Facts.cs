namespace PaperBot.Skills.Language;

/// <summary>
/// The checkable in an abstract: numbers, data sets, methods, links; each once, in order. Precise before complete.
/// </summary>
public static class Facts
{
    public static IReadOnlyList<Fact> Of(string @abstract) => Of(Reading.Of("", @abstract));

    internal static IReadOnlyList<Fact> Of(Reading reading)
    {
        var facts = new List<Fact>();
        var seen = new HashSet<(FactKind, string)>();
        foreach (var fact in reading.Sentences.SelectMany(In))
        {
            if (seen.Add((fact.Kind, KeyOf(fact))))
            {
                facts.Add(fact);
            }
        }
        return facts;
    }

    private static IEnumerable<Fact> In(ReadSentence sentence) =>
        [
            .. sentence.Numbers,
            .. sentence.DataSets.Select(mention => Named(FactKind.DataSet, mention.Name, sentence)),
            .. MethodNames.In(sentence).Select(mention => Named(FactKind.Method, mention.Name, sentence)),
            .. Links.In(sentence.Text).Select(link => Named(FactKind.Link, link, sentence)),
        ];

    private static Fact Named(FactKind kind, string name, ReadSentence sentence) =>
        new(kind, name, name, sentence.Number);

    private static string KeyOf(Fact fact) =>
        fact.Kind switch
        {
            FactKind.DataSet => KnownDataSets.Canonical(KnownDataSets.KeyOf(fact.Value)),
            FactKind.Method => MethodNames.KeyOf(fact.Value),
            // The same words may stand for two values: "2.1 % on A" and "2.1 % on B" in a list.
            FactKind.Number => $"{fact.Text}|{fact.Value}|{fact.Measured?.MetricKey}|{fact.Measured?.DataSetKey}",
            _ => fact.Text,
        };
}
