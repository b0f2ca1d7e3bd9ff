using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Writing;

/// <summary>Pure: by what a text of a language is known, as far as a translation can be checked by it.</summary>
internal sealed partial class LanguageTraits
{
    private readonly FrozenSet<string> common;
    private readonly Regex denials;
    private readonly Func<char, bool> script;

    private LanguageTraits(string common, string denials, Func<char, bool>? script = null)
    {
        this.common = common.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        this.denials = new Regex(denials, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        this.script = script ?? IsLatin;
    }

    /// <summary>Null for a language of which nothing is known here.</summary>
    public static LanguageTraits? Of(ReaderLanguage language) => All.GetValueOrDefault(language.Code);

    /// <summary>Written in another script than English, so that whatever stands there in Latin letters is a name.</summary>
    public bool HasOtherScript => !script('a');

    /// <summary>Nouns have capitals, so that these tell no names.</summary>
    public bool CapitalisesNouns { get; private init; }

    /// <summary>Whether a denial can be told from a syllable that looks like one.</summary>
    public bool DenialsAreSure { get; private init; } = true;

    public bool Denies(string text) => denials.IsMatch(text);

    /// <summary>Whether the text is likely of this language: by its letters, else by its commonest words.</summary>
    public bool Fits(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (HasOtherScript)
        {
            return text.Count(script) * 3 >= letters;
        }
        var words = Word().Matches(text).Select(word => word.Value).ToList();
        return text.Count(IsLatin) * 2 >= letters && words.Count(common.Contains) * 12 >= words.Count;
    }

    private static bool IsLatin(char letter) => char.IsLetter(letter) && letter < 0x250;

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';

    private static bool IsHan(char letter) => letter is >= '一' and <= '鿿' or >= '㐀' and <= '䶿';

    private static bool IsJapanese(char letter) => IsHan(letter) || letter is >= 'ぁ' and <= 'ヿ' or '々';

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    private static readonly FrozenDictionary<string, LanguageTraits> All = new Dictionary<string, LanguageTraits>
    {
        ["en"] = new(
            "the of and to in a is that for on with as by an are from this which it we their be than not can",
            @"\b(?:not|no|never|without|neither|nor|none|cannot|n't|fails?|lacks?)\b|n['’]t\b"
        ),
        ["de"] = new(
            "der die das und in den von zu mit für auf ist im dem eine ein einer einen des als wird werden sich bei auch an durch aus nicht es sie wie",
            @"\b(?:nicht|kein\w*|ohne|nie|niemals|weder|noch nie|scheiter\w*|fehl\w*|mangel\w*|un(?:möglich|fähig)\w*)\b"
        )
        {
            CapitalisesNouns = true,
        },
        ["fr"] = new(
            "le la les de des du et en un une à dans pour par sur avec que qui est sont au aux ce cette plus d l se ne pas",
            @"\b(?:ne|n['’]\w+|pas|jamais|sans|aucune?|ni|non|échoue\w*|manque\w*)\b"
        ),
        ["es"] = new(
            "el la los las de del y en un una a para por con que es son se al como más su sus lo no",
            @"\b(?:no|nunca|jamás|sin|ning\w+|ni|tampoco|carec\w*|falla\w*|fracas\w*)\b"
        ),
        ["pt"] = new(
            "o a os as de do da dos das e em um uma para por com que é são se ao no na como mais não",
            @"\b(?:não|nunca|jamais|sem|nenhum\w*|nem|tampouco|carec\w*|falha\w*)\b"
        ),
        ["it"] = new(
            "il lo la i gli le di del della dei e in un una a per da con che è sono si al come più non nel",
            @"\b(?:non|mai|senza|nessun\w*|né|neppure|manca\w*|fallisc\w*)\b"
        ),
        ["nl"] = new(
            "de het een en van in op te met voor is dat die zijn door aan als wordt worden bij uit om niet ook",
            @"\b(?:niet|geen|nooit|zonder|noch|faalt|falen|ontbre\w*)\b"
        ),
        ["pl"] = new(
            "i w na z do się że jest nie to od za przez oraz dla jak są o który która które po przy",
            @"\b(?:nie|bez|nigdy|żad\w+|ani|brak\w*)\b"
        ),
        ["tr"] = new(
            "ve bir bu için ile de da olarak daha en olan gibi çok göre kadar veya ancak",
            @"\b(?:değil\w*|yok\w*|asla|hiç\w*|olmadan|\w+m[ae]z\w*|\w+m[ae]d[ae]n|\w+s[ıiuü]z\w*|\w+m[ıiuü]yor\w*|\w+m[ae]d[ıi]\w*|\w+m[ae]yan\w*|\w+m[ae]yen\w*)\b"
        )
        {
            DenialsAreSure = false,
        },
        ["ru"] = new("", @"\b(?:не|нет|без|никогда|ни|никак\w*|невозможн\w*|нельзя)\b", IsCyrillic),
        ["uk"] = new("", @"\b(?:не|немає|без|ніколи|ні|ані|жодн\w*|неможлив\w*)\b", IsCyrillic),
        ["zh"] = new("", "[不没沒无無未非莫勿]|缺乏|缺少", IsHan) { DenialsAreSure = false },
        ["ja"] = new("", "な[いくか]|ませ|ず|なし|不|無|未|非", IsJapanese) { DenialsAreSure = false },
        ["ko"] = new("", "않|안 |없|못|아니|불|무|비|미", IsHangul) { DenialsAreSure = false },
    }.ToFrozenDictionary();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
