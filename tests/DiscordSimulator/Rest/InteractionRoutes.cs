using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>
/// First answers to interactions, and messages through their tokens (interactions/receiving-and-responding).
/// </summary>
internal sealed class InteractionRoutes(SimulatorOptions options, World world, InteractionTable table, MessageDesk desk)
{
    private const int UserInstallFollowUps = 5;

    public RestAnswer Callback(RestRequest request, string id, string token)
    {
        if (table.Find(token) is not { } interaction || $"{interaction.Id}" != id)
        {
            return DiscordErrors.UnknownInteraction;
        }
        interaction.Count();
        if (interaction.IsAnswered)
        {
            return DiscordErrors.AlreadyAcknowledged;
        }
        if (interaction.Age > options.AnswerWithin)
        {
            return DiscordErrors.UnknownInteraction;
        }
        if (options.Remember == Remember.Counters)
        {
            return AcknowledgeOnly(request, interaction);
        }
        var body = request.Object;
        var type = body["type"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        if (!Suits(interaction, type))
        {
            var errors = new FormErrors();
            errors.Add("type", "BASE_TYPE_CHOICES", "The value must be one of the types that suit this interaction.");
            return errors.Answer;
        }
        if (Refuse(type, body, request, interaction.Source) is { } refused)
        {
            return refused;
        }
        if (!interaction.Claim(type, body))
        {
            return DiscordErrors.AlreadyAcknowledged;
        }
        request.Touched = interaction;
        Carry(interaction, type, body["data"] as JsonObject ?? [], request.Files);
        return request.Asks("with_response") ? RestAnswer.Ok(WithResponse(interaction, type)) : RestAnswer.Nothing;
    }

    public RestAnswer FollowUp(RestRequest request, string token)
    {
        if (table.Find(token) is not { } interaction)
        {
            return DiscordErrors.InvalidWebhookToken;
        }
        if (!interaction.IsAnswered)
        {
            return DiscordErrors.UnknownWebhook;
        }
        request.Touched = interaction;
        interaction.Original ??= Blank(interaction);
        // The first follow-up after a defer edits the loading message and keeps its privacy.
        if (interaction.Original is { IsLoading: true, IsDeleted: false } loading)
        {
            return Change(request, interaction, loading);
        }
        if (MessageDesk.Refuse(request.Object, request.Files) is { } refused)
        {
            return refused;
        }
        if (interaction.UserInstalled && ++interaction.FollowUps > UserInstallFollowUps)
        {
            return RestAnswer.Error(400, 40094, "This interaction has hit the maximum number of follow up messages.");
        }
        var message = Post(interaction, request.Object, request.Files, 0, MessageDesk.FlagsOf(request.Object));
        return RestAnswer.Ok(message.Json.DeepClone());
    }

    public RestAnswer Get(string token, string message) =>
        Find(token, message, out var found, out _) ?? RestAnswer.Ok(found.Json.DeepClone());

    public RestAnswer Edit(RestRequest request, string token, string message) =>
        Find(token, message, out var found, out var interaction) ?? Change(request, interaction, found);

    public RestAnswer Delete(string token, string message)
    {
        if (Find(token, message, out var found, out _) is { } refused)
        {
            return refused;
        }
        desk.Delete(found);
        return RestAnswer.Nothing;
    }

    // Only the type is read: nothing is kept of the message, and Blank stands for it when it is asked for.
    private static RestAnswer AcknowledgeOnly(RestRequest request, InjectedInteraction interaction)
    {
        using var json = JsonDocument.Parse(request.Body);
        request.Touched = interaction;
        return interaction.Claim(json.RootElement.GetProperty("type").GetInt32(), null)
            ? RestAnswer.Nothing
            : DiscordErrors.AlreadyAcknowledged;
    }

    private SentMessage? Blank(InjectedInteraction interaction) =>
        options.Remember == Remember.Counters && interaction.Acknowledgement is { Type: 4 or 5 } answer
            ? Post(interaction, [], [], MessageType(interaction), answer.Type == 5 ? SentMessage.Loading : 0)
            : null;

    private static bool Suits(InjectedInteraction interaction, int type) =>
        interaction.Type switch
        {
            2 => type is 4 or 5 or 9,
            3 => type is 4 or 5 or 6 or 7 or 9,
            4 => type is 8,
            5 => type is 4 or 5 || (type is 6 or 7 && interaction.Source is not null),
            _ => false,
        };

    private static RestAnswer? Refuse(int type, JsonObject body, RestRequest request, SentMessage? source)
    {
        var errors = new FormErrors();
        var data = body["data"] as JsonObject;
        switch (type)
        {
            case 4 or 7 when data is not null:
                MessageLimits.Check(data, MessageDesk.FlagsOf(data), errors);
                if (!errors.Any && type == 4 && MessageLimits.IsEmpty(data) && request.Files.Count == 0)
                {
                    return DiscordErrors.EmptyMessage;
                }
                break;
            case 4 or 8 or 9 when data is null:
                errors.Add("data", "BASE_TYPE_REQUIRED", "This field is required");
                break;
            case 8:
                foreach (var (choice, path) in errors.List(data!, "data", "choices", 25)) // The case above has taken null.
                {
                    errors.Text(choice, path, "name", 100, 1);
                    if (choice["value"] is JsonValue value && value.TryGetValue<string>(out _))
                    {
                        errors.Text(choice, path, "value", 100, 1);
                    }
                }
                break;
            case 9:
                MessageLimits.CheckModal(data!, errors); // The case above has taken null.
                break;
        }
        return errors.Any ? errors.Answer
            : type is 4 or 7 && data is not null
                ? Attachments.Refuse(data, request.Files, type == 7 ? source?.Json : null)
            : null;
    }

    private void Carry(InjectedInteraction interaction, int type, JsonObject data, IReadOnlyList<SentFile> files)
    {
        switch (type)
        {
            case 4:
                interaction.Original = Post(
                    interaction,
                    data,
                    files,
                    MessageType(interaction),
                    MessageDesk.FlagsOf(data)
                );
                break;
            case 5:
                var flags = (MessageDesk.FlagsOf(data) & SentMessage.Ephemeral) | SentMessage.Loading;
                interaction.Original = Post(interaction, [], [], MessageType(interaction), flags);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                interaction.Original = interaction.Source;
                if (interaction.Source is { } source)
                {
                    desk.Edit(source, data, files);
                    interaction.Add(source);
                }
                break;
        }
    }

    private static int MessageType(InjectedInteraction interaction) =>
        interaction.Type == 2 ? (interaction.CommandType == 1 ? 20 : 23) : 0;

    private SentMessage Post(
        InjectedInteraction interaction,
        JsonObject body,
        IReadOnlyList<SentFile> files,
        int type,
        int flags
    )
    {
        var more = new JsonObject
        {
            ["application_id"] = $"{world.Bot.Id}",
            ["webhook_id"] = $"{world.Bot.Id}",
            ["interaction_metadata"] = interaction.Metadata?.DeepClone(),
        };
        var seen = interaction.ForcedPrivate ? flags | SentMessage.Ephemeral : flags;
        var message = desk.Post(interaction.ChannelId, body, files, type, seen, more);
        interaction.Add(message);
        return message;
    }

    private RestAnswer Change(RestRequest request, InjectedInteraction interaction, SentMessage message)
    {
        if (desk.Edit(message, request.Object, request.Files) is { } refused)
        {
            return refused;
        }
        request.Touched = interaction;
        interaction.Add(message);
        return RestAnswer.Ok(message.Json.DeepClone());
    }

    private RestAnswer? Find(string token, string id, out SentMessage message, out InjectedInteraction interaction)
    {
        message = null!; // Read only where null is returned.
        interaction = null!; // The same.
        if (table.Find(token) is not { } found)
        {
            return DiscordErrors.InvalidWebhookToken;
        }
        if (!found.IsAnswered)
        {
            return DiscordErrors.UnknownWebhook;
        }
        found.Original ??= Blank(found);
        var wanted = id == "@original" ? found.Original : found.Messages.FirstOrDefault(m => $"{m.Id}" == id);
        if (wanted is null or { IsDeleted: true })
        {
            return DiscordErrors.UnknownMessage;
        }
        (message, interaction) = (wanted, found);
        return null;
    }

    private static JsonObject WithResponse(InjectedInteraction interaction, int type)
    {
        var about = new JsonObject { ["id"] = $"{interaction.Id}", ["type"] = interaction.Type };
        var body = new JsonObject { ["interaction"] = about };
        if (interaction.Original is { } message)
        {
            about["response_message_id"] = $"{message.Id}";
            about["response_message_loading"] = message.IsLoading;
            about["response_message_ephemeral"] = message.IsPrivate;
            body["resource"] = new JsonObject { ["type"] = type, ["message"] = message.Json.DeepClone() };
        }
        return body;
    }
}
