using System.Text.Json;
using PaperBot.Benchmarks.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class EvalRelatedTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("related-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(new double[] { 1, 0, 0, 3, 0, 0, 0, 0, 0, 0 }, 0.25)] // two places: 1 of 3 + 1
    [InlineData(new double[] { 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0.75395)] // (1 + 2 / log2 3) / (2 + 1)
    [InlineData(new double[] { 0, 0, 0, 0, 0 }, 0)]
    [InlineData(new double[] { 3, 2, 1 }, 0)] // a fifth of three is no place
    [InlineData(new double[] { 3, 0, 0, 0, 0 }, 1)]
    public void NDCG_at_a_fifth_is_as_computed_by_hand(double[] grades, double expected) =>
        Assert.Equal(expected, Ndcg.AtFifth(grades), 5);

    [Fact]
    public void Each_facet_is_ranked_by_the_sentences_about_it()
    {
        Papers(
            (
                "q",
                "Looms",
                "Hand looms are slow and loud, which is still a problem. We use Kalman filters that track images of a camera. It wins by 3%."
            ),
            (
                "same-problem",
                "Weaving",
                "Hand looms are slow and loud, which is still a problem. We use genetic algorithms that order pedals. It saves money."
            ),
            (
                "same-method",
                "Boats",
                "Boats are wet and old, which is still a problem. We use Kalman filters that track images of a camera. It saves money."
            ),
            ("nothing", "Parsing", "Parsers err. We propose a beam. It saves time.")
        );
        Queries(
            """{"id":"1","paper":"q","facet":"background","candidates":["nothing","same-method","same-problem"]}""",
            """{"id":"2","paper":"q","facet":"method","candidates":["nothing","same-method","same-problem"]}""",
            """{"id":"3","paper":"q","facet":null,"candidates":["nothing"],"relevant":{"nothing":2}}"""
        );

        var orders = Evaluate();

        Assert.Equal("same-problem", orders[0][0]);
        Assert.Equal("same-method", orders[1][0]);
        Assert.Equal("nothing", orders[0][2]);
        Assert.Equal(["nothing"], orders[2]);
    }

    [Fact]
    public void What_is_asked_twice_or_has_no_text_is_ranked_with_the_others()
    {
        Papers(("q", "Looms", "Hand looms are slow."), ("empty", "", ""), ("near", "Looms", "Looms are slow."));
        Queries("""{"id":"1","paper":"q","facet":"result","candidates":["empty","near","near","q"]}""");

        Assert.Equal(["q", "near", "near", "empty"], Evaluate()[0]);
    }

    [Theory]
    [InlineData("""{"id":"7","paper":"gone","candidates":["q"]}""", "Query 7 names the paper gone")]
    [InlineData("""{"id":"7","paper":"q","candidates":["gone"]}""", "Query 7 names the paper gone")]
    [InlineData(
        """{"id":"7","paper":"q","facet":"weather","candidates":["q"]}""",
        "line 1 cannot be read: its facet is 'weather'"
    )]
    [InlineData("""{"id":"7","paper":"q"}""", "it has no list of candidates")]
    [InlineData("""{"id":"7","candidates":["q"]}""", "it names no paper")]
    [InlineData("""{"id":"7",""", "queries.jsonl, line 1 cannot be read")]
    [InlineData("[]", "it is no JSON object")]
    public void What_cannot_be_evaluated_is_told_in_a_sentence(string query, string sentence)
    {
        Papers(("q", "Looms", "Hand looms are slow."));
        Queries(query);

        var failure = Assert.Throws<RelatedDirException>(() => RelatedDir.Read(folder));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, EvalRelated.Run(folder, null));
    }

    [Fact]
    public void A_folder_without_the_files_is_refused() =>
        Assert.Contains(
            "queries.jsonl",
            Assert.Throws<RelatedDirException>(() => RelatedDir.Read(folder)).Message,
            StringComparison.Ordinal
        );

    private List<string[]> Evaluate()
    {
        var output = Path.Combine(folder, "out.jsonl");
        Assert.Equal(0, EvalRelated.Run(folder, output));
        return [.. File.ReadLines(output).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];
    }

    private void Papers(params (string Id, string Title, string Abstract)[] papers) =>
        File.WriteAllLines(
            Path.Combine(folder, "papers.jsonl"),
            papers.Select(paper =>
                JsonSerializer.Serialize(
                    new
                    {
                        id = paper.Id,
                        title = paper.Title,
                        @abstract = paper.Abstract,
                    }
                )
            )
        );

    private void Queries(params string[] lines) => File.WriteAllLines(Path.Combine(folder, "queries.jsonl"), lines);
}
