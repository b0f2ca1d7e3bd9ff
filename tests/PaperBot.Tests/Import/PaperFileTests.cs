using System.Text;
using PaperBot.Fakes;
using PaperBot.Import;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Tests.Import;

public sealed class PaperFileTests
{
    private const string TwoLines = """
        {"title": "First", "abstract": "One."}
        {"title": "Zweite Übung", "abstract": "Two."}
        """;

    [Fact]
    public void A_gzipped_file_is_read_directly()
    {
        var items = Reads.Bytes(Reads.Gzip(TwoLines));

        Assert.Equal(["First", "Zweite Übung"], Reads.Titles(items));
    }

    [Fact]
    public void Two_gzipped_files_behind_each_other_are_one()
    {
        var items = Reads.Bytes([
            .. Reads.Gzip("""{"title": "First"}""" + "\n"),
            .. Reads.Gzip("""{"title": "Second"}"""),
        ]);

        Assert.Equal(["First", "Second"], Reads.Titles(items));
    }

    [Fact]
    public void What_stands_behind_gzip_data_is_ignored_as_gzip_does()
    {
        var items = Reads.Bytes([.. Reads.Gzip(TwoLines), 1, 2, 3, 4]);

        Assert.Equal(2, items.Count);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void A_gzipped_file_that_is_cut_off_keeps_what_is_whole_and_says_so_once(double share)
    {
        var whole = Reads.Gzip(ManyLines(2_000));

        var items = Reads.Bytes(whole[..(int)(whole.Length * share)]);

        Assert.InRange(items.Count, 2, 2_001);
        Assert.All(items.SkipLast(1), item => Assert.IsType<ReadPaper>(item));
        Assert.Contains("ends in the middle", Assert.IsType<ReadRefusal>(items[^1]).Reason);
    }

    [Fact]
    public void A_damaged_gzipped_file_keeps_what_came_before_and_says_so_once()
    {
        var damaged = Reads.Gzip(ManyLines(20_000));
        Array.Fill(damaged, (byte)0xFF, damaged.Length * 3 / 4, 64);

        var items = Reads.Bytes(damaged);

        Assert.True(items.Count > 100);
        Assert.All(items.SkipLast(1), item => Assert.IsType<ReadPaper>(item));
        Assert.Contains("gzip data", Assert.IsType<ReadRefusal>(items[^1]).Reason);
    }

    [Fact]
    public void A_cut_off_page_does_not_keep_half_an_abstract()
    {
        var page = string.Concat(
            Enumerable
                .Range(1, 400)
                .Select(i => $"Title {i}\n{string.Join(' ', Enumerable.Repeat($"We show {i * 7919}.", 30))}\n")
        );
        var zipped = Reads.Gzip(page);

        var items = Reads.Bytes(zipped[..(zipped.Length / 2)]);

        Assert.All(
            items.OfType<ReadPaper>(),
            paper => Assert.Equal(paper.Record.Abstract.Length, Expected(paper.Record.Title))
        );
        Assert.Contains("gzip", Reads.OnlyRefusal(items).Reason);

        static int Expected(string title) =>
            string.Join(' ', Enumerable.Repeat($"We show {int.Parse(title[6..]) * 7919}.", 30)).Length;
    }

    [Fact]
    public void Byte_order_marks_and_UTF_16_are_understood()
    {
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

        Assert.All(
            encodings,
            encoding =>
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(TwoLines)];
                Assert.Equal(["First", "Zweite Übung"], Reads.Titles(Reads.Bytes(bytes)));
                Assert.Equal(["First", "Zweite Übung"], Reads.Titles(Reads.Bytes(Reads.Gzip(bytes))));
            }
        );
        Assert.Equal(["First", "Zweite Übung"], Reads.Titles(Reads.Bytes(Encoding.Unicode.GetBytes(TwoLines))));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_Windows_text()
    {
        byte[] line = [.. "{\"title\": \"M"u8, 0xFC, .. "ller"u8, 0x92, .. "s Übung\"}"u8];

        Assert.Equal(["Müller’s Übung"], Reads.Titles(Reads.Bytes(line)));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\n ", "is empty")]
    [InlineData("<!DOCTYPE html><html><body><p>Papers</p></body></html>", "web page (HTML)")]
    [InlineData("<!-- saved --><HTML><body></body></HTML>", "web page (HTML)")]
    [InlineData("<div><p>a</p></div>", "neither an Atom nor an RSS feed")]
    [InlineData("<?xml version=\"1.0\"?><OAI-PMH><a/></OAI-PMH>", "neither an Atom nor an RSS feed")]
    [InlineData("title,abstract,year\nA,B,2020\n", "CSV")]
    [InlineData("id\ttitle\n1\tA\n", "CSV")]
    [InlineData("TY  - JOUR\nTI  - A\n", "RIS")]
    [InlineData("%PDF-1.7\n…", "a PDF")]
    [InlineData("PK\u0003\u0004…", "zip")]
    [InlineData("Dear all,\nplease find the papers attached.\nYours\n", "no list of papers is found in it")]
    [InlineData("using System;\n\nclass A\n{\n}\n", "no list of papers is found in it")]
    [InlineData("@media (max-width: 3em) { a { b: c } }", "no list of papers is found in it")]
    public void What_is_no_list_of_papers_is_refused_with_what_is_read(string text, string reason)
    {
        var refusal = Assert.IsType<ReadRefusal>(Assert.Single(Reads.Text(text)));

        Assert.Contains(reason, refusal.Reason);
        Assert.Contains("PaperBot reads", refusal.Reason);
    }

    [Fact]
    public void A_binary_file_is_refused()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);

