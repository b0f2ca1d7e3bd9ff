namespace PaperBot.Pictures;

/// <summary>A picture for where people look rather than read, and the same in words.</summary>
/// <param name="Png">Twice as wide as it is shown, so that it is sharp on any screen.</param>
/// <param name="AltText">What it shows, with the numbers, for who cannot see it; 1,024 characters at most.</param>
internal sealed record Picture(byte[] Png, string AltText)
{
    public const string MediaType = "image/png";

    /// <summary>As much as Discord keeps of a description.</summary>
    public const int LongestAltText = 1_024;
}

internal enum PictureLook
{
    /// <summary>As Discord is where nobody changed it.</summary>
    Dark,
    Light,
}
