using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using PaperBot.Import;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

/// <summary>Files to read, written in a test or lying beside it.</summary>
internal static class Reads
{
    public static IReadOnlyList<ReadItem> Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<ReadItem> Bytes(byte[] bytes) => [.. PaperFile.Read(new MemoryStream(bytes))];

    public static IReadOnlyList<ReadItem> Fixture(string name, [CallerFilePath] string test = "") =>
        Bytes(File.ReadAllBytes(FixturePath(name, test)));

    /// <summary>A file in the folder Fixtures beside the test, as it was copied to the output.</summary>
    public static string FixturePath(string name, [CallerFilePath] string test = "") =>
        Path.Combine(AppContext.BaseDirectory, new FileInfo(test).Directory?.Name ?? "", "Fixtures", name);

    public static PaperRecord OnlyPaper(string text) => Paper(Assert.Single(Text(text)));

    public static PaperRecord Paper(ReadItem item) => Assert.IsType<ReadPaper>(item).Record;

    public static IEnumerable<string> Titles(IEnumerable<ReadItem> items) =>
        items.OfType<ReadPaper>().Select(paper => paper.Record.Title);

    public static ReadRefusal OnlyRefusal(IEnumerable<ReadItem> items) => Assert.Single(items.OfType<ReadRefusal>());

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }
        return zipped.ToArray();
    }
}
