using System.Runtime.InteropServices;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>One of the connections that share a bot's servers (https://discord.com/developers/docs/events/gateway#sharding).</summary>
/// <param name="Number">From 0.</param>
/// <param name="Count">Of all of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shard(int Number, int Count);
