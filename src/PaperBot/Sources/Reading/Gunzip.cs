using System.IO.Compression;

namespace PaperBot.Sources.Reading;

/// <summary>
/// Unzips, and where the data is broken or cut off it simply ends and says so in <see cref="Damage"/>.
/// </summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a cut-off file for a complete one. So at its end it is offered one more member, a mark:
/// only a stream that ended where a member ends unzips it.
/// </remarks>
internal sealed class Gunzip : ReadOnlyStream
{
    private static readonly byte[] Mark = "the end is complete"u8.ToArray();
    private static readonly byte[] ZippedMark = Zip(Mark);

    private readonly MarkedEnd source;
    private readonly GZipStream unzipped;
    private bool ended;

    public Gunzip(Stream zipped)
    {
        source = new MarkedEnd(zipped);
        unzipped = new GZipStream(source, CompressionMode.Decompress);
    }

    public string? Damage { get; private set; }

    public override int Read(Span<byte> destination)
    {
        if (ended || destination.IsEmpty)
        {
            return 0;
        }
        try
        {
            var read = unzipped.Read(destination);
            if (read == 0)
            {
                ended = true;
                Damage = IsComplete() ? null : "the gzip data ends in the middle; what follows is missing";
            }
            return read;
        }
        catch (InvalidDataException)
        {
            ended = true;
            Damage = "the gzip data is damaged from here on";
            return 0;
        }
    }

    private bool IsComplete()
    {
        source.OfferMark = true;
        var found = new byte[Mark.Length + 1];
        try
        {
            var length = unzipped.ReadAtLeast(found, found.Length, throwOnEndOfStream: false);
            // Something else behind the last member is nobody's data: gzip ignores it as well.
            return source.OfferMark || found.AsSpan(0, length).SequenceEqual(Mark);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unzipped.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }
        return zipped.ToArray();
    }

    /// <summary>The zipped bytes; then, once asked for, the mark.</summary>
    private sealed class MarkedEnd(Stream zipped) : ReadOnlyStream
    {
        public bool OfferMark { get; set; }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                zipped.Dispose();
            }
            base.Dispose(disposing);
        }

        public override int Read(Span<byte> destination)
        {
            var read = zipped.Read(destination);
            if (read > 0 || !OfferMark || destination.Length < ZippedMark.Length)
            {
                return read;
            }
            OfferMark = false;
            ZippedMark.CopyTo(destination);
            return ZippedMark.Length;
        }
    }
}
