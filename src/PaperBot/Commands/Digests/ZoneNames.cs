using System.Text;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands.Digests;

/// <summary>What people call time zones: ids of the IANA database, cities, countries, and other names.</summary>
internal static class ZoneNames
{
    /// <summary>Where nothing else tells zones apart, these come first, in this order.</summary>
    private static readonly string[] Known =
        "UTC America/New_York America/Los_Angeles America/Chicago America/Denver Europe/London Europe/Berlin Europe/Paris Europe/Zurich Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Stockholm Europe/Warsaw Europe/Athens Europe/Helsinki Europe/Istanbul Europe/Moscow Asia/Jerusalem Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Singapore Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Seoul Asia/Tokyo Australia/Sydney Australia/Perth Australia/Adelaide Pacific/Auckland America/Toronto America/Vancouver America/Halifax America/St_Johns America/Mexico_City America/Bogota America/Sao_Paulo America/Argentina/Buenos_Aires Africa/Lagos Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Tehran Asia/Kabul Asia/Yangon America/Anchorage Pacific/Honolulu".Split(
            ' '
        );

    private static readonly IReadOnlyList<ZoneName> Countries = Read("countries.tsv");

    /// <summary>Every zone there is, the best known first.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [.. Known.Concat(Countries.SelectMany(country => country.Zones).Order(StringComparer.Ordinal)).Distinct()];

    /// <summary>Countries and other names; see also <see cref="CityOf"/>.</summary>
    public static IReadOnlyList<ZoneName> Others { get; } = [.. Read("places.tsv"), .. Countries];

    /// <summary>The city by which a zone is called, folded: "new york" of America/New_York.</summary>
    public static string CityOf(string zone) => Folded(zone[(zone.LastIndexOf('/') + 1)..]);

    /// <summary>Words in lower case without accents and signs, for comparing.</summary>
    public static string Folded(string text) => string.Join(' ', Words.Of(text.Replace('_', ' ')));

    private static List<ZoneName> Read(string file)
    {
        using var stream = typeof(ZoneNames).Assembly.GetManifestResourceStream($"PaperBot.Commands.Digests.{file}")!; // embedded
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split('\t'))
                .Select(parts => new ZoneName(Folded(parts[0]), parts[1].Split(' '))),
        ];
    }
}

/// <param name="Name">Folded.</param>
/// <param name="Zones">Those in it, or meant by it.</param>
internal sealed record ZoneName(string Name, IReadOnlyList<string> Zones);
