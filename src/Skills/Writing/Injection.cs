using System.Text.RegularExpressions;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Writing;

/// <summary>
/// Pure: sentences that speak to a language model instead of about the work. Some authors hide them in abstracts for
/// automatic reviewers; a model is not shown them, and nothing that it writes may rest on them.
/// </summary>
internal static partial class Injection
{
    /// <summary>The numbers of such sentences in an abstract, from 1.</summary>
    public static IReadOnlySet<int> In(string @abstract) =>
        Sentences
            .Of(@abstract)
            .Where(sentence => IsInstruction(sentence.Text))
            .Select(sentence => sentence.Number)
            .ToHashSet();

    public static bool IsInstruction(string sentence) => ToModel().IsMatch(sentence);

    private const string Earlier =
        @"(?:(?:all|any|every|your|the|these|of|previous|prior|preceding|above|earlier|foregoing|other|system|safety)\s+)+";
    private const string Orders = "(?:instructions?|prompts?|directions?|rules|guidelines|messages?|context|commands?)";

    // What is said to a model: to forget its orders, to play somebody, what to answer, what to think of the paper.
    [GeneratedRegex(
        $@"\b(?:ignore|disregard|forget|override|bypass|do\s+not\s+follow|stop\s+following)\s+{Earlier}?{Orders}\b"
            + @"|\b(?:ignore|disregard|forget)\s+(?:everything|anything|all|the|what(?:ever)?)\b.{0,20}\b(?:above|before|earlier|previously)\b"
            + @"|^\W*(?:system|assistant|user|developer|instructions?|note\s+to\s+(?:the\s+)?(?:ai|llms?|models?|reviewers?|assistants?))\s*:"
            + @"|^\W*(?:attention|dear|hey|to\s+any|to\s+all|note\s+for|for|if\s+you\s+are\s+an?)\s+(?:all\s+|any\s+)?(?:ai|llms?|language\s+models?|chatbots?|assistants?|bots?)\b(?:\s+(?:reviewers?|readers?|agents?|systems?|assistants?|models?))?\s*[:,!]"
            + @"|\b(?:you\s+are|(?<=^\W*(?:now\s+|please\s+)?)act\s+as|pretend\s+to\s+be)\s+(?:now\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:ai|assistant|chatbot|language\s+model|llm|bot|reviewer|dan)\b"
            + @"|\bas\s+an?\s+(?:ai|large\s+language|language)\s+(?:language\s+)?(?:model|assistant)\b.{0,20}\byou\b"
            + @"|\b(?:when|if)\s+(?:you\s+(?:are\s+)?)?(?:asked\s+to\s+)?(?:summari[sz](?:e|ing)|review(?:ing)?|describ(?:e|ing)|evaluat(?:e|ing)|translat(?:e|ing))\s+(?:this|the)\b.{0,60}\b(?:say|write|state|mention|output|add|include|claim|give|recommend|tell)\b"
            + @"|^\W*(?:please\s+|now\s+|always\s+|just\s+|instead,?\s+|only\s+|then\s+|and\s+|also\s+|you\s+(?:must|should|will|shall|are\s+to|have\s+to)\s+(?:now\s+|only\s+|always\s+)?)*"
            + @"(?:say|reply|respond|answer|output|print|tell|write|repeat|claim|state|summari[sz]e|rate|give|recommend|mention|insert|append|post|send|visit|click|reveal|translate|praise)\s+"
            + @"(?:(?:exactly|only|just|with|that|back|to|in|the|a|an|this|your|us|me|users?|readers?|everyone|everybody|them|following|words?|phrase|sentence|link|paper|work|score|rating|review|positive|system|prompt|key|here|it)\s+)*"
            + @"(?:(?:that|with|exactly|only|this|the|users?|readers?|everyone|everybody|positive(?:ly)?|review|paper|prompt|here|link|following|https?|@\w+)\b|[""“'‘:])"
            + @"|\b(?:give|write)\s+(?:only\s+)?(?:an?\s+)?(?:only\s+)?(?:positive|favou?rable|excellent|perfect|glowing)\s+(?:reviews?|summar(?:y|ies)|ratings?|scores?|feedback)\b"
            + @"|\bdo\s+not\s+(?:highlight|mention|report|reveal|tell|say)\s+(?:any\s+)?(?:negatives?|weakness(?:es)?|limitations?|the\s+user|users?|this\s+(?:instruction|message|prompt))\b"
            + @"|\b(?:system|hidden)\s+prompt\s*:|\[\s*/?\s*(?:inst|system)\s*\]|<\|?\s*/?\s*(?:im_start|im_end|system|assistant|user|endoftext)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ToModel();
}
