using System.Text.Json;
using PaperBot.Benchmarks;
using PaperBot.Benchmarks.Digests;
using PaperBot.Benchmarks.Discord;
using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Benchmarks.Guard;
using PaperBot.Benchmarks.Language;
using PaperBot.Benchmarks.Model;
using PaperBot.Benchmarks.Related;
using PaperBot.Benchmarks.Summaries;
using PaperBot.Benchmarks.TldrTraining;

try
{
    return await RunAsync(args);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
{
    Console.Error.WriteLine($"It cannot be read or written as needed: {e.Message}");
    return 1;
}

static async Task<int> RunAsync(string[] args) =>
    args switch
    {
        ["speed", "import", var file] => await SpeedImport.RunAsync(file),
        ["speed", "search", var file] => await SpeedSearch.RunAsync(file),
        ["speed", "people", var file] => await SpeedPeople.RunAsync(file),
        ["speed", "language", var file] => SpeedLanguage.Run(file),
        ["speed", "mentions"] => await SpeedMentions.RunAsync(),
        ["speed", "weights"] => SpeedLanguage.Weights(),
        ["quality", "find", var file] => await QualityFind.RunAsync(file),
        ["quality", "ask", var file] => await QualityAsk.RunAsync(file),
        ["quality", "related", var file] => await QualityRelated.RunAsync(file),
        ["quality", "search", var file] => await QualitySearch.RunAsync(file),
        ["tune", "related", var file] => TuneRelated.Run(file),
        ["load", "discord"] => await LoadDiscord.RunAsync(discord => DiscordClient.PaperBot(discord), seconds: 30),
        ["load", "digests"] => await LoadDigests.RunAsync(10_000),
        ["load", "digests", var channels] when int.TryParse(channels, out var many) && many > 0 =>
            await LoadDigests.RunAsync(many),
        ["chaos", "digests"] => await ChaosDigests.RunAsync(200),
        ["chaos", "digests", var cases] when int.TryParse(cases, out var many) && many > 0 =>
            await ChaosDigests.RunAsync(many),
        ["load", "discord", var program] => await LoadDiscord.RunAsync(
            discord => DiscordClient.PaperBot(discord, program),
            seconds: 30
        ),
        ["load", "discordjs", var script] => await LoadDiscord.RunAsync(
            discord => DiscordClient.DiscordJs(discord, script),
            seconds: 30
        ),
        ["speed", "discord"] => await AnswerAllocations.RunAsync(),
        ["soak", "discord"] => await SoakDiscord.RunAsync(minutes: 30),
        ["soak", "discord", var minutes] when double.TryParse(minutes, out var many) => await SoakDiscord.RunAsync(
            many
        ),
        ["chaos", "model"] => await ChaosModel.RunAsync(10_000),
        ["chaos", "model", var cases] when int.TryParse(cases, out var many) && many > 0 => await ChaosModel.RunAsync(
            many
        ),
        ["train", "facets", var file, .. var rest]
            when NamedArguments.Read(rest, "--dev", "--out") is [var dev, var to] => TrainFacets.Run(file, dev, to),
        ["train", "terms", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => TrainTerms.Run(
            file,
            to
        ),
        ["train", "techniques", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] =>
            TrainTechniques.Run(file, to),
        ["train", "context", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] =>
            TrainContext.Run(file, to),
        ["eval", "sentences", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] =>
            EvalSentences.Run(file, to),
        ["eval", "facets", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => EvalFacets.Run(
            file,
            to
        ),
        ["eval", "tldr", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => EvalTldr.Run(
            file,
            to
        ),
        ["train", "tldr", var file, .. var rest]
            when NamedArguments.Read(rest, "--dev", "--out") is [var dev, var to] => TrainTldr.Run(file, dev, to),
        ["eval", "guard", var file, .. var rest]
            when NamedArguments.Read(rest, "--out", "--wrong") is [var to, var wrong] => EvalGuard.Run(file, to, wrong),
        ["make", "guard", var file, "--out", var to] => MakeGuard.Run(file, to),
        ["eval", "related", var folder, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] =>
            EvalRelated.Run(folder, to),
        _ => Usage(),
    };

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage, FILE being any file that PaperBot imports (see docs/benchmarks.md):
          speed import FILE | speed search FILE | speed people FILE | speed language FILE | speed weights | speed discord | speed mentions
          quality find FILE | quality search FILE | quality related FILE | quality ask FILE
          chaos model [CASES] | chaos digests [KILLS] | load digests [CHANNELS]
          load discord [PROGRAM] | load discordjs SCRIPT | soak discord [MINUTES]
          train facets TRAIN [--dev DEV] [--out F] | train context FILE [--out F] | train terms FILE [--out F] | train techniques FILE [--out F] | train tldr TRAIN [--dev DEV] [--out F]
          eval sentences TEXT [--out P] | eval facets DATA [--out P] | eval tldr DATA [--out P] | eval guard PAIRS [--out P] [--wrong P]
          eval related DIR [--out P] | tune related FILE | make guard FILE --out PAIRS
        """
    );
    return 2;
}
