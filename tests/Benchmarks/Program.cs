using PaperBot.Benchmarks;

return args switch
{
    ["speed", "import", var file] => await SpeedImport.RunAsync(file),
    ["speed", "search", var file] => await SpeedSearch.RunAsync(file),
    ["quality", "find", var file] => await QualityFind.RunAsync(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: speed import FILE | speed search FILE | quality find FILE; FILE is any file that PaperBot imports. See docs/benchmarks.md."
    );
    return 2;
}
