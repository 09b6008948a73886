/**
 * How the languages we write call places whose English name is another. One line a place: English, then `language:name`.
 * Places that are not listed keep the name of the data.
 */
const table = `
Rome|de:Rom|es:Roma|it:Roma|pt:Roma|ja:ローマ
Munich|de:München|es:Múnich|it:Monaco di Baviera|pt:Munique|nl:München|ja:ミュンヘン
Vienna|de:Wien|fr:Vienne|es:Viena|pt:Viena|nl:Wenen|ja:ウィーン
Prague|de:Prag|es:Praga|it:Praga|pt:Praga|nl:Praag|ja:プラハ
Lisbon|de:Lissabon|fr:Lisbonne|es:Lisboa|it:Lisbona|pt:Lisboa|nl:Lissabon|ja:リスボン
Venice|de:Venedig|fr:Venise|es:Venecia|it:Venezia|pt:Veneza|nl:Venetië|ja:ヴェネツィア
Florence|de:Florenz|es:Florencia|it:Firenze|pt:Florença|ja:フィレンツェ
Milan|de:Mailand|es:Milán|it:Milano|pt:Milão|nl:Milaan|ja:ミラノ
Naples|de:Neapel|es:Nápoles|it:Napoli|pt:Nápoles|nl:Napels|ja:ナポリ
Turin|es:Turín|it:Torino|pt:Turim|nl:Turijn|ja:トリノ
Athens|de:Athen|fr:Athènes|es:Atenas|it:Atene|pt:Atenas|nl:Athene|ja:アテネ
Copenhagen|de:Kopenhagen|fr:Copenhague|es:Copenhague|it:Copenaghen|pt:Copenhaga|nl:Kopenhagen|ja:コペンハーゲン
Brussels|de:Brüssel|fr:Bruxelles|es:Bruselas|it:Bruxelles|pt:Bruxelas|nl:Brussel|ja:ブリュッセル
Bruges|de:Brügge|es:Brujas|nl:Brugge|ja:ブルージュ
Ghent|de:Gent|fr:Gand|es:Gante|it:Gand|nl:Gent
Antwerp|de:Antwerpen|fr:Anvers|es:Amberes|it:Anversa|pt:Antuérpia|nl:Antwerpen
Warsaw|de:Warschau|fr:Varsovie|es:Varsovia|it:Varsavia|pt:Varsóvia|nl:Warschau|ja:ワルシャワ
Krakow|de:Krakau|fr:Cracovie|es:Cracovia|it:Cracovia|pt:Cracóvia|nl:Krakau
Cologne|de:Köln|es:Colonia|it:Colonia|pt:Colónia|nl:Keulen|ja:ケルン
Nuremberg|de:Nürnberg|es:Núremberg|it:Norimberga|pt:Nuremberga|nl:Neurenberg
Hamburg|fr:Hambourg|es:Hamburgo|it:Amburgo|pt:Hamburgo|ja:ハンブルク
Berlin|es:Berlín|it:Berlino|pt:Berlim|nl:Berlijn|ja:ベルリン
Frankfurt|fr:Francfort|es:Fráncfort|it:Francoforte|ja:フランクフルト
Zurich|de:Zürich|es:Zúrich|it:Zurigo|pt:Zurique|nl:Zürich|ja:チューリッヒ
Geneva|de:Genf|fr:Genève|es:Ginebra|it:Ginevra|pt:Genebra|nl:Genève|ja:ジュネーブ
Paris|es:París|it:Parigi|nl:Parijs|ja:パリ
Lyon|it:Lione|pt:Lião|ja:リヨン
Marseille|es:Marsella|it:Marsiglia|pt:Marselha|ja:マルセイユ
Nice|de:Nizza|es:Niza|it:Nizza|ja:ニース
Strasbourg|de:Straßburg|es:Estrasburgo|it:Strasburgo|pt:Estrasburgo|nl:Straatsburg
London|fr:Londres|es:Londres|it:Londra|pt:Londres|nl:Londen|ja:ロンドン
Edinburgh|fr:Édimbourg|es:Edimburgo|it:Edimburgo|pt:Edimburgo|ja:エディンバラ
Dublin|es:Dublín|it:Dublino|ja:ダブリン
Barcelona|fr:Barcelone|it:Barcellona|ja:バルセロナ
Madrid|ja:マドリード
Seville|de:Sevilla|fr:Séville|es:Sevilla|it:Siviglia|pt:Sevilha|nl:Sevilla
Granada|fr:Grenade
Valencia|fr:Valence
Cordoba|fr:Cordoue|es:Córdoba
Porto|es:Oporto|ja:ポルト
Budapest|ja:ブダペスト
Bucharest|de:Bukarest|fr:Bucarest|es:Bucarest|it:Bucarest|pt:Bucareste|nl:Boekarest
Belgrade|de:Belgrad|es:Belgrado|it:Belgrado|pt:Belgrado|nl:Belgrado
Amsterdam|pt:Amesterdão|ja:アムステルダム
The Hague|de:Den Haag|fr:La Haye|es:La Haya|it:L’Aia|pt:Haia|nl:Den Haag
Stockholm|es:Estocolmo|it:Stoccolma|pt:Estocolmo|ja:ストックホルム
Helsinki|ja:ヘルシンキ
Oslo|ja:オスロ
Reykjavik|es:Reikiavik|pt:Reiquiavique
Istanbul|es:Estambul|pt:Istambul|nl:Istanboel|ja:イスタンブール
Moscow|de:Moskau|fr:Moscou|es:Moscú|it:Mosca|pt:Moscovo|nl:Moskou
Cairo|de:Kairo|fr:Le Caire|es:El Cairo|it:Il Cairo|nl:Caïro|ja:カイロ
Marrakesh|de:Marrakesch|fr:Marrakech|es:Marrakech|it:Marrakech|pt:Marraquexe|nl:Marrakech|ja:マラケシュ
Dubai|fr:Dubaï|es:Dubái|ja:ドバイ
Tokyo|de:Tokio|es:Tokio|it:Tokyo|pt:Tóquio|nl:Tokio|ja:東京
Kyoto|es:Kioto|pt:Quioto|ja:京都
Osaka|ja:大阪
Nara|ja:奈良
Hiroshima|ja:広島
Sapporo|ja:札幌
Fukuoka|ja:福岡
Nagoya|ja:名古屋
Okinawa|ja:沖縄
Hokkaido|ja:北海道
Seoul|fr:Séoul|es:Seúl|it:Seul|pt:Seul|ja:ソウル
Beijing|de:Peking|fr:Pékin|es:Pekín|it:Pechino|pt:Pequim|nl:Peking|ja:北京
Shanghai|es:Shanghái|pt:Xangai|ja:上海
Luxembourg|de:Luxemburg|es:Luxemburgo|it:Lussemburgo|pt:Luxemburgo|nl:Luxemburg|ja:ルクセンブルク
Monaco|es:Mónaco|pt:Mónaco|ja:モナコ
Hong Kong|de:Hongkong|nl:Hongkong|ja:香港
Singapore|de:Singapur|fr:Singapour|es:Singapur|pt:Singapura|ja:シンガポール
Bangkok|pt:Banguecoque|ja:バンコク
Bali|ja:バリ島
Sydney|es:Sídney|ja:シドニー
New York|es:Nueva York|pt:Nova Iorque|ja:ニューヨーク
Los Angeles|es:Los Ángeles|ja:ロサンゼルス
San Francisco|pt:São Francisco|ja:サンフランシスコ
Chicago|ja:シカゴ
Washington|ja:ワシントン
Toronto|ja:トロント
Mexico City|de:Mexiko-Stadt|fr:Mexico|es:Ciudad de México|it:Città del Messico|pt:Cidade do México|nl:Mexico-Stad|ja:メキシコシティ
Sao Paulo|pt:São Paulo|es:São Paulo|de:São Paulo|ja:サンパウロ
Mallorca|fr:Majorque|pt:Maiorca|it:Maiorca|ja:マヨルカ島
Crete|de:Kreta|fr:Crète|es:Creta|it:Creta|pt:Creta|nl:Kreta|ja:クレタ島
Sicily|de:Sizilien|fr:Sicile|es:Sicilia|it:Sicilia|pt:Sicília|nl:Sicilië|ja:シチリア
Tuscany|de:Toskana|fr:Toscane|es:Toscana|it:Toscana|pt:Toscana|nl:Toscane
`;

