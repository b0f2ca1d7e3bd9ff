using System.Text.Json;
using PaperBot.Fakes;

namespace PaperBot.Tests.Cli;

/// <summary>The program as a new user runs it: a process of its own in an empty folder.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task With_nothing_but_the_program_four_questions_get_four_answers()
    {
        var run = await ChildProgram.RunAsync(
            folder,
            ["chat", "--json"],
            "/trending count:5\n/summarize EfficientNet\n/compare a:\"Wide Residual Networks\" b:\"Deep Layer Aggregation\"\n/summarize nothing like this exists\n"
        );

        Assert.Equal(0, run.Code);
        var answers = Answers(run.Output);
        Assert.Equal(4, answers.Count);
        Assert.Equal([true, true, true, false], answers.Select(answer => answer.GetProperty("ok").GetBoolean()));
        Assert.Equal(5, answers[0].GetProperty("reply").GetProperty("items").GetArrayLength());
        Assert.StartsWith(
            "EfficientNet",
            answers[1].GetProperty("reply").GetProperty("title").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains("Deep Layer Aggregation", answers[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(answers[3].GetProperty("private").GetBoolean());
        Assert.Contains("/search", answers[3].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "data", "paperbot.db")));
    }

    [Fact]
    public async Task A_picture_comes_whole_in_JSON_and_in_words_as_text_and_nothing_is_written_to_disk()
    {
        var run = await ChildProgram.RunAsync(folder, ["chat", "--json"], "/trends networks\n");

        var answer = Answers(run.Output).Single();
        var file = answer.GetProperty("reply").GetProperty("files")[0];
        Assert.Equal("\u0089PNG"u8[2..].ToArray(), file.GetProperty("bytes").GetBytesFromBase64()[1..4]);
        Assert.Equal("trends.png", answer.GetProperty("reply").GetProperty("picture").GetString());
        Assert.Contains("Picture: Bars for 12 weeks", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Piped_commands_are_answered_as_plain_text_without_colours()
    {
        var run = await ChildProgram.RunAsync(folder, ["chat"], "/help\n\n/summarize EfficientNet\n");

        Assert.Equal(0, run.Code);
        Assert.Contains("› /help", run.Output, StringComparison.Ordinal);
        Assert.Contains("› /summarize EfficientNet\nEfficientNet", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task The_real_page_of_119_papers_is_imported_whole_and_a_second_time_changes_nothing()
    {
        var page = SharedFiles.Path("data/papers/trending-page.txt");
        await ChildProgram.RunAsync(folder, ["chat"], "/help\n"); // the sample comes, and must go again

        var first = await ChildProgram.RunAsync(folder, ["import", page]);
        var second = await ChildProgram.RunAsync(folder, ["import", page]);
        var trending = await ChildProgram.RunAsync(folder, ["chat", "--json"], "/trending count:1\n");

        Assert.EndsWith(
            "119 read: 119 new, 0 updated, 0 unchanged, 0 refused\n",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "119 read: 0 new, 0 updated, 119 unchanged, 0 refused\n",
            second.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("sample", trending.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_refused_record_is_told_with_its_line_and_the_good_ones_stay()
    {
        const string lines =
            "{\"title\":\"Sparse Widgets\",\"abstract\":\"They cut memory.\"}\n{\"title\":\n{\"title\":\"Dense Widgets\",\"abstract\":\"They do not.\"}\n";

        var lenient = await ChildProgram.RunAsync(folder, ["import", "-"], lines);
        var strict = await ChildProgram.RunAsync(folder, ["import", "-", "--strict"], lines);

        Assert.Equal((0, 1), (lenient.Code, strict.Code));
        Assert.EndsWith("3 read: 2 new, 0 updated, 0 unchanged, 1 refused\n", lenient.Output, StringComparison.Ordinal);
        Assert.StartsWith("line 2: ", lenient.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "there is no such file", "import", "nowhere.jsonl")]
    [InlineData(1, "it is a folder", "import", ".")]
    [InlineData(1, "is a folder", "chat", "--Library:Path", ".")]
    [InlineData(1, "Daily:Papers", "chat", "--Daily:Papers", "99")]
    [InlineData(1, "Daily:Papers", "chat", "--Daily:Papers", "many")]
    [InlineData(1, "Daily:TimeZone", "chat", "--Daily:TimeZone", "Mars/Olympus")]
    [InlineData(1, "Daily:Time", "chat", "--Daily:Time", "25:00")]
    [InlineData(1, "Sources:HuggingFace:BaseUrl", "chat", "--Sources:HuggingFace:BaseUrl", "not an address")]
    [InlineData(1, "is online", "fetch", "--source", "arxiv", "--Sources:Arxiv:FeedUrl", "http://127.0.0.1:1")]
    [InlineData(2, "Did you mean Library:Path?", "chat", "--Library:Pth", "x")]
    [InlineData(2, "has no value", "chat", "--Library:Path")]
    [InlineData(2, "--help", "frobnicate")]
    [InlineData(2, "--help", "import")]
    [InlineData(2, "--help", "post", "--date", "yesterday")]
    public async Task What_cannot_be_done_is_one_sentence_on_stderr_and_an_exit_code(
        int code,
        string words,
        params string[] args
    )
    {
        var run = await ChildProgram.RunAsync(folder, args, "/help\n");

        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Every_setting_can_come_from_the_environment_and_the_command_line_wins()
    {
        var environment = new Dictionary<string, string>
        {
            ["PAPERBOT__Library__Path"] = Path.Combine(folder, "from-environment.db"),
        };

        await ChildProgram.RunAsync(folder, ["chat"], "/help\n", environment);
        await ChildProgram.RunAsync(folder, ["chat", "--Library:Path=from-command-line.db"], "/help\n", environment);

        Assert.True(File.Exists(Path.Combine(folder, "from-environment.db")));
        Assert.True(File.Exists(Path.Combine(folder, "from-command-line.db")));
    }

    [Fact]
    public async Task A_misspelt_environment_variable_is_told()
    {
        var run = await ChildProgram.RunAsync(
            folder,
            ["chat"],
            "",
            new Dictionary<string, string> { ["PAPERBOT__Librari__Path"] = "x" }
        );

        Assert.Equal(2, run.Code);
        Assert.Contains("Did you mean Library:Path?", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_settings_file_is_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{ \"Library\": ");

        var run = await ChildProgram.RunAsync(folder, ["chat"], "/help\n");

        Assert.Equal(1, run.Code);
        Assert.Contains("appsettings.json", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_backup_is_a_library_and_is_never_written_over()
    {
        await ChildProgram.RunAsync(folder, ["chat"], "/help\n");

        var first = await ChildProgram.RunAsync(folder, ["backup", "copy.db"]);
        var second = await ChildProgram.RunAsync(folder, ["backup", "copy.db"]);
        var copy = await ChildProgram.RunAsync(
            folder,
            ["chat", "--json", "--Library:Path", "copy.db"],
            "/summarize EfficientNet\n"
        );

        Assert.Equal((0, 1), (first.Code, second.Code));
        Assert.Contains("exists already", second.Errors, StringComparison.Ordinal);
        Assert.True(Answers(copy.Output)[0].GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Help_and_version_are_there()
    {
        var help = await ChildProgram.RunAsync(folder, ["--help"]);
        var version = await ChildProgram.RunAsync(folder, ["--version"]);

        Assert.All(
            ["chat", "import", "fetch", "post", "doctor", "backup"],
            verb => Assert.Contains(verb, help.Output, StringComparison.Ordinal)
        );
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", version.Output);
    }

    private static List<JsonElement> Answers(string output) =>
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
}
