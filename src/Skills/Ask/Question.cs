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
/// <param name="IsName">Written like a name: inner capitals, digits.</param>
/// <param name="Follows">It stands right behind the telling word before it.</param>
internal sealed record QuestionWord(string Text, string Word, string Stem, bool IsName, bool Follows);

/// <summary>Pure: a question as the words that tell what it is about, and what kind of sentence would answer it.</summary>
internal sealed record Question(string Text, IReadOnlyList<QuestionWord> Words, QuestionKind Kind, bool IsForeign)
{
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
            + "s t re ve ll d m hi hello hey thanks state-of-the-art ever still yet often does compare compared comparison versus vs "
            + "idea ideas people one ones need needs needed want wanted look looking find found finds propose proposed proposes"
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
            // The index has the words of numbers and names one by one.
            foreach (var word in Papers.Words.Of(clean.Substring(all[i].Start, all[i].Length)))
            {
                if (!Asking.Contains(word) && !IndexText.IsTooCommon(word) && words.TrueForAll(one => one.Word != word))
                {
                    words.Add(
                        new QuestionWord(
                            clean.Substring(all[i].Start, all[i].Length),
                            word,
                            Stem.Of(word),
                            all[i].LooksLikeName,
                            last >= i - 1
                        )
                    );
                    last = i;
                }
            }
        }
        var plain = all.ConvertAll(token => token.Word);
        return new Question(clean, words, KindOf(plain), IsForeignTo(clean, plain));
    }

    private static QuestionKind KindOf(List<string> words)
    {
        var first = words.FirstOrDefault() ?? "";
        var second = words.Count > 1 ? words[1] : "";
        var asksAmount = words.Exists(Amounts.Contains);
        return first switch
        {
            "how" when second is "many" or "much" or "well" or "fast" or "accurate" or "large" or "big" or "often" or "long" =>
                QuestionKind.Number,
            "what" or "which" when asksAmount && second is not ("is" or "are") => QuestionKind.Number,
            "what" when second is "is" or "are" && words.Count <= 6 && !asksAmount => QuestionKind.Definition,
            "why" or "define" or "explain" => QuestionKind.Definition,
            "does" or "do" or "is" or "are" or "can" when words.Exists(Outcomes.Contains) => QuestionKind.Result,
            _ when words.Exists(word => word is "better" or "best" or "outperform" or "outperforms" or "versus" or "vs") =>
                QuestionKind.Result,
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
                && words.Count(ForeignAsking.Contains) > words.Count(word => Asking.Contains(word) && !ForeignAsking.Contains(word))
            );
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
