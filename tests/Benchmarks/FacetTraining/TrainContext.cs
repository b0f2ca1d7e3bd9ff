using System.Diagnostics;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary><c>train context PAPERS.jsonl.gz [--out FILE]</c>: rebuilds the embedded weights of contexts.</summary>
internal static class TrainContext
{
    private const string DefaultOut = "src/Skills/Language/Models/facet-context.bin";
    private const int Rareness = 100;

    public static int Run(string papers, string? output)
    {
        var watch = Stopwatch.StartNew();
        var data = UnlabelledAbstracts.Read(papers);
        Console.WriteLine($"{data.Count:N0} sentences");
        var bytes = ContextTrainer.Train(data, Rareness);
        File.WriteAllBytes(output ?? DefaultOut, bytes);
        Console.WriteLine($"{output ?? DefaultOut}: {bytes.Length:N0} bytes in {watch.Elapsed.TotalSeconds:0} s");
        return 0;
    }
}
