using System.Xml;

namespace PaperBot.Sources.Reading;

/// <summary>
/// Characters for an XML reader: what XML does not allow becomes a blank, and no single node may be longer than a record,
/// because the reader would hold all of it.
/// </summary>
internal sealed class XmlLetters(Stream bytes) : TextReader
{
    private readonly StreamReader text = new(bytes, LenientText.Encoding, detectEncodingFromByteOrderMarks: false);
    private int sinceNode;

    public static XmlReaderSettings Settings =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    /// <summary>The reader has come to another node, or taken another piece of one.</summary>
    public void NextNode() => sinceNode = 0;

    public override int Read(char[] buffer, int index, int count)
    {
        if (sinceNode > Input.LongestRecord)
        {
            throw new XmlException("The node is longer than any record.");
        }
        var read = text.Read(buffer, index, count);
        sinceNode += read;
        foreach (ref var letter in buffer.AsSpan(index, read))
        {
            if (letter is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF')
            {
                letter = ' ';
            }
        }
        return read;
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    public override int Peek() => text.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }
        base.Dispose(disposing);
    }
}
