using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <summary>What kind of sentence answers a question.</summary>
internal enum QuestionKind
{
    Any,

    /// <summary>"What is …", "why …": what is known.</summary>
    Definition,

    /// <summary>"How does one …", "which method …": what is done.</summary>
    Method,

    /// <summary>"Does … help", "which is better": what came out.</summary>
    Result,

    /// <summary>"How many", "how accurate": a result with numbers.</summary>
    Number,
}

/// <param name="Text">As it was typed.</param>
/// <param name="Word">Folded and in lower case.</param>
/// <param name="Stem">As the index has it.</param>
/// <param name="Follows">It stands right behind the telling word before it.</param>
internal sealed record QuestionWord(string Text, string Word, string Stem, bool Follows)
{
    /// <summary>Written like a name: capitals where the sentence does not begin, digits.</summary>
    public bool IsName { get; init; }

    /// <summary>It says how the others are connected ("prevent", "effect"); a sentence may say that otherwise.</summary>
    public bool IsSoft { get; init; }

    /// <summary>The 10 of CIFAR-10: it counts behind its name alone.</summary>
    public bool IsPartOfName { get; init; }

    /// <summary>Who does something is another word than what is done, though they have one stem: "transformer".</summary>
    public bool NeedsForm =>
        Word.Length > 5
        && (Word.EndsWith("er", StringComparison.Ordinal) || Word.EndsWith("ers", StringComparison.Ordinal))
        && Stem.Length < Word.Length - 1;
}

/// <summary>Pure: a question as the words that tell what it is about, and what kind of sentence would answer it.</summary>
internal sealed record Question(string Text, IReadOnlyList<QuestionWord> Words, QuestionKind Kind, bool IsForeign)
{
    /// <summary>"Who" and "when": hardly an abstract says.</summary>
    public bool AsksForPeopleOrDays { get; private init; }

    private const int LongestText = 2_000;
    private const int MostWords = 24;

    // Words of asking, not of what is asked about.
    private static readonly FrozenSet<string> Asking = Set(
        "what which who whom whose how why when where whether is are was were be been being am do does did done can could should would "
            + "will shall may might must have has had having the a an this that these those it its they them their there here and or but "
            + "nor not no if than then so as of in on at for from to into onto with without by about between across over under up out via "
            + "per i me my we us our you your he she please tell explain say says said know known knows describe list name give gives show "
            + "me us any anything anyone some something someone all every each other another more most much many few several such own same "
            + "paper papers work works study studies research researcher researchers author authors article articles abstract abstracts "
            + "literature library answer question use used uses using get gets got make makes made exist exists like also just only very "
            + "really actually currently good better best well way ways thing things possible sort kind kinds type types example examples "
            + "mean means meaning meant definition define differ different difference happen happens there's what's how's isn't doesn't don't "
            + "s t re ve ll d m everyone everybody here hi hello hey thanks state-of-the-art ever still yet often does compare compared comparison versus vs "
            + "idea ideas people one ones need needs needed want wanted look looking find found finds propose proposed proposes"
    );

    private static readonly FrozenSet<string> Soft = Set(
        "effect effects important importance prevent prevents suffer suffers invent invented publish published reach reaches reached "
            + "reduce reduces reduced reducing improve improves improved improving increase increases decrease decreases help helps support supports solve "
            + "solves solved handle handles avoid avoids enable enables achieve achieves achieved perform performs performed performance "
            + "cause causes caused affect affects lead leads happen apply applied applying role impact benefit benefits advantage advantages "
            + "problem problems issue issues method methods approach approaches technique techniques algorithm algorithms model models "
            + "strategy strategies idea purpose goal main popular typical available new latest recent efficient efficiently effective "
            + "effectively outperform outperforms beat beats prove proves show shows result results big small fast faster quickly slow "
            + "solution solutions learned instead before after during while long enough done try tried keep allow allows called deal "
            + "speed choose chooses choosing select selects pick data set sets dataset datasets benchmark benchmarks task tasks start begin end change changes created create developed develop build built exactly actually"
    );

    private static readonly FrozenSet<string> ForeignAsking = Set(
        "was wie welche welcher welches warum wer wo wann ist sind der die das ein eine einen und oder nicht mit für von zu bei auf "
            + "quel quelle quels quelles comment pourquoi est sont les des une pour dans avec que qui sur et ou "
            + "qué cuál cuáles cómo por porque quién es son los las una para con del como que "
            + "che cosa quale quali perché sono gli della qual quais o os as um uma wat hoe welk waarom het een van"
    );

