using Json.Schema;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>The results of an evaluation as lines that say where something is wrong and what must be there instead.</summary>
internal static class SpecProblems
{
    /// <summary>Gives the library our words; it keeps them for the whole process.</summary>
    public static void Word()
    {
        ErrorMessages.FalseSchema = "must not be there";
        ErrorMessages.Type = "must be [[expected]]";
        ErrorMessages.Const = "must be [[value]]";
        ErrorMessages.Enum = "must be one of [[values]]";
        ErrorMessages.Required = "must have [[missing]]";
        ErrorMessages.Pattern = "must match [[pattern]]";
        ErrorMessages.Format = "must be a valid [[format]]";
        ErrorMessages.Minimum = "must be at least [[limit]]";
        ErrorMessages.Maximum = "must be at most [[limit]]";
        ErrorMessages.MinItems = "must have at least [[limit]] items";
        ErrorMessages.MaxItems = "must have at most [[limit]] items";
        ErrorMessages.MinProperties = "must have at least [[limit]] members";
        ErrorMessages.MaxProperties = "must have at most [[limit]] members";
        ErrorMessages.UniqueItems = "must not hold the same item twice";
    }

    /// <summary>
    /// What is wrong, of several forms that a value may have with the nearest: of the right type, with the fewest problems.
    /// </summary>
    public static IReadOnlyList<string> Of(IEnumerable<EvaluationResults> forms) => [.. Nearest(forms).Distinct()];

    private static IEnumerable<string> All(EvaluationResults node)
    {
        var own = (node.Errors ?? []).Select(error => Sentence(node, error.Key, error.Value));
        var below = (node.Details ?? []).GroupBy(part => Keyword(node, part));
        return own.Concat(below.SelectMany(parts => Below(node, parts.Key, [.. parts])));
    }

    private static IEnumerable<string> Below(EvaluationResults node, string keyword, List<EvaluationResults> parts) =>
        keyword switch
        {
            "if" => [],
            "oneOf" when parts.Count(part => part.IsValid) > 1 =>
            [
                $"{At(node)} fits more than one of the forms it may have",
            ],
            "oneOf" or "anyOf" => parts.Exists(part => part.IsValid) ? [] : Nearest(parts),
            _ => parts.Where(part => !part.IsValid).SelectMany(All),
        };

    private static IEnumerable<string> Nearest(IEnumerable<EvaluationResults> forms) =>
        forms
            .Select(form => (Other: IsOfAnotherType(form), Lines: All(form).ToList()))
            .OrderBy(form => form.Other)
            .ThenBy(form => form.Lines.Count)
            .First()
            .Lines;

    private static bool IsOfAnotherType(EvaluationResults form) =>
        form.Errors?.ContainsKey("type") == true
        || (form.Details ?? []).Exists(part =>
            !part.IsValid && part.InstanceLocation.Equals(form.InstanceLocation) && IsOfAnotherType(part)
        );

    private static string Sentence(EvaluationResults node, string keyword, string error)
    {
        var (place, name) = Parted(At(node));
        // A schema that is false stands where a member is not among those that are listed.
        return
            keyword.Length == 0
            && node.EvaluationPath.ToString().EndsWith("/additionalProperties", StringComparison.Ordinal)
            ? $"{place} must not have '{name}'"
            : $"{At(node)} {error.Replace('"', '\'')}";
    }

    private static (string Place, string Name) Parted(string at) =>
        at.LastIndexOf('/') is > 0 and var end ? (at[..end], at[(end + 1)..]) : ("/", at[1..]);

    // Paths go through every keyword; the first step beyond the node's own is the one that asked.
    private static string Keyword(EvaluationResults node, EvaluationResults part) =>
        part.EvaluationPath.ToString()[node.EvaluationPath.ToString().Length..].Split('/')[1];

    private static string At(EvaluationResults node) =>
        node.InstanceLocation.ToString() is { Length: > 0 } place ? place : "/";
}
