using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <summary>What cannot be evaluated, and why, in a sentence.</summary>
internal sealed class RelatedDirException(string message) : Exception(message);

/// <param name="Id">As the file has it.</param>
internal sealed record PlainPaper(string Id, string Title, string Abstract);

/// <param name="Paper">What is asked about.</param>
/// <param name="Aspect">Null for the whole paper.</param>
/// <param name="Candidates">Ids, to be ranked; the same may stand there twice.</param>
/// <param name="Grades">How relevant the candidates are; those that are missing have 0. Null where nobody has judged.</param>
internal sealed record RelatedQuery(
    string Id,
    string Paper,
    PaperAspect? Aspect,
    IReadOnlyList<string> Candidates,
    IReadOnlyDictionary<string, double>? Grades
);

/// <summary>
/// A folder of queries: <c>queries.jsonl</c> and <c>papers.jsonl</c>. Of the papers only those are kept that a query names,
/// and a bounded number, spread evenly, from which the terms and topics are learnt.
/// </summary>
internal sealed class RelatedDir
{
    private const int MostLearntFrom = 20_000;

    private readonly Dictionary<string, PlainPaper> named = [];
    private readonly List<PlainPaper> learntFrom = [];

    private RelatedDir(IReadOnlyList<RelatedQuery> queries) => Queries = queries;

    public IReadOnlyList<RelatedQuery> Queries { get; }

    public IReadOnlyDictionary<string, PlainPaper> Named => named;

    public IReadOnlyList<PlainPaper> LearntFrom => learntFrom;

    /// <exception cref="RelatedDirException">A file is missing or broken, or a query names a paper that is not there.</exception>
    public static RelatedDir Read(string folder)
    {
        var queries = Lines(folder, "queries.jsonl", ReadQuery).ToList();
        var dir = new RelatedDir(queries);
        var wanted = queries.SelectMany(query => query.Candidates.Prepend(query.Paper)).ToHashSet();
        var step = Math.Max(1.0, Lines(folder, "papers.jsonl", _ => 1).Count() / (double)MostLearntFrom);
        var next = 0.0;
        var place = 0;
        foreach (var paper in Lines(folder, "papers.jsonl", ReadPaper))
        {
            if (wanted.Contains(paper.Id))
            {
                dir.named.TryAdd(paper.Id, paper);
            }
            if (place++ >= next)
            {
                dir.learntFrom.Add(paper);
                next += step;
            }
        }
        foreach (var query in queries)
        {
            foreach (var missing in query.Candidates.Prepend(query.Paper).Where(id => !dir.named.ContainsKey(id)))
            {
                throw new RelatedDirException(
                    $"Query {query.Id} names the paper {missing}, which is not in papers.jsonl. Add it there, or take it out of the query."
                );
            }
        }
        return dir;
    }

    private static PlainPaper ReadPaper(JsonElement line) =>
        new(
            Text(line, "id") ?? throw new RelatedDirException("it has no id"),
            PaperText.Clean(Text(line, "title")),
            PaperText.Clean(Text(line, "abstract"))
        );

    private static RelatedQuery ReadQuery(JsonElement line) =>
        new(
            Text(line, "id") ?? Text(line, "paper") ?? "",
            Text(line, "paper") ?? throw new RelatedDirException("it names no paper"),
            ReadAspect(Text(line, "facet")),
            line.TryGetProperty("candidates", out var candidates) && candidates.ValueKind == JsonValueKind.Array
                ? [.. candidates.EnumerateArray().Select(Scalar)]
                : throw new RelatedDirException("it has no list of candidates"),
            line.TryGetProperty("relevant", out var relevant) && relevant.ValueKind == JsonValueKind.Object
                ? relevant.EnumerateObject().ToDictionary(grade => grade.Name, grade => grade.Value.GetDouble())
                : null
        );

    private static PaperAspect? ReadAspect(string? facet) =>
        facet switch
        {
            null or "" or "null" => null,
            "background" => PaperAspect.Problem,
            "method" => PaperAspect.Method,
            "result" => PaperAspect.Result,
            _ => throw new RelatedDirException($"its facet is '{facet}' and not background, method, result or null"),
        };

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Scalar(value) : null;

    // Ids are written as numbers, too.
    private static string Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new RelatedDirException("a text or number is expected where something else stands"),
        };

    private static IEnumerable<T> Lines<T>(string folder, string name, Func<JsonElement, T> read)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            throw new RelatedDirException(
                $"There is no file {file}. The folder must hold papers.jsonl and queries.jsonl."
            );
        }
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, $"{name}, line {number}", read);
            }
        }
    }

    private static T Parse<T>(string line, string where, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? read(json.RootElement)
                : throw new RelatedDirException("it is no JSON object");
        }
        catch (Exception e)
            when (e is RelatedDirException or JsonException or InvalidOperationException or FormatException)
        {
            throw new RelatedDirException(
                $"{where} cannot be read: {(e is RelatedDirException ? e.Message : "it is no JSON of the shape that docs/benchmarks.md describes")}."
            );
        }
    }
}
