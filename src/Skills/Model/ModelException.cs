namespace PaperBot.Skills.Model;

/// <summary>Why a model did not answer, or not with anything that may be shown.</summary>
public enum ModelTrouble
{
    /// <summary>No model is configured.</summary>
    NotConfigured,

    /// <summary>The month's budget is used up.</summary>
    Budget,

    /// <summary>The key, the model's name or the request is not accepted: another try changes nothing.</summary>
    Refused,

    /// <summary>The endpoint asks to wait, or has failed so often that it is left alone for a while.</summary>
    Limited,

    /// <summary>It cannot be reached, or what it answers is no answer.</summary>
    Broken,

    /// <summary>It did not answer in time.</summary>
    Late,

    /// <summary>It answered, but nothing that the abstract supports.</summary>
    Unsupported,

    /// <summary>Somebody reported its answer as mistaken.</summary>
    Withdrawn,
}

/// <summary>The model has no answer that can be shown; PaperBot's own engine answers in its place.</summary>
/// <param name="sentence">For the reader, without a full stop: "The language model did not answer in time". Nothing of what the endpoint or the model said.</param>
/// <param name="detail">For the operator: one line for the log and for doctor; never a key.</param>
public sealed class ModelException(
    ModelTrouble trouble,
    string sentence,
    string? detail = null,
    Exception? inner = null
) : Exception(sentence, inner)
{
    public static ModelException NotConfigured() => new(ModelTrouble.NotConfigured, "No language model is configured");

    public static ModelException Late() => new(ModelTrouble.Late, "The language model did not answer in time");

    public static ModelException Unsupported() =>
        new(ModelTrouble.Unsupported, "What the language model wrote is not supported by the abstract");

    public ModelTrouble Trouble => trouble;

    public string Detail => detail ?? Message;
}
