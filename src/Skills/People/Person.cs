namespace PaperBot.Skills.People;

/// <summary>Somebody on a platform.</summary>
/// <param name="Platform">Such as "discord".</param>
/// <param name="User">The platform's own id.</param>
public sealed record Person(string Platform, string User);
