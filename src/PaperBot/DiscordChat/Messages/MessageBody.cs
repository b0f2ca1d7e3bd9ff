using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: the body of a request as it goes over the wire: JSON, or JSON and files as multipart/form-data
/// (https://discord.com/developers/docs/reference#uploading-files).
/// </summary>
/// <param name="Bytes">Empty where the request has no body.</param>
/// <param name="MediaType">With its boundary.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageBody(ReadOnlyMemory<byte> Bytes, string MediaType)
{
    private const string Json = "application/json";

    public bool IsEmpty => Bytes.IsEmpty;

    /// <inheritdoc cref="MessageJson.Write"/>
    public static MessageBody Of(DiscordMessage message, bool isEdit = false) =>
        With(MessageJson.Of(message, isEdit), message.Files);

    /// <param name="json">Names the files as <see cref="MessageJson"/> does.</param>
    public static MessageBody With(ReadOnlyMemory<byte> json, IReadOnlyList<MessageFile> files)
    {
        if (files.Count == 0)
        {
            return json;
        }
        var boundary = Boundary(json, files);
        var body = new ArrayBufferWriter<byte>(json.Length + files.Sum(file => file.Bytes.Length + 300) + 300);
        Part("payload_json", Json, json);
        foreach (var (i, file) in files.Index())
        {
            Part(string.Create(CultureInfo.InvariantCulture, $"files[{i}]"), file.MediaType, file.Bytes, file.Name);
        }
        Say($"--{boundary}--\r\n");
        return new MessageBody(body.WrittenMemory, $"multipart/form-data; boundary={boundary}");

        void Part(string name, string type, ReadOnlyMemory<byte> content, string? file = null)
        {
            var fileName = file is null ? "" : $"; filename=\"{file}\"";
            Say($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{fileName}\r\n");
            Say($"Content-Type: {type}\r\n\r\n");
            body.Write(content.Span);
            Say("\r\n");
        }

        void Say(string words) => Encoding.ASCII.GetBytes(words, body);
    }

    public static implicit operator MessageBody(ReadOnlyMemory<byte> json) => new(json, Json);

    public static implicit operator MessageBody(byte[] json) => new(json, Json);

    // A hash of all that stands between two of them, which therefore cannot hold it.
    private static string Boundary(ReadOnlyMemory<byte> json, IReadOnlyList<MessageFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(json.Span);
        foreach (var file in files)
        {
            hash.AppendData(file.Bytes.Span);
        }
        return $"paperbot-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}";
    }
}
