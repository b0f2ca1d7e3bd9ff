namespace PaperBot.DiscordChat.Gateway;

/// <summary>Is told what happens at the gateway, on the thread that reads: returns at once and never throws.</summary>
internal interface IGatewayListener
{
    void Up(Shard shard, GatewayAction.Up up);

    /// <param name="data">The event's JSON; overwritten when this returns.</param>
    void Heard(Shard shard, string name, ReadOnlyMemory<byte> data);
}

/// <summary>The gateway will never let this bot in until somebody changes something; the message says what.</summary>
internal sealed class GatewayEndedException(string message) : Skills.SkillException(message);
