using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <param name="Paper">What is asked about.</param>
/// <param name="Aspect">Null for the whole paper.</param>
/// <param name="Candidates">What is to be ranked.</param>
/// <param name="Grades">By candidate, 1 to 3; those that are missing have 0.</param>
internal sealed record ProxyQuery(
    PlainPaper Paper,
    PaperAspect? Aspect,
    IReadOnlyList<PlainPaper> Candidates,
    IReadOnlyDictionary<string, double> Grades
);

internal sealed record ProxySet(string Name, IReadOnlyList<ProxyQuery> Queries);
