using System.Text.Json;
using PaperBot.Skills.Papers;

namespace PaperBot.Sources.Reading;

/// <summary>
/// The papers of a JSON document, one object at a time: of an array, of several one behind the other, or of an array
/// somewhere inside an object. A broken object is refused, and reading goes on with the next that begins behind a comma.
/// </summary>
/// <param name="input">The document.</param>
/// <param name="map">An object to what is known of its paper, or why it is refused.</param>
internal sealed class JsonValues(Input input, Func<long, JsonElement, ReadItem> map)
{
    private const int DeepestContainer = 64;
    private const int MostDoubtful = 1_000;
    private const string TooLong = "the record is larger than 4 MB";
    private const string NoObject = "not a JSON object";

    // The outermost is what stands outside of everything.
    private readonly Stack<Container> containers = new([new Container(IsObject: false) { HoldsPapers = true }]);
    private readonly Queue<ReadItem> found = new();

    private readonly JsonCursor cursor = new(input);

    // Something was broken: until the next whole paper it is not certain what belongs to what.
    private bool recovering;

    public IEnumerable<ReadItem> Read()
    {
        while (Step() || found.Count > 0)
        {
            while (found.TryDequeue(out var item))
            {
                yield return item;
            }
        }
    }

    /// <returns>False at the end.</returns>
    private bool Step()
    {
        if (recovering && !cursor.SeekObject())
        {
            return false;
        }
        cursor.SkipBlanks();
        if (input.Window.IsEmpty)
        {
            return false;
        }
        switch (input.Window[0])
        {
            case (byte)'{':
                Object();
                break;
            case (byte)'[':
                Open(isObject: false);
                break;
            case (byte)']' or (byte)'}':
                Close();
                break;
            case (byte)',' or (byte)':':
                cursor.Take(1);
                break;
            case (byte)'"':
                Text();
                break;
            default:
                Literal();
                break;
        }
        return true;
    }

    private void Open(bool isObject)
    {
        if (containers.Count == DeepestContainer)
        {
            Refuse(input.Line, "arrays and objects are nested too deep", skip: 1);
            return;
        }
        // Arrays at the very outside hold papers; one further inside does once a paper was found in it.
        containers.Push(new Container(isObject) { HoldsPapers = !isObject && containers.Count == 1 });
        cursor.Take(1);
    }

    private void Close()
    {
        if (containers.Count > 1)
        {
            containers.Pop();
        }
        cursor.Take(1);
    }

    private void Object()
    {
        var line = input.Line;
        switch (Shape(out var problem))
        {
            case JsonShape.Paper:
                Parse(line, isPaper: true);
                break;
            case JsonShape.Other:
                Parse(line, isPaper: !recovering && !containers.Peek().IsObject);
                break;
            case JsonShape.Wrapper:
                Open(isObject: true);
                break;
            case JsonShape.Broken:
                Refuse(line, problem);
                break;
            default:
                Refuse(line, TooLong, input.Window.Length);
                break;
        }
    }

    private JsonShape Shape(out JsonException? problem)
    {
        while (true)
        {
            var all = input.Ended;
            var shape = JsonShapes.Of(input.Window, all, out problem);
            if (shape != JsonShape.Unknown || all || (!input.Double() && !input.Ended))
            {
                return shape;
            }
        }
    }

    private void Parse(long line, bool isPaper)
    {
        try
        {
            if (Whole(out var used) is not { } document)
            {
                Refuse(line, TooLong, input.Window.Length);
                return;
            }
            using (document)
            {
                if (isPaper)
                {
                    Report(map(line, document.RootElement));
                }
            }
            cursor.Take(used);
        }
        catch (JsonException e)
        {
            Refuse(line, e);
        }
    }

    /// <returns>Null where the value is longer than the longest window.</returns>
    private JsonDocument? Whole(out int used)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(input.Window, input.Ended, new JsonReaderState(JsonShapes.Options));
            if (JsonDocument.TryParseValue(ref reader, out var document))
            {
                used = (int)reader.BytesConsumed;
                return document;
            }
            if (!input.Double() && !input.Ended)
            {
                used = 0;
                return null;
            }
        }
    }

    private void Report(ReadItem item)
    {
        var container = containers.Peek();
        if (item is ReadPaper)
        {
            recovering = false;
            container.HoldsPapers = true;
            container.Doubtful.ForEach(found.Enqueue);
            container.Doubtful.Clear();
        }
        if (container.HoldsPapers || recovering)
        {
            found.Enqueue(item);
        }
        else if (container.Doubtful.Count < MostDoubtful)
        {
            container.Doubtful.Add(item);
        }
    }

    private void Refuse(long line, string reason, int skip)
    {
        found.Enqueue(new ReadRefusal(line, reason));
        recovering = true;
        cursor.Take(skip);
    }

    private void Refuse(long line, JsonException? problem)
    {
        var offset = Math.Clamp(JsonProblem.Offset(input.Window, problem), 1, input.Window.Length);
        var reason =
            input.Ended && offset == input.Window.Length
                ? "the data ends in the middle of it"
                : $"broken JSON at line {line + (problem?.LineNumber ?? 0):N0}";
        Refuse(line, reason, offset);
    }

    private void Text()
    {
        if (cursor.MeasureText(out var length))
        {
            cursor.Take(length);
            Element(input.Line);
            return;
        }
        Refuse(input.Line, "broken JSON: a text does not end", length);
    }

    private void Literal()
    {
        var line = input.Line;
        var length = cursor.MeasureLiteral();
        var isNull = input.Window[..length].SequenceEqual("null"u8); // "not known", in answers to lists of ids
        cursor.Take(length);
        if (!isNull)
        {
            Element(line);
        }
    }

    private void Element(long line)
    {
        if (!containers.Peek().IsObject)
        {
            Report(new ReadRefusal(line, NoObject));
        }
    }

    private sealed record Container(bool IsObject)
    {
        public bool HoldsPapers { get; set; }

        /// <summary>What would be refused if this were a list of papers, which is not known yet.</summary>
        public List<ReadItem> Doubtful { get; } = [];
    }
}
