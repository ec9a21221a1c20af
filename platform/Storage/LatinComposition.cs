using System.Collections.Frozen;
using System.Text;

namespace CourseGen.Storage;

/// <summary>
/// Letters and the combining marks after them as one character, as NFC has it: <c>string.Normalize</c> does nothing without ICU, which a
/// machine need not have. It covers the letters of Latin, Cyrillic and modern Greek with the marks below. Text in canonical order
/// becomes NFC as far as that reaches; a mark it does not know stays, and those after it on the same letter too.
/// </summary>
static class LatinComposition
{
    /// <summary>For each mark, pairs of a letter without and with it; capitals are derived. From the canonical decompositions of Unicode's UnicodeData.txt.</summary>
    static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0300', "aà eè iì oò uù nǹ wẁ yỳ üǜ еѐ иѝ ēḕ ōṑ âầ ăằ êề ôồ ơờ ưừ"), // grave
        ('\u0301', // acute, tonos
            "aá eé ií oó uú yý cć lĺ nń rŕ sś zź gǵ kḱ mḿ pṕ wẃ üǘ åǻ æǽ øǿ ϊΐ αά εέ ηή ιί ϋΰ οό υύ ωώ гѓ кќ çḉ ēḗ ïḯ õṍ ōṓ " +
            "ũṹ âấ ăắ êế ôố ơớ ưứ"),
        ('\u0302', "aâ eê iî oô uû cĉ gĝ hĥ jĵ sŝ wŵ yŷ zẑ ạậ ẹệ ọộ"), // circumflex
        ('\u0303', "aã nñ oõ iĩ uũ vṽ eẽ yỹ âẫ ăẵ êễ ôỗ ơỡ ưữ"), // tilde
        ('\u0304', "aā eē iī oō uū yȳ gḡ üǖ äǟ ȧǡ æǣ ǫǭ öȫ õȭ ȯȱ иӣ уӯ ḷḹ ṛṝ"), // macron
        ('\u0306', "aă eĕ gğ iĭ oŏ uŭ ий уў жӂ аӑ еӗ ȩḝ ạặ"), // breve
        ('\u0307', "cċ eė gġ Iİ zż aȧ oȯ bḃ dḋ fḟ hḣ mṁ nṅ pṗ rṙ sṡ tṫ wẇ xẋ yẏ śṥ šṧ ṣṩ ſẛ"), // dot above
        ('\u0308', "aä eë iï oö uü yÿ hḧ wẅ xẍ tẗ ιϊ υϋ её ії аӓ әӛ жӝ зӟ иӥ оӧ өӫ эӭ уӱ чӵ ыӹ õṏ ūṻ"), // diaeresis
        ('\u0309', "aả eẻ iỉ oỏ uủ yỷ âẩ ăẳ êể ôổ ơở ưử"), // hook above
        ('\u030A', "aå uů wẘ yẙ"), // ring
        ('\u030B', "oő uű уӳ"), // double acute
        ('\u030C', "cč dď eě lľ nň rř sš tť zž aǎ iǐ oǒ uǔ gǧ kǩ jǰ hȟ üǚ ʒǯ"), // caron
        ('\u031B', "oơ uư"), // horn
        ('\u0323', "bḅ dḍ hḥ kḳ lḷ mṃ nṇ rṛ sṣ tṭ vṿ wẉ zẓ aạ eẹ iị oọ uụ yỵ ơợ ưự âậ ăặ êệ ôộ"), // dot below
        ('\u0326', "sș tț"), // comma below
        ('\u0327', "cç gģ kķ lļ nņ rŗ sş tţ eȩ dḑ hḩ"), // cedilla
        ('\u0328', "aą eę iį uų oǫ"), // ogonek
    ];

    static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = ReadTable();

    public static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], next), out var letter))
                composed[^1] = letter;
            else
                composed.Append(next);
        }
        return composed.ToString();
    }

    static FrozenDictionary<(char Letter, char Mark), char> ReadTable()
    {
        var composed = new Dictionary<(char, char), char>();
        foreach (var (mark, pairs) in Table)
        {
            foreach (var pair in pairs.Split(' '))
            {
                composed[(pair[0], mark)] = pair[1];
                var (bare, marked) = (char.ToUpperInvariant(pair[0]), char.ToUpperInvariant(pair[1]));
                if (bare != pair[0] && marked != pair[1])
                    composed[(bare, mark)] = marked;
            }
        }
        return composed.ToFrozenDictionary();
    }
}