        Assert.Contains("binary", Reads.OnlyRefusal(Reads.Bytes(bytes)).Reason);
        Assert.Contains("gzipped twice", Reads.OnlyRefusal(Reads.Bytes(Reads.Gzip(Reads.Gzip(TwoLines)))).Reason);
    }

    [Theory]
    [InlineData(TwoLines, nameof(PaperFormat.JsonLines), "JSON Lines")]
    [InlineData("[\n{\"title\": \"A\"}]", nameof(PaperFormat.Json), "JSON")]
    [InlineData("{\n\"title\": \"A\"}", nameof(PaperFormat.Json), "JSON")]
    [InlineData("[]", nameof(PaperFormat.Json), "JSON")]
    [InlineData("<feed></feed>", nameof(PaperFormat.Atom), "an Atom feed")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- hello --><rss></rss>", nameof(PaperFormat.Rss), "an RSS feed")]
    [InlineData("% my library\n\n @misc{a,\n title={A}}", nameof(PaperFormat.BibTex), "BibTeX")]
    [InlineData(
        "a line of noise\n{\"title\": \"A\"}\n{\"title\": \"B\"}\n",
        nameof(PaperFormat.JsonLines),
        "JSON Lines"
    )]
    public void The_format_is_told_by_the_content(string text, string format, string description)
    {
        using var file = PaperFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        using var zipped = PaperFile.Open(new MemoryStream(Reads.Gzip(text)));

        Assert.Equal((format, description), (file.Format.ToString(), file.Description));
        Assert.Equal((format, $"{description}, gzipped"), (zipped.Format.ToString(), zipped.Description));
    }

    [Fact]
    public void A_page_may_begin_with_a_bracket_or_a_number_sign()
    {
        var items = Reads.Text($"[Re] A Replication\n{new string('a', 150)}.\n#Widgets\n{new string('b', 150)}.\n");

        Assert.Equal(["[Re] A Replication", "#Widgets"], Reads.Titles(items));
    }

    [Fact]
    public void Reading_is_lazy_and_a_pipe_that_trickles_is_read_whole()
    {
        var items = PaperFile.Read(new Trickle(Encoding.UTF8.GetBytes(ManyLines(300))));

        Assert.Equal(300, items.Count());
    }

    [Fact]
    public void A_record_that_is_too_long_is_refused_and_the_next_is_read()
    {
        var big = new string('x', Input.LongestRecord);
        var text =
            $$"""{"title": "First"}{{"\n"}}{"title": "Big", "abstract": "{{big}}{{big}}"}{{"\n"}}{"title": "Third"}""";

        var lines = Reads.Text(text);
        var array = Reads.Text($"[{text.Replace("\n", ",\n", StringComparison.Ordinal)}]");

        Assert.Equal(["First", "Third"], Reads.Titles(lines));
        Assert.Equal(new ReadRefusal(2, "the line is longer than 4 MB"), Reads.OnlyRefusal(lines));
        Assert.Equal(["First", "Third"], Reads.Titles(array));
        Assert.Equal(new ReadRefusal(2, "the record is larger than 4 MB"), Reads.OnlyRefusal(array));
    }

    [Theory]
    [InlineData(1_001, 1, "the title has 1,001 characters, more than 1,000")]
    [InlineData(10, 200_001, "the abstract has 200,001 characters, more than 200,000")]
    public void A_text_over_its_limit_is_refused_with_the_reason(int title, int @abstract, string reason)
    {
        var items = Reads.Text(
            $$"""{"title": "{{new string('t', title)}}", "abstract": "{{new string('a', @abstract)}}"}"""
        );

        Assert.Equal(reason, Reads.OnlyRefusal(items).Reason);
    }

    [Fact]
    public void A_hundred_megabytes_on_one_line_need_no_hundred_megabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var stream = new Repeated(
            "{\"title\": \""u8.ToArray(),
            (byte)'x',
            100 << 20,
            "\"}\n{\"title\": \"After\"}"u8.ToArray()
        );

        var items = PaperFile.Read(stream).ToList();

        Assert.Equal(["After"], Reads.Titles(items));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40 << 20);
    }

    [Fact]
    public void The_page_of_119_papers_is_read_without_losing_one()
    {
        using var page = File.OpenRead(SharedFiles.Path("data/papers/trending-page.txt"));

        var papers = PaperFile.Read(page).Select(Reads.Paper).ToList();

        Assert.Equal(119, papers.Count);
        Assert.Equal(Enumerable.Range(1, 119), papers.Select(paper => paper.Rank ?? 0));
        Assert.DoesNotContain(
            papers,
            paper => paper.Title.StartsWith("Subscribe", StringComparison.Ordinal) || paper.Abstract.Length < 150
        );
    }

    private static string ManyLines(int count) =>
        string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i => $$"""{"title": "Paper {{i}}", "abstract": "{{i * 7919 % 10007}} of them."}{{"\n"}}""")
        );

    /// <summary>A byte at a time.</summary>
    private sealed class Trickle(byte[] bytes) : ReadOnlyStream
    {
        private int position;

        public override int Read(Span<byte> destination)
        {
            if (position == bytes.Length || destination.IsEmpty)
            {
                return 0;
            }
            destination[0] = bytes[position++];
            return 1;
        }
    }

    /// <summary>A beginning, one byte many times, an ending.</summary>
    private sealed class Repeated(byte[] beginning, byte filling, long count, byte[] ending) : ReadOnlyStream
    {
        private long position;

        public override int Read(Span<byte> destination)
        {
            var length = 0;
            while (length < destination.Length && position < beginning.Length + count + ending.Length)
            {
                destination[length++] =
                    position < beginning.Length ? beginning[position]
                    : position < beginning.Length + count ? filling
                    : ending[position - beginning.Length - count];
                position++;
            }
            return length;
        }
    }
}
