using System.Collections.Concurrent;

namespace PaperBot.DiscordSimulator;

/// <summary>The interactions whose tokens live.</summary>
internal sealed class InteractionTable(TimeSpan tokenLife)
{
    private readonly ConcurrentDictionary<string, InjectedInteraction> byToken = [];
    private readonly ConcurrentQueue<InjectedInteraction> oldest = [];

    public void Add(InjectedInteraction interaction)
    {
        byToken[interaction.Token] = interaction;
        oldest.Enqueue(interaction);
        while (oldest.TryPeek(out var first) && first.Age > tokenLife && oldest.TryDequeue(out first))
        {
            byToken.TryRemove(first.Token, out _);
        }
    }

    public InjectedInteraction? Find(string token) =>
        byToken.TryGetValue(token, out var found) && found.Age <= tokenLife ? found : null;

    /// <summary>Ends a token before its time.</summary>
    public void Expire(InjectedInteraction interaction) => byToken.TryRemove(interaction.Token, out _);
}
