using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

/// <summary>Numbers with their unit, metric and data set: precise before complete.</summary>
public sealed class NumbersTests(ITestOutputHelper output)
{
    [Fact]
    public void Numbers_are_paired_as_a_careful_reader_pairs_them()
    {
        var labelled = Read(NumberCheckSet.Text).ToArray();
        var (right, found, wanted) = (0, 0, 0);
        foreach (var (sentence, expected) in labelled)
        {
            var actual = NumbersOf(sentence).ToList();
            var hits = expected.Count(actual.Remove);
            (right, found, wanted) = (right + hits, found + hits + actual.Count, wanted + expected.Count);
            var missing = expected.Except(NumbersOf(sentence)).ToArray();
            if (actual.Count > 0 || missing.Length > 0)
            {
                output.WriteLine(
                    $"{sentence}\n  missing: {string.Join("; ", missing)}\n  wrong: {string.Join("; ", actual)}"
                );
            }
        }
        output.WriteLine(
            $"{labelled.Length} sentences, {wanted} facts: precision {right}/{found}, recall {right}/{wanted}"
        );

        Assert.True(labelled.Length >= 80);
        Assert.True(right >= 0.98 * found, $"precision {right}/{found}");
        Assert.True(right >= 0.97 * wanted, $"recall {right}/{wanted}");
    }

    private static IEnumerable<string> NumbersOf(string sentence) =>
        Facts
            .Of(sentence)
            .Where(fact => fact.Kind == FactKind.Number)
            .Select(fact =>
                $"{Sign(fact.Measured!.Role)}{fact.Value} | {fact.Measured.Metric ?? "-"} | {fact.Measured.DataSet ?? "-"}" // numbers are measured
            );

    private static string Sign(NumberRole role) =>
        role switch
        {
            NumberRole.Change => "Δ ",
            NumberRole.Other => "~ ",
            _ => "",
        };

    private static IEnumerable<(string Sentence, List<string> Expected)> Read(string text)
    {
        (string Sentence, List<string> Expected)? current = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(' '))
            {
                current?.Expected.Add(line.Trim());
                continue;
            }
            if (current is { } done)
            {
                yield return done;
            }
            current = (line, []);
        }
        if (current is { } last)
        {
            yield return last;
        }
    }
}