    private static readonly FrozenSet<string> Amounts = Set(
        "accuracy accurate precision recall error rate percent percentage score fast faster speed speedup slow large big small size "
            + "many much cost cheap expensive bleu rouge f1 map iou psnr auc fid perplexity latency throughput parameters long often number"
    );

    private static readonly FrozenSet<string> Methods = Set(
        "method methods approach approaches technique techniques algorithm algorithms architecture architectures way ways strategy "
            + "strategies model models framework frameworks"
    );

    private static readonly FrozenSet<string> Outcomes = Set(
        "improve improves help helps outperform outperforms better best worse effect effects impact benefit benefits hurt hurts work works "
            + "result results effective reduce reduces increase increases compare compared versus vs enough matter matters"
    );

    /// <param name="text">Anything that somebody typed.</param>
    public static Question From(string text)
    {
        var clean = PaperText.Clean(text.Length > LongestText ? text[..LongestText] : text);
        var all = Grounding.TokenReader.Of(clean);
        var words = new List<QuestionWord>();
        var last = -2;
        for (var i = 0; i < all.Count && words.Count < MostWords; i++)
        {
            if (all[i].Kind == Grounding.TokenKind.Link)
            {
                continue;
            }
            // The index has the words of numbers and names one by one.
            foreach (var word in Papers.Words.Of(clean.Substring(all[i].Start, all[i].Length)))
            {
                if (!Asking.Contains(word) && !IndexText.IsTooCommon(word) && words.TrueForAll(one => one.Word != word))
                {
                    words.Add(
                        new QuestionWord(Run(clean, all, i), word, Stem.Of(word), last >= i - 1)
                        {
                            IsName = all[i].LooksLikeName || (all[i].Capital && i > 0),
                            IsSoft = Soft.Contains(word),
                            IsPartOfName = all[i].Joined && char.IsAsciiDigit(word[0]),
                        }
                    );
                    last = i;
                }
            }
        }
        var plain = all.ConvertAll(token => token.Word);
        var kind = KindOf(plain);
        if (kind == QuestionKind.Number)
        {
            // "Which error rate" is answered by an accuracy, too.
            words = words.ConvertAll(word => word with { IsSoft = word.IsSoft || Amounts.Contains(word.Word) });
        }
        // Where nothing else is asked about, these are.
        var isAllSoft = words.TrueForAll(word => word.IsSoft);
        return new Question(
            clean,
            isAllSoft ? words.ConvertAll(word => word with { IsSoft = false }) : words,
            kind,
            IsForeignTo(clean, plain)
        )
        {
            AsksForPeopleOrDays = plain.FirstOrDefault() is "who" or "whom" or "whose" or "when",
        };
    }

    // What hyphens join is one name.
    private static string Run(string text, List<Grounding.Token> tokens, int i)
    {
        var first = i;
        while (first > 0 && tokens[first].Joined)
        {
            first--;
        }
        var last = i;
        while (last + 1 < tokens.Count && tokens[last + 1].Joined)
        {
            last++;
        }
        return text[tokens[first].Start..tokens[last].End];
    }

    private static QuestionKind KindOf(List<string> words)
    {
        var first = words.FirstOrDefault() ?? "";
        var second = words.Count > 1 ? words[1] : "";
        var asksAmount = words.Exists(Amounts.Contains);
        return first switch
        {
            "how"
                when second
                    is "many"
                        or "much"
                        or "well"
                        or "fast"
                        or "accurate"
                        or "large"
                        or "big"
                        or "often"
                        or "long" => QuestionKind.Number,
            "what" or "which" when asksAmount && second is not ("is" or "are") => QuestionKind.Number,
            "what" when second is "is" or "are" && words.Count <= 6 && !asksAmount => QuestionKind.Definition,
            "why" or "define" or "explain" => QuestionKind.Definition,
            "does" or "do" or "is" or "are" or "can" when words.Exists(Outcomes.Contains) => QuestionKind.Result,
            _ when words.Exists(word =>
                    word is "better" or "best" or "outperform" or "outperforms" or "versus" or "vs"
                ) => QuestionKind.Result,
            "how" => QuestionKind.Method,
            _ when words.Exists(Methods.Contains) => QuestionKind.Method,
            _ => QuestionKind.Any,
        };
    }

    // Another script, or the small words of another language and none of English.
    private static bool IsForeignTo(string text, List<string> words)
    {
        var letters = text.Count(char.IsLetter);
        var other = text.Count(letter => letter >= 'Ͱ' && char.IsLetter(letter));
        return other * 2 > letters
            || (
                words.Count(ForeignAsking.Contains) > 1
                && words.Count(ForeignAsking.Contains)
                    > words.Count(word => Asking.Contains(word) && !ForeignAsking.Contains(word))
            );
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
