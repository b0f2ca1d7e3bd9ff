using System.Diagnostics;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary><c>train facets TRAIN.jsonl [--dev DEV.jsonl] [--out FILE]</c>: rebuilds the embedded weights.</summary>
internal static class TrainFacets
{
    public const string DefaultOut = "src/Skills/Language/Models/facets.bin";

    public static int Run(string train, string? dev, string? output)
    {
        var watch = Stopwatch.StartNew();
        var bytes = FacetTrainer.Train(LabelledAbstract.Read(train));
        File.WriteAllBytes(output ?? DefaultOut, bytes);
        Console.WriteLine($"{output ?? DefaultOut}: {bytes.Length:N0} bytes in {watch.Elapsed.TotalSeconds:0} s");
        if (dev is not null)
        {
            using var file = new MemoryStream(bytes);
            EvalFacets.Tell(LabelledAbstract.Read(dev), FacetModelFile.Read(file));
        }
        return 0;
    }
}
