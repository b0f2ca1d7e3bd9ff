using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Tests.Import;

namespace PaperBot.Tests.Commands;

/// <summary>A reading list as files that other programs read, whatever titles and names hold.</summary>
public sealed partial class SavedExportTests
{
    private static readonly DateTimeOffset Saved = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void BibTeX_has_one_entry_a_paper()
    {
        var bibtex = SavedExport.ToBibTeX([Of("Sparse Widgets: 100% & more_or_less", "Ada Example", "Bo Sample")]);

        Assert.Equal(
            """
            @misc{example2026sparse,
              title = {{Sparse Widgets: 100\% \& more\_or\_less}},
              author = {Ada Example and Bo Sample},
              year = {2026},
              eprint = {2601.00001},
              archivePrefix = {arXiv},
              primaryClass = {cs.CL},
              url = {https://arxiv.org/abs/2601.00001}
            }


            """.ReplaceLineEndings("\n"),
            bibtex
        );
    }

    [Theory]
    [InlineData("An unbalanced { brace")]
    [InlineData("The other } one")]
    [InlineData(@"A backslash \ and \textbf alone")]
    [InlineData("Dollars $x^2$, hashes # and ~ tildes < >")]
    [InlineData("Quotes \" and @misc{evil, title = {x}}")]
    [InlineData("Ünïcödé 数据 α")]
    [InlineData("% a comment")]
    public void What_BibTeX_reads_back_is_what_was_written(string title)
    {
        var saved = new[] { Of(title, "Ada Example", "The A and B Team"), Of("Another", "Ada Example") };

        var read = Reads.Text(SavedExport.ToBibTeX(saved));

        Assert.Equal([PaperText.Clean(title), "Another"], Reads.Titles(read));
        Assert.Equal(["Ada Example", "The A and B Team"], Reads.Paper(read[0]).Authors);
        Assert.Equal("2601.00001", Reads.Paper(read[0]).ArxivId?.Value);
    }

    [Fact]
    public void Random_titles_never_break_the_BibTeX_of_their_neighbours()
    {
        var chance = new Random(7);
        const string Letters = "ab {}\\\"%@#$&~^_,=()<>\n-é";
        foreach (var _ in Enumerable.Range(0, 300))
        {
            var titles = Enumerable
                .Range(0, 3)
                .Select(_ =>
                    "x" + new string([.. Enumerable.Range(0, 12).Select(_ => Letters[chance.Next(Letters.Length)])])
                )
                .ToList();

            var read = Reads.Text(SavedExport.ToBibTeX([.. titles.Select(title => Of(title, "Ada Example"))]));

            Assert.Equal(3, Reads.Titles(read).Count());
        }
    }

    [Fact]
    public void Keys_are_unique_and_plain()
    {
        var bibtex = SavedExport.ToBibTeX([
            Of("Sparse Widgets", "Ada Exämple"),
            Of("Sparse Gadgets", "A. Example"),
            Of("数据", "王小明"),
            Of("数据", "王小明"),
            new SavedPaper(PaperId.Stored("2601.00009"), Saved, null),
        ]);

        var keys = Key().Matches(bibtex).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["example2026sparse", "example2026sparse-2", "paper2026", "paper2026-2", "paper"], keys);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1 day")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    public void No_cell_of_a_table_is_a_formula(string title)
    {
        var row = Csv(SavedExport.ToCsv([Of(title, "=Ada")]))[1];

        Assert.Equal($"'{title}", row[1]);
        Assert.Equal("'=Ada", row[2]);
    }

    [Fact]
    public void A_table_keeps_commas_quotes_and_lines()
    {
        var csv = SavedExport.ToCsv([Of("One, \"two\"", "Ada Example", "Bo Sample")]);

        Assert.StartsWith(
            "id,title,authors,year,published,venue,link,code,doi,saved\r\n",
            csv,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "2601.00001",
                "One, \"two\"",
                "Ada Example; Bo Sample",
                "2026",
                "",
                "",
                "https://arxiv.org/abs/2601.00001",
                "",
                "",
                "2026-01-06",
            ],
            Csv(csv)[1]
        );
        Assert.Equal(2, Csv(csv).Count);
    }

    [Fact]
    public void Markdown_in_a_title_is_shown_and_not_obeyed()
    {
        Assert.Equal(
            "- [\\[x\\]\\(http://evil\\) \\*bold\\* \\<b\\> \\`c\\`](<https://arxiv.org/abs/2601.00001>). Ada \\_Example\\_. 2026\n",
            SavedExport.ToMarkdown([Of("[x](http://evil) *bold* <b> `c`", "Ada _Example_")])
        );
    }

    [Fact]
    public void A_paper_that_has_left_the_library_is_in_every_file()
    {
        SavedPaper[] gone = [new(PaperId.Stored("2601.00009"), Saved, null)];

        Assert.Contains("2601.00009 (no longer in the library)", SavedExport.ToBibTeX(gone), StringComparison.Ordinal);
        Assert.Equal("- 2601.00009 (no longer in the library)\n", SavedExport.ToMarkdown(gone));
        Assert.Equal("2601.00009", Csv(SavedExport.ToCsv(gone))[1][0]);
    }

    private static SavedPaper Of(string title, params string[] authors) =>
        new(
            PaperId.Stored("2601.00001"),
            Saved,
            new Paper
            {
                Id = PaperId.Stored("2601.00001"),
                Title = title,
                Authors = authors,
                Year = 2026,
                Categories = ["cs.CL"],
                Origin = PaperOrigin.File,
            }
        );

    // RFC 4180, as strictly as it is written.
    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>>();
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"')
                {
                    cell.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[i++]);
                }
                else
                {
                    quoted = false;
                }
                continue;
            }
            switch (text[i])
            {
                case '"':
                    Assert.Equal(0, cell.Length);
                    quoted = true;
                    break;
                case ',':
                    End();
                    break;
                case '\r':
                    Assert.Equal('\n', text[++i]);
                    End();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }
        Assert.False(quoted);
        Assert.Empty(row);
        return rows;

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }

    [GeneratedRegex(@"@misc\{(.*),")]
    private static partial Regex Key();
}
