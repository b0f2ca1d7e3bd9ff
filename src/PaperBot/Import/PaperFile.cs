using System.Text;
using PaperBot.Skills.Papers;
using PaperBot.Sources;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>
/// A file of papers, whatever it is: gzipped or not, in UTF-8 or UTF-16, in any <see cref="PaperFormat"/>, told by its
/// content. It is read lazily and with flat memory, once.
/// </summary>
internal sealed class PaperFile : IDisposable
{
    private const int BeginningLength = 64 * 1024;

    private readonly Input input;
    private readonly string? problem;

    private PaperFile(Input input)
    {
        this.input = input;
        input.Fill(BeginningLength);
        SkipBlanks();
        (Format, problem) = FormatDetector.Detect(input.Window, input.Ended);
    }

    public PaperFormat Format { get; }

    public bool IsGzip => input.Zip is not null;

    /// <summary>The format in words: "JSON Lines, gzipped".</summary>
    public string Description =>
        Format switch
        {
            PaperFormat.JsonLines => "JSON Lines",
            PaperFormat.Json => "JSON",
            PaperFormat.HuggingFace => "Hugging Face JSON",
            PaperFormat.SemanticScholar => "Semantic Scholar JSON",
            PaperFormat.Atom => "an Atom feed",
            PaperFormat.Rss => "an RSS feed",
            PaperFormat.BibTex => "BibTeX",
            PaperFormat.PageText => "the text of a page",
            _ => "not a list of papers",
        } + (IsGzip ? ", gzipped" : "");

    /// <param name="stream">It is read from where it stands and left open.</param>
    public static PaperFile Open(Stream stream)
    {
        var bytes = new Input(stream);
        bytes.Fill(4);
        if (bytes.Window is not [0x1F, 0x8B, ..])
        {
            return new PaperFile(AsUtf8(bytes));
        }
        var zip = new Gunzip(bytes);
        var unzipped = new Input(zip, owns: true) { Zip = zip };
        unzipped.Fill(4);
        return new PaperFile(AsUtf8(unzipped));
    }

    public static IEnumerable<ReadItem> Read(Stream stream)
    {
        using var file = Open(stream);
        foreach (var item in file.Items())
        {
            yield return item;
        }
    }

    /// <summary>What is found, in its order. Where the gzip data is damaged, what was whole and then one refusal.</summary>
    public IEnumerable<ReadItem> Items()
    {
        ReadRefusal? last = null;
        foreach (var item in Found())
        {
            if (last is not null)
            {
                yield return last;
            }
            last = item as ReadRefusal;
            if (last is null)
            {
                yield return item;
            }
        }
        if (input.Damage is { } damage)
        {
            last = new ReadRefusal(last?.Line ?? input.Line, damage); // the record that was cut is no second problem
        }
        if (last is not null)
        {
            yield return last;
        }
    }

    private IEnumerable<ReadItem> Found() =>
        Format switch
        {
            PaperFormat.JsonLines => JsonLines.Read(input),
            PaperFormat.Json or PaperFormat.HuggingFace or PaperFormat.SemanticScholar => new JsonValues(
                input,
                new JsonPaper().Read
            ).Read(),
            PaperFormat.Atom or PaperFormat.Rss => ArxivFeed.Read(input),
            PaperFormat.BibTex => BibTex.Read(input),
            PaperFormat.PageText => PageText.Read(input),
            _ => [new ReadRefusal(1, $"{problem}. {FormatDetector.WhatIsRead}")],
        };

    private static Input AsUtf8(Input bytes)
    {
        var window = bytes.Window;
        if (window is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes.Take(3);
            return bytes;
        }
        var encoding = window switch
        {
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is null)
        {
            return bytes;
        }
        if (window is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            bytes.Take(2);
        }
        return new Input(Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false)), owns: true)
        {
            Zip = bytes.Zip,
        };
    }

    private void SkipBlanks()
    {
        int first;
        while ((first = input.Window.IndexOfAnyExcept(" \t\r\n"u8)) < 0 && !input.Window.IsEmpty)
        {
            input.Take(input.Window.Length);
            input.Fill(BeginningLength);
        }
        input.Take(Math.Max(0, first));
        input.Fill(BeginningLength);
    }

    public void Dispose() => input.Dispose();
}
