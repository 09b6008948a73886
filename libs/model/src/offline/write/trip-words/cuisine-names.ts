/** Cuisines in the order of the columns below, as the planner names them. */
const columns =
  'american british chinese ethiopian french german greek indian italian japanese korean lebanese mediterranean mexican moroccan portuguese seafood spanish thai turkish vietnamese'.split(
    ' ',
  );

const rows: Record<string, string> = {
  de: 'amerikanisch|britisch|chinesisch|äthiopisch|französisch|deutsch|griechisch|indisch|italienisch|japanisch|koreanisch|libanesisch|mediterran|mexikanisch|marokkanisch|portugiesisch|Meeresfrüchte|spanisch|thailändisch|türkisch|vietnamesisch',
  es: 'estadounidense|británica|china|etíope|francesa|alemana|griega|india|italiana|japonesa|coreana|libanesa|mediterránea|mexicana|marroquí|portuguesa|marisco|española|tailandesa|turca|vietnamita',
  fr: 'américaine|britannique|chinoise|éthiopienne|française|allemande|grecque|indienne|italienne|japonaise|coréenne|libanaise|méditerranéenne|mexicaine|marocaine|portugaise|fruits de mer|espagnole|thaïlandaise|turque|vietnamienne',
  it: 'americana|britannica|cinese|etiope|francese|tedesca|greca|indiana|italiana|giapponese|coreana|libanese|mediterranea|messicana|marocchina|portoghese|frutti di mare|spagnola|thailandese|turca|vietnamita',
  ja: 'アメリカ料理|イギリス料理|中華料理|エチオピア料理|フランス料理|ドイツ料理|ギリシャ料理|インド料理|イタリア料理|和食|韓国料理|レバノン料理|地中海料理|メキシコ料理|モロッコ料理|ポルトガル料理|シーフード|スペイン料理|タイ料理|トルコ料理|ベトナム料理',
  nl: 'Amerikaans|Brits|Chinees|Ethiopisch|Frans|Duits|Grieks|Indiaas|Italiaans|Japans|Koreaans|Libanees|mediterraan|Mexicaans|Marokkaans|Portugees|vis en zeevruchten|Spaans|Thais|Turks|Vietnamees',
  pt: 'americana|britânica|chinesa|etíope|francesa|alemã|grega|indiana|italiana|japonesa|coreana|libanesa|mediterrânica|mexicana|marroquina|portuguesa|frutos do mar|espanhola|tailandesa|turca|vietnamita',
};

/** A cuisine in a language; one without a name there keeps its own. */
export function cuisineIn(cuisine: string, language: string): string {
  const at = columns.indexOf(cuisine.toLowerCase());
  return (at < 0 ? undefined : rows[language]?.split('|')[at]) ?? cuisine;
}

/** Every cuisine by its names in the other languages: `[name, cuisine, language]`. */
export const cuisineNames: readonly (readonly [name: string, cuisine: string, language: string])[] =
  Object.entries(rows).flatMap(([language, names]) =>
    names.split('|').map((name, at) => [name, columns[at] ?? name, language] as const),
  );
