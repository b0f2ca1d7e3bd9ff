using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: what /digest setup answers.</summary>
internal static class DigestSetupReply
{
    public const int TimesShown = 3;
    private const int MostZones = 10;

    /// <param name="before">As it was; null where the channel had none.</param>
    /// <param name="isZoneGuessed">Nobody has named a time zone yet.</param>
    public static Reply For(
        ChannelLook look,
        Digest? before,
        Digest digest,
        IReadOnlyList<RunTime> runs,
        bool isZoneGuessed,
        DateTimeOffset now
    )
    {
        var name = OwnDigests.NameOf(look);
        return new()
        {
            Private = true,
            Title = before is null ? $"{name} gets its papers from now on" : $"The digest of {name}",
            Text = before is null ? "" : Changed(before, digest),
            Fields = [.. DigestWords.Fields(digest.Settings), Times("Next posts", runs, digest.Settings, now)],
            Notes =
            [
                .. DigestWords.Warnings(digest.Settings),
                .. isZoneGuessed
                    ? new[]
                    {
                        $"No time zone was named, so it is the clock of {digest.Settings.Zone}. Change that with /digest setup zone:",
                    }
                    : [],
                "Whoever may manage this server can change or stop it: /help digest.",
            ],
            Buttons =
            [
                new ReplyButton("Preview", $"/digest preview channel:{digest.Channel}"),
                new ReplyButton("Status", $"/digest status channel:{digest.Channel}"),
            ],
            Again = $"/digest show channel:{digest.Channel}",
        };
    }

    public static Reply Lacks(CommandRequest request, string channel, ChannelLook look)
    {
        var name = OwnDigests.NameOf(look);
        return Reply.Problem(
            $"PaperBot lacks {Joined(look.Missing)} in {name}. Open that channel's settings, Permissions, add PaperBot (or its role), allow {(look.Missing.Count == 1 ? "it" : "them")}, and try again. Nothing was kept."
        ) with
        {
            Buttons = [new ReplyButton("Try again", request.With(OwnDigests.Channel, channel).ToLine())],
        };
    }

    /// <param name="zones">What may be meant.</param>
    public static Reply WhichZone(CommandRequest request, IReadOnlyList<string> zones, DateTimeOffset now)
    {
        var typed = Skills.Papers.PaperText.Clean(request.Text("zone"));
        var shown = typed.Length > 40 ? typed[..40] + "…" : typed;
        return zones.Count == 0
            ? Reply.Problem(
                $"No time zone is called '{shown}'. Name a large city near you or a country, such as zone:Berlin, or an offset such as zone:UTC+5:30. Nothing was kept."
            )
            : Reply.Problem(
                $"Which clock is '{shown}'? It may be {string.Join(", ", zones.Take(3).Select(zone => ZoneFinder.Label(zone, now)))}{(zones.Count > 3 ? " or another" : "")}. Nothing was kept.",
                [
                    .. zones
                        .Take(MostZones)
                        .Select(zone => new ReplyChoice(
                            ZoneFinder.Label(zone, now),
                            request.With("zone", zone).ToLine()
                        )),
                ]
            );
    }

    public static ReplyField Times(
        string name,
        IReadOnlyList<RunTime> runs,
        DigestSettings settings,
        DateTimeOffset now
    ) => new(name, string.Join('\n', runs.Select(run => DigestTimes.Line(run, settings, now))), []);

    private static string Changed(Digest before, Digest after)
    {
        var changed = DigestChanges.Between(before.Settings, after.Settings);
        var resumed =
            before.EndedAt is not null ? " It had ended, and goes on now."
            : before.PausedAt is not null ? " It was paused, and goes on now."
            : "";
        return (
                changed.Count == 0
                    ? "Nothing was changed: name what to change, such as time:8:30."
                    : $"Changed: {string.Join(", ", changed)}. Everything else is as it was."
            ) + resumed;
    }

    private static string Joined(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
