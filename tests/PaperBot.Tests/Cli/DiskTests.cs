using System.Globalization;
using PaperBot.Fakes;
using PaperBot.Skills.Storage;

namespace PaperBot.Tests.Cli;

/// <summary>The real program on a disk that gives out, and where it may not write.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly TempDatabase library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_import_that_fills_the_disk_ends_in_a_sentence_and_keeps_what_it_reported_as_stored()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("needs a shell that limits the size of files");
        }
        var file = Path.Combine(library.Folder, "papers.jsonl");
        await File.WriteAllLinesAsync(
            file,
            Enumerable
                .Range(1, 40_000)
                .Select(i => $$"""{"title":"Study {{i}} of widgets","abstract":"{{new string('x', 200)}} {{i}}."}""")
        );

        // 12 MB (ulimit counts kB); without the trap, the kernel would kill the program instead of failing its write.
        var outcome = await ChildProgram.RunAsync(
            library.Folder,
            ["import", file, "--progress", "--Library:Path", library.File],
            within: ["bash", "-c", "trap '' XFSZ; ulimit -f 12000; exec \"$@\"", "bash"]
        );

        Assert.Equal(1, outcome.Code);
        Assert.EndsWith("Check the disk, then try again.\n", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Errors.Count(letter => letter == '\n'));
        var reported = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Number).LastOrDefault();
        Assert.InRange(reported, 1, 39_999);
        using var connection = library.Database.Open();
        Assert.Equal("ok", connection.Text("PRAGMA integrity_check"));
        Assert.True(connection.Number("SELECT count(*) FROM papers") >= reported);
    }

    [Theory]
    [InlineData("import", "papers.jsonl")]
    [InlineData("chat")]
    [InlineData("post")]
    [InlineData("doctor")]
    public async Task A_library_that_may_not_be_written_is_one_sentence_for_every_verb(params string[] verb)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("needs the rights of Unix files");
            return;
        }
        var user = await PlainUserAsync();
        using (library.Database.Open())
        {
            // it is there
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(library.Folder, "papers.jsonl"), """{"title":"A"}""");
        var before = await File.ReadAllBytesAsync(library.File);
        const UnixFileMode readAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enterAll = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(library.File, readAll);
        File.SetUnixFileMode(library.Folder, readAll | enterAll);
        try
        {
            var outcome = await ChildProgram.RunAsync(
                library.Folder,
                [.. verb, "--Library:Path", library.File],
                "/help\n",
                within: user
            );

            Assert.Equal(1, outcome.Code);
            Assert.Equal(
                $"The library {library.File} is read-only. Make the file and its folder writable, or name another file with --Library:Path.\n",
                outcome.Errors
            );
            Assert.Equal(before, await File.ReadAllBytesAsync(library.File));
        }
        finally
        {
            File.SetUnixFileMode(library.Folder, readAll | enterAll | UnixFileMode.UserWrite);
        }
    }

    // Root may write everything, so the program is started as nobody.
    private async Task<string[]> PlainUserAsync()
    {
        if (Environment.UserName != "root")
        {
            return [];
        }
        if (!File.Exists("/usr/bin/setpriv"))
        {
            Assert.Skip("root may write everything, and setpriv is not there to start the program as somebody else");
        }
        string[] nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"];
        if ((await ChildProgram.RunAsync(library.Folder, ["--version"], within: nobody)).Code != 0)
        {
            Assert.Skip("root may write everything, and nobody else may start the program from where it lies");
        }
        return nobody;
    }

    private static int Number(string line) => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
}
