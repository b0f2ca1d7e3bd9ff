namespace PaperBot.Skills.Language;

/// <summary>The files of weights that come with PaperBot (docs/models.md).</summary>
internal static class EmbeddedWeights
{
    /// <param name="name">Such as <c>facets.bin</c>; Skills.csproj embeds it under this name.</param>
    /// <param name="read">What makes weights of the file.</param>
    public static T Read<T>(string name, Func<Stream, T> read)
    {
        using var file =
            typeof(EmbeddedWeights).Assembly.GetManifestResourceStream($"PaperBot.Skills.Language.Models.{name}")
            ?? throw new InvalidOperationException($"Skills.csproj does not embed {name}.");
        return read(file);
    }
}