const byName = new Map<string, Map<string, string>>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...others] = line.split('|');
      return [name, new Map(others.map((other) => [other.slice(0, 2), other.slice(3)] as const))] as const;
    }),
);

const names = (language: string) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });

/** ISO 3166-1 codes of countries by their English names. */
const countryCodes = new Map<string, string>();
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const english = names('en');
for (const first of letters) {
  for (const second of letters) {
    const name = english.of(first + second);
    if (name !== undefined) countryCodes.set(name, first + second);
  }
}

/** What tells namesakes apart: only a country has the name of a country (Georgia is a state as well, and Lebanon a town). */
type PlaceKind = 'city' | 'region' | 'state' | 'country';

/** The name of a place in a language; the name itself where no other is known. */
export function placeNameIn(name: string, language: string, kind: PlaceKind = 'city'): string {
  if (language === 'en') return name;
  const own = byName.get(name);
  if (own) return own.get(language) ?? name;
  const code = kind === 'country' ? countryCodes.get(name) : undefined;
  return (code === undefined ? undefined : names(language).of(code)) ?? name;
}

/** The same for names of facts, which say which of them are countries. */
export const factNameIn = (
  name: string,
  { language, countries = [] }: { language: string; countries?: readonly string[] | undefined },
): string => placeNameIn(name, language, countries.includes(name) ? 'country' : 'city');
