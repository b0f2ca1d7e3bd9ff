using System.IO.Compression;
using System.Text.Json;

namespace PaperBot.Benchmarks;

/// <summary>One-sentence summaries by authors, where JSON Lines (also gzipped) have them as "tldr"; PaperBot does not import these.</summary>
internal static class Tldrs
{
    /// <returns>By title as the file writes it.</returns>
    public static Dictionary<string, string> Of(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : (Stream)stream;
        using var reader = new StreamReader(plain);
        var summaries = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.Contains("\"tldr\"", StringComparison.Ordinal))
            {
                continue; // most lines: not worth being parsed
            }
            using var json = JsonDocument.Parse(line);
            if (
                json.RootElement.TryGetProperty("tldr", out var summary)
                && json.RootElement.TryGetProperty("title", out var title)
            )
            {
                summaries[title.GetString() ?? ""] = summary.GetString() ?? "";
            }
        }
        return summaries;
    }
}
