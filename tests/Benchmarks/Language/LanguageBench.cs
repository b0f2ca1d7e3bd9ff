using BenchmarkDotNet.Attributes;
using PaperBot.Skills.Language;
using PaperBot.Skills.Summarize;

namespace PaperBot.Benchmarks.Language;

/// <summary>The engine on many abstracts in turn, per abstract, beside the least that any reader of words has to do.</summary>
[MemoryDiagnoser]
public class LanguageBench
{
    /// <summary>So many abstracts are one measured operation.</summary>
    public const int Batch = 500;

    private static readonly Skills.Papers.Paper[] Papers = SpeedLanguage.Papers(Batch);

    /// <summary>Sentences by a regular expression, words by blanks.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Batch, Description = "baseline: Regex split, words counted")]
    public int Baseline() => Papers.Sum(SpeedLanguage.CountWords);

    [Benchmark(OperationsPerInvoke = Batch, Description = "sentences")]
    public int Split() => Papers.Sum(paper => Sentences.Of(paper.Abstract).Count);

    [Benchmark(OperationsPerInvoke = Batch, Description = "sentences + facets + one sentence")]
    public int OneSentence() => Papers.Sum(SpeedLanguage.OneSentence);

    [Benchmark(OperationsPerInvoke = Batch, Description = "a whole summary")]
    public int Summary() => Papers.Sum(paper => AbstractSummarizer.Summarize(paper).Facts.Count);
}
