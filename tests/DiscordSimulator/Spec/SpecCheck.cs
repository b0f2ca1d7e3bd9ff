using System.Collections.Concurrent;
using PaperBot.DiscordSimulator.Spec;

namespace PaperBot.DiscordSimulator;

/// <summary>Discord's official OpenAPI description (github.com/discord/discord-api-spec), read once per file.</summary>
public sealed class SpecCheck
{
    private static readonly ConcurrentDictionary<string, Lazy<SpecCheck>> Loaded = [];
    private readonly SpecOperations requests;
    private readonly Lazy<SpecOperations> answers;

    private SpecCheck(byte[] text)
    {
        requests = new SpecOperations(SpecDocument.Prepare(text, closed: true));
        answers = new Lazy<SpecOperations>(() => new SpecOperations(SpecDocument.Prepare(text, closed: false)));
    }

    public static SpecCheck Load(string path) =>
        Loaded.GetOrAdd(path, p => new Lazy<SpecCheck>(() => new SpecCheck(File.ReadAllBytes(p)))).Value;

    /// <summary>
    /// What is wrong with a request; empty when nothing. Unknown members and parameters count as wrong: typing errors.
    /// </summary>
    /// <param name="path">Without /api/v10 and query.</param>
    /// <param name="query">As it was sent, with its question mark; empty for none.</param>
    public IReadOnlyList<string> Problems(string method, string path, string query, ReadOnlyMemory<byte> body) =>
        requests.Find(method, path) is { } operation
            ? [.. operation.Parameters.Problems(path, query), .. operation.BodyProblems(body)]
            : [$"{method} {path} is not in the description"];

    /// <summary>What is wrong with an answer's body; empty when nothing. Unknown members are allowed.</summary>
    public IReadOnlyList<string> AnswerProblems(string method, string path, int status, ReadOnlyMemory<byte> body) =>
        answers.Value.Find(method, path) is { } operation
            ? operation.AnswerProblems(status, body)
            : [$"{method} {path} is not in the description"];
}
