using System.Collections.Frozen;
using System.Globalization;
using System.Text;

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
        "0⁰₀０",
        "1₁１",
        "2₂２",
        "3₃３",
        "4⁴₄４",
        "5⁵₅５",
        "6⁶₆６",
        "7⁷₇７",
        "8⁸₈８",
        "9⁹₉９",
        "aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặₐＡａ",
        "bḂḃḄḅḆḇＢｂ",
        "cÇçĆćĈĉĊċČčḈḉＣｃ",
        "dðĎďĐđḊḋḌḍḎḏḐḑḒḓＤｄ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệₑＥｅ",
        "fḞḟＦｆ",
        "gĜĝĞğĠġĢģǦǧǴǵḠḡＧｇ",
        "hĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖₕＨｈ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊịⁱＩｉ",
        "jĴĵǰＪｊ",
        "kĶķǨǩḰḱḲḳḴḵₖＫｋ",
        "lĹĺĻļĽľŁłḶḷḸḹḺḻḼḽₗＬｌ",
        "mḾḿṀṁṂṃₘＭｍ",
        "nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋⁿₙＮｎ",
        "oÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợₒＯｏ",
        "pṔṕṖṗₚＰｐ",
        "qＱｑ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟＲｒ",
        "sŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛₛＳｓ",
        "tŢţŤťȚțṪṫṬṭṮṯṰṱẗₜＴｔ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựＵｕ",
        "vṼṽṾṿＶｖ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘＷｗ",
        "xẊẋẌẍₓＸｘ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹＹｙ",
        "zŹźŻżŽžẐẑẒẓẔẕＺｚ",
        "æǢǣǼǽ",
        "øǾǿ",
        "əₔ",
        "ʒǮǯ",
        "αΆά",
        "εΈέ",
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

    private static readonly FrozenDictionary<char, char> Plain = Groups
        .SelectMany(group => group.Skip(1), (group, letter) => KeyValuePair.Create(letter, group[0]))
        .ToFrozenDictionary();

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter < 0x80)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (Several(letter) is { } letters)
            {
                folded.Append(letters);
            }
            else if (Plain.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }
        return folded.ToString();
    }

    private static string? Several(char letter) =>
        letter switch
        {
            'Æ' => "ae",
            'ß' => "ss",
            'æ' => "ae",
            'þ' => "th",
            'Œ' => "oe",
            'œ' => "oe",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            _ => null,
        };
}
