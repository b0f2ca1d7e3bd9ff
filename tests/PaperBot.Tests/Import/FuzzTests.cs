using System.Diagnostics;
using System.Text;
using PaperBot.Import;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

/// <summary>Whatever a file holds, it is read or refused: nothing fails, nothing hangs.</summary>
public sealed class FuzzTests
{
    private const int Series = 12;
    private const int Rounds = 5_000;
    private const int LongestInput = 1_200;

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        ":",
        ",",
        "\n",
        "\r\n",
        "<",
        ">",
        "</entry>",
        "<entry>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&",
        "@article{",
        "@comment{",
        "@string{",
        "#",
        "= {",
        "\\ud800",
        "\\u0000",
        "{\"title\":\"",
        "null",
        "NaN",
        "1e999",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE x [",
        "$\\times$",
        "\\'e",
        "Subscribe",
        "Get trending papers in your email inbox!",
        "\0",
        "\ufeff",
        "\u202e",
        "é",
        "\ud83d\ude00",
        "<!--",
        "-->",
        "\t",
        "   ",
        "0",
        "-",
    ];

    [Fact]
    public void No_input_makes_a_reader_fail_or_hang()
    {
        var seeds = Seeds();

        Parallel.For(0, Series, series => Try(seeds, new Random(20260106 + series)));
    }

    private static void Try(List<byte[]> seeds, Random random)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var input = Mutate(seeds, random);
            var watch = Stopwatch.StartNew();
            try
            {
                Assert.True(PaperFile.Read(new MemoryStream(input)).Take(20_000).Sum(Weigh) < 10_000_000);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round}: {e}\nInput: {Convert.ToBase64String(input)}");
            }
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Round {round} took {watch.Elapsed}");
        }
    }

    private static int Weigh(ReadItem item)
    {
        Assert.True(item.Line >= 1);
        return item switch
        {
            ReadPaper { Record: var record } => record.Title.Length + record.Abstract.Length,
            ReadRefusal { Reason: var reason } => reason.Length,
            _ => 0,
        };
    }

    private static List<byte[]> Seeds()
    {
        var sources = Path.Combine(AppContext.BaseDirectory, "Sources", "Fixtures");
        var imports = Path.Combine(AppContext.BaseDirectory, "Import", "Fixtures");
        var files = Directory
            .GetFiles(sources)
            .Concat(Directory.GetFiles(imports))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        var lines = string.Concat(
            Enumerable
                .Range(1, 12)
                .Select(i =>
                    $$"""{"id": "2401.0{{1000 + i}}", "title": "Paper {{i}}", "abstract": "One. $x^2$ and \\textbf{so}.", "authors": ["A", {"name": "B"}], "year": 2024}"""
                    + "\n"
                )
        );
        files.Add(Encoding.UTF8.GetBytes(lines));
        files.Add(Encoding.Unicode.GetBytes("\ufeff" + lines));
        files.Add(Reads.Gzip(lines));
        files.Add([]);
        return
        [
            .. files.Select(file => file.Length > LongestInput ? file[..LongestInput] : file),
            .. files.Select(file => file[Math.Max(0, file.Length - LongestInput)..]),
        ];
    }

    private static byte[] Mutate(List<byte[]> seeds, Random random)
    {
        var bytes = new List<byte>(seeds[random.Next(seeds.Count)]);
        if (random.Next(20) == 0)
        {
            bytes.Clear();
        }
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            Change(bytes, seeds, random);
        }
        var length = Math.Min(bytes.Count, LongestInput);
        byte[] input = [.. bytes.Take(length)];
        return random.Next(30) == 0 ? [.. Reads.Gzip(input).SkipLast(random.Next(8))] : input;
    }

    private static void Change(List<byte> bytes, List<byte[]> seeds, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, random.Next(bytes.Count - at + 1) / random.Next(1, 20));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var piece = bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(400)));
                bytes.InsertRange(random.Next(bytes.Count + 1), piece);
                break;
            case 5:
                var other = seeds[random.Next(seeds.Count)];
                var start = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[start..Math.Min(other.Length, start + random.Next(600))]);
                break;
            case 6:
                var noise = new byte[random.Next(40)];
                random.NextBytes(noise);
                bytes.InsertRange(at, noise);
                break;
            default:
                var words = string.Concat(
                    Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)])
                );
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(words));
                break;
        }
    }
}
