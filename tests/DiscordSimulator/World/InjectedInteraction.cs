using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator.Gateway;

namespace PaperBot.DiscordSimulator;

/// <summary>An interaction that a user has started, and what the bot made of it.</summary>
public sealed class InjectedInteraction
{
    private readonly TaskCompletionSource<Acknowledgement> acknowledged = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource<SentMessage> final = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SentMessage> messages = [];
    private readonly TimeProvider time;
    private readonly long sentAt;
    private Acknowledgement? answer;
    private SentMessage? done;
    private int answers;
    private long firstCallback;

    internal InjectedInteraction(ulong id, string token, int type, TimeProvider time)
    {
        Id = id;
        Token = token;
        Type = type;
        this.time = time;
        sentAt = time.GetTimestamp();
    }

    public ulong Id { get; }

    public string Token { get; }

    /// <summary>2 command, 3 component, 4 autocomplete, 5 modal submit.</summary>
    public int Type { get; }

    /// <summary>The kind of command: 1 slash, 2 user, 3 message; 0 where there is none.</summary>
    public int CommandType { get; internal init; }

    public ulong ChannelId { get; internal init; }

    public ulong? GuildId { get; internal init; }

    public SimulatedUser? User { get; internal init; }

    /// <summary>Whether a session was connected when the event was sent.</summary>
    public bool WasSent => Passages.Any(passage => passage.On is not null);

    /// <summary>How the bot answered first; null as long as it has not.</summary>
    public Acknowledgement? Acknowledgement => answer;

    /// <summary>Callbacks that arrived, refused ones counted: more than one is a bug of the bot.</summary>
    public int Answers => answers;

    /// <summary>How long after the event the first callback came, refused or not; null when none has.</summary>
    public TimeSpan? FirstCallback =>
        Volatile.Read(ref firstCallback) is not 0 and var at ? time.GetElapsedTime(sentAt, at) : null;

    /// <summary>The original answer and the follow-ups, oldest first.</summary>
    public IReadOnlyList<SentMessage> Messages
    {
        get
        {
            lock (messages)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>The answer to an autocomplete; null for anything else.</summary>
    public JsonArray? Choices => Acknowledgement is { Type: 8 } a ? a.Body?["data"]?["choices"] as JsonArray : null;

    /// <summary>The modal that was opened; null for any other answer.</summary>
    public JsonObject? Modal => Acknowledgement is { Type: 9 } a ? a.Body?["data"] as JsonObject : null;

    internal IReadOnlyList<EventPassage> Passages { get; set; } = [];

    internal SentMessage? Original { get; set; }

    /// <summary>The message that a component stands in.</summary>
    internal SentMessage? Source { get; init; }

    internal JsonObject? Metadata { get; init; }

    internal bool UserInstalled { get; init; }

    /// <summary>The user may not use external apps here, so that a user-installed app's answers are seen by them only.</summary>
    internal bool ForcedPrivate { get; init; }

    internal TimeSpan AnswerWithin { get; init; }

    internal int FollowUps { get; set; }

    internal TimeSpan Age => time.GetElapsedTime(sentAt);

    /// <summary>
    /// Waits for the first answer; null when none comes within the limit (<see cref="SimulatorOptions.AnswerWithin"/> and a
    /// little more when left out).
    /// </summary>
    public async Task<Acknowledgement?> WaitForAnswerAsync(TimeSpan? limit = null) =>
        await Within(acknowledged.Task, limit ?? AnswerWithin + TimeSpan.FromSeconds(0.5));

    /// <summary>
    /// Waits for the message that no longer says "is thinking…" (for a component: the message as it became); null when
    /// none comes within the limit.
    /// </summary>
    public async Task<SentMessage?> WaitForMessageAsync(TimeSpan? limit = null) =>
        await Within(final.Task, limit ?? TimeSpan.FromSeconds(10));

    /// <summary>
    /// Whether the bot must have heard of it: it went out, or out again, within <paramref name="limit"/>, on a connection
    /// that stood for <paramref name="standing"/> after that.
    /// </summary>
    public Reach ReachWithin(TimeSpan limit, TimeSpan standing) =>
        Passages.Select(passage => passage.Within(limit, standing)).DefaultIfEmpty(Reach.Nobody).Min();

    internal void Count()
    {
        Interlocked.Increment(ref answers);
        Interlocked.CompareExchange(ref firstCallback, time.GetTimestamp(), 0);
    }

    internal bool IsAnswered => answer is not null;

    /// <summary>Takes the first answer; false when there has been one.</summary>
    internal bool Claim(int type, JsonNode? body) =>
        Interlocked.CompareExchange(ref answer, new Acknowledgement(type, Age.TotalMilliseconds, body), null) is null;

    internal void Add(SentMessage message)
    {
        lock (messages)
        {
            if (!messages.Contains(message))
            {
                messages.Add(message);
            }
            if (!message.IsLoading)
            {
                done ??= message;
            }
        }
    }

    /// <summary>Tells those who wait; called when the request is in the log, so that they find it there.</summary>
    internal void Settle()
    {
        if (answer is { } first)
        {
            acknowledged.TrySetResult(first);
        }
        if (done is { } message)
        {
            final.TrySetResult(message);
        }
    }

    private static async Task<T?> Within<T>(Task<T> task, TimeSpan limit)
        where T : class
    {
        try
        {
            return await task.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}

/// <summary>The first answer to an interaction.</summary>
/// <param name="Type">4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal.</param>
/// <param name="Milliseconds">From sending the event to receiving the callback.</param>
/// <param name="Body">The body of the callback; null with <see cref="Remember.Counters"/>.</param>
public sealed record Acknowledgement(int Type, double Milliseconds, JsonNode? Body)
{
    /// <summary>Whether only the asker sees the answer (flag 64).</summary>
    public bool IsPrivate => ((Body?["data"]?["flags"]?.GetValue<int>() ?? 0) & SentMessage.Ephemeral) != 0;
}
