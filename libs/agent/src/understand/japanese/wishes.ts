import { type WishKind } from '../wishes/tags.js';

/** A wish in Japanese: its words, the field it belongs to, and its value there. */
type JapaneseWish = readonly [expression: RegExp, kind: WishKind, value: string];

export const japaneseWishes: readonly JapaneseWish[] = [
  [/美術館|博物館/u, 'interest', 'museums'],
  [/神社|お寺|寺院|寺/u, 'interest', 'religion'],
  [/温泉|スパ/u, 'interest', 'wellness'],
  [/グルメ|食べ|料理|レストラン|寿司|ラーメン/u, 'interest', 'food'],
  [/自然|国立公園/u, 'interest', 'nature'],
  [/買い物|ショッピング/u, 'interest', 'shopping'],
  [/ビーチ|海水浴/u, 'interest', 'beaches'],
  [/歴史|遺跡/u, 'interest', 'history'],
  [/夜景|絶景|展望/u, 'interest', 'views'],
  [/ハイキング|登山/u, 'interest', 'hiking'],
  [/新幹線|電車|列車|鉄道/u, 'transport', 'train'],
  [/飛行機|フライト|飛行/u, 'transport', 'flight'],
  [/高速バス|バス/u, 'transport', 'bus'],
  [/レンタカー|ドライブ|自家用車|運転/u, 'transport', 'self_driving'],
  [/直行便/u, 'direct', 'direct'],
  [/ベジタリアン|菜食/u, 'diet', 'vegetarian'],
  [/ヴィーガン|ビーガン/u, 'diet', 'vegan'],
  [/ハラール|ハラル/u, 'diet', 'halal'],
  [/グルテンフリー/u, 'diet', 'gluten-free'],
  [/旅館/u, 'lodging', 'ryokan'],
  [/ホステル|ドミトリー/u, 'lodging', 'hostel'],
  [/ペット|犬と|犬も/u, 'rule', 'pets'],
  [/喫煙/u, 'rule', 'smoking'],
  [/ゆっくり|のんびり/u, 'pace', 'relaxed'],
];

/** What refuses a thing named right before it: 「飛行機は使いたくない」「バスなし」. */
export const refusing =
  /^(?:で|に|へ|は|を|が|も|の利用は?|での移動は?)*(?:使いたくない|使わない|使わず|乗りたくない|乗らない|乗らず|行きたくない|嫌|いや|苦手|嫌い|避け|なし|無し|抜き|以外|不可|したくない|いらない|要らない|必要ない|不要|結構|興味(?:が|は)?ない|やめ)/u;

const ordinals: Record<string, number> = {
  一: 0,
  二: 1,
  三: 2,
  '1': 0,
  '2': 1,
  '3': 2,
  '１': 0,
  '２': 1,
  '３': 2,
};
/** "プラン2" is an option, "プラン3日間" and "プラン12" are not: what counts something else, or goes on as a number, is left alone. */
const numbered =
  /(?:プラン|案|オプション)\s*([一二三123１２３])(?![0-9０-９一二三四五六七八九十百千万]|\s*(?:日|泊|人|名|週|ヶ月|か月|カ月|月|年|時|歳|万|円|つの|都市|ヶ所|か所))|([一二三123１２３])\s*(?:番目|つ目|番(?![線号]))/u;
const changes: [RegExp, string][] = [
  [/もっと安|安くし|より安|安い方|安いほう|高すぎ/u, 'cheaper'],
  [/歩く.*(?:少な|減ら)|あまり歩|歩きたくない/u, 'less_walking'],
  [/もっとゆっくり|もっとのんびり|余裕/u, 'more_relaxed'],
  [/もっと(?:文化|美術|歴史)/u, 'more_culture'],
  [/もっといい(?:ホテル|宿)|豪華/u, 'more_luxury'],
];

/** 「二番目」「もっと安く」: what is said about the options that were shown (`shown` of them). */
export function japaneseReference(
  text: string,
  shown: number,
): { option?: number; wish?: string } | undefined {
  const match = shown > 0 ? numbered.exec(text) : null;
  const option = match ? ordinals[match[1] ?? match[2] ?? ''] : undefined;
  const wish = changes.find(([expression]) => expression.test(text))?.[1];
  if (option === undefined && wish === undefined) return undefined;
  return { ...(option === undefined ? {} : { option }), ...(wish === undefined ? {} : { wish }) };
}
