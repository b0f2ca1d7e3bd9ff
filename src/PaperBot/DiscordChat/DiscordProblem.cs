using System.Text.Json;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;
using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat;

/// <summary>Discord refused a request, or could not be reached.</summary>
/// <param name="status">HTTP's; 0 where no answer came.</param>
/// <param name="code">Discord's own (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json); 0 where it gave none.</param>
internal sealed class DiscordProblem(string message, int status = 0, int code = 0, Exception? inner = null)
    : SkillException(message, inner)
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int InvalidToken = 50027;
    public const int TakesNoMessages = 50007;
    public const int UnknownServer = 10004;
    public const int UnknownTag = 10087;
    public const int AlreadyCrossposted = 40033;
    public const int TagNeeded = 40067;
    public const int NoMessagesThere = 50008;
    public const int WrongChannelType = 50024;
    public const int ThreadArchived = 50083;
    public const int ThreadExists = 160004;
    public const int ThreadLocked = 160005;

    private const int MostSaid = 500;
    private const int MostErrors = 3;
    private const int LongestId = 20; // what is longer in a path is a token

    public int Status => status;

    public int Code => code;

    /// <summary>Nobody is going to answer any more: the interaction is too old, or was answered already.</summary>
    public bool IsTooLate => code is UnknownInteraction or InvalidToken;

    /// <summary>Nobody knows whether it was done: no answer came, or Discord broke down over it, be it in an earlier try.</summary>
    public bool MayHaveArrived { get; set; } = status is 0 or >= 500;

    /// <summary>It cannot be done in that place, whatever is sent: the place is gone, closed, or wants no such message.</summary>
    public bool IsRefusedThere => status is 403 or 404;

    /// <summary>Those who look after the server can mend it.</summary>
    public bool NeedsAdmins { get; init; } = status is 403 or 404;

    /// <summary>What an answer that is no success means.</summary>
    /// <param name="secret">The bot's token, which the answer might quote.</param>
    public static DiscordProblem From(DiscordRequest request, DiscordAnswer answer, string secret = "")
    {
        var (code, said) = Read(answer.Body);
        return Refused(request.ToString(), answer.Status, code, Hide(said, request, secret));
    }

    /// <inheritdoc cref="From"/>
    /// <param name="what">Was asked: a method and a route without tokens.</param>
    /// <param name="status">HTTP's.</param>
    /// <param name="code">Discord's own; 0 where it gave none.</param>
    /// <param name="said">Discord's words, without secrets.</param>
    public static DiscordProblem Refused(string what, int status, int code, string said)
    {
        var sentence = (status, code) switch
        {
            (_, InvalidToken or UnknownInteraction) => "That interaction is too old to be answered.",
            (401, _) =>
                "Discord does not accept the token. Copy a new one from the developer portal (your application, Bot, Reset Token) and set PAPERBOT__Discord__Token.",
            (_, UnknownChannel) =>
                "That channel does not exist any more. Name another one in Discord:Channels, or take it out.",
            (_, MissingAccess) when what.Contains(" channels/", StringComparison.Ordinal) =>
                "PaperBot may not see that channel. Give its role View Channel and Send Messages there; if PaperBot is not in that server any more, invite it again.",
            (_, MissingAccess) =>
                $"PaperBot has no access there ({what}). Invite it to that server with the scopes bot and applications.commands.",
            (_, MissingPermissions) =>
                "PaperBot may not do that in this channel. Give its role Send Messages and Embed Links there.",
            (_, TakesNoMessages) => "That person takes no private messages from PaperBot.",
            (407, _) => "The proxy on the way to Discord asks for a name and a password.",
            (>= 300 and < 400, _) =>
                $"What answered {what} is not Discord: it points elsewhere ({status}). Check Discord:RestUrl and the proxy.",
            (404, 0) => $"Discord has nothing at {what} (404). Check Discord:RestUrl.",
            (429, _) => $"Discord asks PaperBot to slow down ({what}: 429). Try again in a few minutes.",
            (>= 500, _) => $"Discord has trouble of its own ({what}: {status}). Try again in a few minutes.",
            _ => $"Discord refused {what} with {status}{(said.Length > 0 ? $": {said}" : "")}",
        };
        return new DiscordProblem(sentence, status, code);
    }

    /// <summary>No answer came, or none that could be read.</summary>
    public static DiscordProblem Unreachable(string address, bool isTooLate, Exception e)
    {
        var host = new Uri(address).Host;
        var why = (e as HttpRequestException)?.HttpRequestError switch
        {
            _ when isTooLate => "it did not answer in time",
            HttpRequestError.NameResolutionError => $"the name {host} is not known. Check the network and its DNS",
            HttpRequestError.ConnectionError => $"{host} takes no connection. Check the network and its firewall",
            HttpRequestError.SecureConnectionError => $"{host} shows no certificate that can be trusted",
            HttpRequestError.ConfigurationLimitExceeded =>
                "its answer is far too long. Check Discord:RestUrl and the proxy",
            _ => "the connection broke",
        };
        return new DiscordProblem($"Discord cannot be reached: {why}.", inner: e);
    }

    /// <summary>A success whose body is none of Discord's: perhaps it was done, perhaps a proxy said so.</summary>
    /// <param name="what">Was asked: a method and a route without tokens.</param>
    public static DiscordProblem NoJson(string what, int status, Exception e) =>
        new(
            $"What answered {what} is not Discord: it sent no JSON. Check Discord:RestUrl and the proxy.",
            status,
            inner: e
        );

    /// <summary>It is not worth asking yet.</summary>
    public static DiscordProblem Wait(TimeSpan wait) =>
        new(
            wait < TimeSpan.FromMinutes(1)
                ? $"Discord asks PaperBot to be silent for {Math.Ceiling(wait.TotalSeconds):N0} s. Try again then."
                : $"Discord asks PaperBot to be silent for {Math.Ceiling(wait.TotalMinutes):N0} min. Try again then.",
            429
        );

    private static string Hide(string said, DiscordRequest request, string secret)
    {
        foreach (var part in request.Path.Split('/', '?').Append(secret).Where(part => part.Length > LongestId))
        {
            said = said.Replace(part, "…", StringComparison.OrdinalIgnoreCase);
        }
        return DiscordText.FitPlain(said, MostSaid);
    }

    private static (int Code, string Said) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (0, "");
            }
            var code =
                json.RootElement.TryGetProperty("code", out var number)
                && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out var value)
                    ? value
                    : 0;
            var message = json.RootElement.TryGetProperty("message", out var text) ? text.ToString() : "";
            var errors = json.RootElement.TryGetProperty("errors", out var fields) ? Errors(fields, "") : [];
            return (code, PaperText.Clean(string.Join("; ", errors.Take(MostErrors).Prepend(message))));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (0, ""); // a proxy's page says nothing that helps
        }
    }

    // {"embeds":{"0":{"title":{"_errors":[{"code":"…","message":"Must be 256 or fewer in length."}]}}}}
    private static IEnumerable<string> Errors(JsonElement of, string path)
    {
        if (of.ValueKind == JsonValueKind.Array)
        {
            return of.EnumerateArray()
                .Where(error => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out _))
                .Select(error => $"{path}: {error.GetProperty("message")}");
        }
        return of.ValueKind != JsonValueKind.Object
            ? []
            : of.EnumerateObject()
                .SelectMany(part =>
                    Errors(
                        part.Value,
                        part.NameEquals("_errors") ? path
                            : path.Length == 0 ? part.Name
                            : $"{path}.{part.Name}"
                    )
                );
    }
}
