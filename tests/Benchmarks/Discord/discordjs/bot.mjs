// A discord.js bot that answers /help with a message like PaperBot's: the yardstick of "load discord".
// usage: node bot.mjs http://127.0.0.1:PORT/api TOKEN
import { Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder } from "discord.js";

const [api, token] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });

const fields = ["trending", "summarize", "compare", "search", "related", "paper", "edition", "help"].map((name) => ({
    name: `/${name} [option]`,
    value: `What /${name} answers, in about as many words as PaperBot says.\nFor example: /${name} EfficientNet`,
}));

client.once(Events.ClientReady, async () => {
    const help = new SlashCommandBuilder().setName("help").setDescription("All commands.");
    await client.application.commands.set([help.toJSON()]);
});

client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
        const embed = new EmbedBuilder().setTitle("The bot's commands").setFields(fields).setFooter({ text: "Small print." });
        await interaction.reply({ embeds: [embed], flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
    }
});

await client.login(token);
