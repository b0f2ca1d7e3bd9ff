using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal static class PersonOf
{
    public static Person ToPerson(this Asker asker) => new(asker.Platform, asker.Id);

    /// <summary>Whose votes and saves count together: the server's; of a terminal, which has none, that of whoever sits there.</summary>
    /// <exception cref="SkillException">It is asked outside any server.</exception>
    public static string ToTeam(this Asker asker, string command) =>
        asker.Server.Length > 0 ? asker.Server
        : asker.IsOperator ? asker.Platform
        : throw new SkillException($"{command} is about a server's team. Ask it in a channel of a server.");

    /// <summary>"this server", or where there is none "this terminal".</summary>
    public static string TeamName(this Asker asker) => asker.Server.Length > 0 ? "this server" : "this terminal";
}
