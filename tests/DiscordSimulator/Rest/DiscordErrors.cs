using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Discord's refusals (topics/opcodes-and-status-codes, JSON error codes).</summary>
internal static class DiscordErrors
{
    public static RestAnswer Unauthorized => RestAnswer.Error(401, 0, "401: Unauthorized");

    public static RestAnswer NotFound => RestAnswer.Error(404, 0, "404: Not Found");

    public static RestAnswer MethodNotAllowed => RestAnswer.Error(405, 0, "405: Method Not Allowed");

    public static RestAnswer InvalidJson => RestAnswer.Error(400, 50109, "The request body contains invalid JSON.");

    public static RestAnswer WrongContentType
    {
        get
        {
            var errors = new FormErrors();
            errors.Add(
                "",
                "CONTENT_TYPE_INVALID",
                "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}."
            );
            return errors.Answer;
        }
    }

    public static RestAnswer UnknownApplication => RestAnswer.Error(404, 10002, "Unknown Application");

    public static RestAnswer UnknownChannel => RestAnswer.Error(404, 10003, "Unknown Channel");

    public static RestAnswer UnknownGuild => RestAnswer.Error(404, 10004, "Unknown Guild");

    public static RestAnswer UnknownMember => RestAnswer.Error(404, 10007, "Unknown Member");

    public static RestAnswer UnknownMessage => RestAnswer.Error(404, 10008, "Unknown Message");

    public static RestAnswer UnknownUser => RestAnswer.Error(404, 10013, "Unknown User");

    public static RestAnswer UnknownWebhook => RestAnswer.Error(404, 10015, "Unknown Webhook");

    public static RestAnswer UnknownInteraction => RestAnswer.Error(404, 10062, "Unknown interaction");

    public static RestAnswer UnknownCommand => RestAnswer.Error(404, 10063, "Unknown application command");

    public static RestAnswer TooLarge => RestAnswer.Error(413, 40005, "Request entity too large");

    public static RestAnswer AlreadyAcknowledged =>
        RestAnswer.Error(400, 40060, "Interaction has already been acknowledged.");

    public static RestAnswer UnknownTag => RestAnswer.Error(404, 10087, "Unknown tag");

    public static RestAnswer TagRequired =>
        RestAnswer.Error(400, 40067, "A tag is required to create a forum post in this channel");

    public static RestAnswer ThreadArchived => RestAnswer.Error(400, 50083, "Thread is archived");

    public static RestAnswer ThreadExists =>
        RestAnswer.Error(400, 160004, "A thread has already been created for this message");

    public static RestAnswer ThreadLocked => RestAnswer.Error(400, 160005, "Thread is locked");

    public static RestAnswer AlreadyCrossposted =>
        RestAnswer.Error(400, 40033, "This message has already been crossposted.");

    public static RestAnswer MissingAccess => RestAnswer.Error(403, 50001, "Missing Access");

    public static RestAnswer NotYourMessage =>
        RestAnswer.Error(403, 50005, "Cannot edit a message authored by another user");

    public static RestAnswer EmptyMessage => RestAnswer.Error(400, 50006, "Cannot send an empty message");

    public static RestAnswer MissingPermissions => RestAnswer.Error(403, 50013, "Missing Permissions");

    public static RestAnswer WrongChannelType =>
        RestAnswer.Error(400, 50024, "Cannot execute action on this channel type");

    public static RestAnswer InvalidWebhookToken => RestAnswer.Error(401, 50027, "Invalid Webhook Token");

    public static RestAnswer InvalidForm(JsonObject errors) =>
        RestAnswer.Error(400, 50035, "Invalid Form Body", errors);
}
