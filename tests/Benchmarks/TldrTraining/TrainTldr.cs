using System.Diagnostics;
using PaperBot.Benchmarks.Summaries;
using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Benchmarks.TldrTraining;

/// <summary><c>train tldr TRAIN.jsonl [--dev DEV.jsonl] [--out FILE]</c>: rebuilds the embedded weights.</summary>
internal static class TrainTldr
{
    public const string DefaultOut = "src/Skills/Language/Models/tldr.bin";

    public static int Run(string train, string? dev, string? output)
    {
        var watch = Stopwatch.StartNew();
        var bytes = TldrTrainer.Train(TldrExample.Read(train));
        File.WriteAllBytes(output ?? DefaultOut, bytes);
        Console.WriteLine($"{output ?? DefaultOut}: {bytes.Length:N0} bytes in {watch.Elapsed.TotalSeconds:0} s");
        if (dev is not null)
        {
            using var file = new MemoryStream(bytes);
            var model = TldrModelFile.Read(file);
            var examples = SciTldr.Read(dev);
            Console.WriteLine(
                EvalTldr.Figures(examples, [.. examples.Select(one => model.Best(one.Reading())?.Text ?? "")])
            );
        }
        return 0;
    }
}
