using PaperBot.Benchmarks;
using PaperBot.Benchmarks.Discord;
using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Benchmarks.Related;
using PaperBot.Benchmarks.Summaries;

return args switch
{
    ["speed", "import", var file] => await SpeedImport.RunAsync(file),
    ["speed", "search", var file] => await SpeedSearch.RunAsync(file),
    ["quality", "related", var file] => await QualityRelated.RunAsync(file),
    ["quality", "search", var file] => await QualitySearch.RunAsync(file),
    ["quality", "find", var file] => await QualityFind.RunAsync(file),
    ["tune", "related", var file] => TuneRelated.Run(file),
    ["load", "discord"] => await LoadDiscord.RunAsync(DiscordClient.PaperBot, seconds: 30),
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
    ["soak", "discord", var minutes] when double.TryParse(minutes, out var many) => await SoakDiscord.RunAsync(many),
    ["train", "facets", var file, .. var rest] when NamedArguments.Read(rest, "--dev", "--out") is [var dev, var to] =>
        TrainFacets.Run(file, dev, to),
    ["eval", "facets", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => EvalFacets.Run(
        file,
        to
    ),
    ["eval", "tldr", var file, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => EvalTldr.Run(
        file,
        to
    ),
    ["eval", "related", var folder, .. var rest] when NamedArguments.Read(rest, "--out") is [var to] => EvalRelated.Run(
        folder,
        to
    ),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: speed import FILE | speed search FILE | quality find FILE | quality search FILE | quality related FILE | tune related FILE | speed discord | load discord [PROGRAM] | load discordjs SCRIPT | soak discord [MINUTES] | train facets TRAIN [--dev DEV] [--out FILE] | eval facets FILE [--out P] | eval tldr FILE [--out P] | eval related DIR [--out P]; FILE is any file that PaperBot imports. See docs/benchmarks.md."
    );
    return 2;
}
