using System.Collections.Frozen;

namespace PaperBot.Skills.Papers;

/// <summary>
/// Lower case without accents: É, é and e are one letter for whoever searches. Done by a table (Unicode's compatibility
/// decompositions of Latin, Greek, Cyrillic and full-width letters) because the program runs without the ICU library,
/// where <see cref="string.Normalize()"/> leaves text as it is.
/// </summary>
internal static class LetterFolding
{
    // Each string is a plain letter or digit, then all that fold to it.
    private static readonly string[] Groups =
    [
        "0⁰₀０⓪",
        "1₁１¹①",
        "2₂２²②",
        "3₃３³③",
        "4⁴₄４④",
        "5⁵₅５⑤",
        "6⁶₆６⑥",
        "7⁷₇７⑦",
        "8⁸₈８⑧",
        "9⁹₉９⑨",
        "aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặₐＡａªᴬᵃⒶⓐ",
        "bḂḃḄḅḆḇＢｂᴮᵇℬⒷⓑ",
        "cÇçĆćĈĉĊċČčḈḉＣｃᶜℂℭⅭⅽⒸⓒ",
        "dðĎďĐđḊḋḌḍḎḏḐḑḒḓＤｄᴰᵈⅅⅆⅮⅾⒹⓓ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệₑＥｅᴱᵉℯℰⅇⒺⓔ",
        "fḞḟＦｆᶠℱⒻⓕ",
        "gĜĝĞğĠġĢģǦǧǴǵḠḡＧｇᴳᵍℊⒼⓖ",
        "hĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖₕＨｈʰᴴℋℌℍℎⒽⓗ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊịⁱＩｉᴵᵢℐℑℹⅈⅠⅰⒾⓘ",
        "jĴĵǰＪｊʲᴶⅉⒿⓙⱼ",
        "kĶķǨǩḰḱḲḳḴḵₖＫｋᴷᵏⓀⓚ",
        "lĹĺĻļĽľŁłḶḷḸḹḺḻḼḽₗＬｌˡᴸℒℓⅬⅼⓁⓛ",
        "mḾḿṀṁṂṃₘＭｍᴹᵐℳⅯⅿⓂⓜ",
        "nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋⁿₙＮｎᴺℕⓃⓝ",
        "oǾǿÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợₒＯｏºᴼᵒℴⓄⓞ",
        "pṔṕṖṗₚＰｐᴾᵖℙⓅⓟ",
        "qＱｑℚⓆⓠ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟＲｒʳᴿᵣℛℜℝⓇⓡ",
        "sŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛₛＳｓˢⓈⓢ",
        "tŢţŤťȚțṪṫṬṭṮṯṰṱẗₜＴｔᵀᵗⓉⓣ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựＵｕᵁᵘᵤⓊⓤ",
        "vṼṽṾṿＶｖᵛᵥⅤⅴⓋⓥ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘＷｗʷᵂⓌⓦ",
        "xẊẋẌẍₓＸｘˣⅩⅹⓍⓧ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹＹｙʸⓎⓨ",
        "zŹźŻżŽžẐẑẒẓẔẕＺｚᶻℤℨⓏⓩ",
        "əₔ",
        "ʒǮǯ",
        "αΆά",
        "βϐ",
        "θϑϴ",
        "κϰ",
        "μµ",
        "πϖ",
        "ρϱ",
        "σςϲ",
        "φϕ",
        "εΈέϵ",
        "ηΉή",
        "ιΊΐΪίϊ",
        "οΌό",
        "υΎΫΰϋύ",
        "ωΏώ",
        "аӐӑӒӓ",
        "гЃѓ",
        "еЀЁѐёӖӗ",
        "жӁӂӜӝ",
        "зӞӟ",
        "иЍЙйѝӢӣӤӥ",
        "кЌќ",
        "оӦӧ",
        "уЎўӮӯӰӱӲӳ",
        "чӴӵ",
        "ыӸӹ",
        "эӬӭ",
        "іЇї",
        "ѵѶѷ",
        "әӚӛ",
        "өӪӫ",
    ];

    private static readonly FrozenDictionary<char, string> Plain = Groups
        .SelectMany(group => group.Skip(1), (group, letter) => KeyValuePair.Create(letter, group[..1]))
        .ToFrozenDictionary();

    /// <summary>What a letter beyond ASCII becomes: one letter or several; null where it only loses its case.</summary>
    public static string? Fold(char letter) =>
        letter switch
        {
            'Æ' or 'æ' or 'Ǣ' or 'ǣ' or 'Ǽ' or 'ǽ' => "ae",
            'ß' or 'ẞ' => "ss",
            'Þ' or 'þ' => "th",
            'Œ' or 'œ' => "oe",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            _ => Plain.GetValueOrDefault(letter) ?? Plain.GetValueOrDefault(char.ToLowerInvariant(letter)),
        };

    /// <summary>The plain letter or digit behind a mathematical one (𝐀, 𝒪, 𝟙 …); else 0.</summary>
    /// <remarks>The Latin letters and the digits of https://www.unicode.org/charts/PDF/U1D400.pdf.</remarks>
    public static char FoldMathematical(int codePoint) =>
        codePoint switch
        {
            >= 0x1D400 and <= 0x1D6A3 => "abcdefghijklmnopqrstuvwxyz"[(codePoint - 0x1D400) % 26],
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + (codePoint - 0x1D7CE) % 10),
            _ => '\0',
        };
}
