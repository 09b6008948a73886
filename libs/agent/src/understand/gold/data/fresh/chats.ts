import { type Slots } from '../../row.js';

const de: [string, Slots][] = [
  [
    'Wir würden gern im Mai für 6 Tage nach Sevilla, zu dritt, so um die 2000 Euro insgesamt',
    {
      to: 'Seville',
      dates: '[2027-05-01..2027-05-31]',
      length: '6d 5n',
      people: '3',
      budget: '2000 EUR about',
    },
  ],
  [
    'Suche Städtetrip ab Köln nach Krakau, 12. bis 15. Februar, 2 Personen, höchstens 600 €',
    {
      from: 'Cologne',
      to: 'Krakow',
      dates: '2027-02-12..2027-02-15',
      length: '3d 3n',
      people: '2',
      budget: '600 EUR',
    },
  ],
  [
    'zwei Wochen Thailand mit Kindern (4 und 8), im Februar, Budget 6000 Euro',
    {
      to: 'Thailand',
      length: '14d 13n',
      dates: '[2027-02-01..2027-02-28]',
      budget: '6000 EUR',
      people: '1+2 (4,8)',
    },
  ],
  [
    'Kurz nach Neujahr für 4 Nächte nach Kopenhagen',
    { to: 'Copenhagen', dates: '[2027-01-02..2027-01-08]', length: '4d 4n' },
  ],
  [
    'Ich fliege am 7. Juni von Hamburg nach Athen und komme am 14. zurück',
    { from: 'Hamburg', to: 'Athens', dates: '2027-06-07..2027-06-14', length: '7d 7n' },
  ],
  [
    'Zwischen Weihnachten und Neujahr in die Berge, am liebsten nach Innsbruck, wir sind 5',
    { to: 'Innsbruck', dates: '[2026-12-26..2027-01-01]', people: '5', likes: 'nature' },
  ],
  [
    'Eine Woche Mallorca über Pfingsten, Familie mit zwei Kindern, bis 2.500 €',
    { to: 'Mallorca', length: '7d 6n', dates: '[2027-05-11..2027-05-21]', people: '2+2', budget: '2500 EUR' },
  ],
  ['Bitte nur 900€ pro Nase, wir sind vier Freunde', { people: '4', budget: '900 EUR per_person' }],
  [
    'Lieber mit dem Zug als mit dem Flugzeug nach Florenz, 5 Tage',
    { to: 'Florence', length: '5d 4n', by: 'train' },
  ],
  [
    'Drei Tage London mit meinem Sohn (12), Museen und Theater',
    { to: 'London', length: '3d 2n', people: '1+1 (12)', likes: 'museums theatre' },
  ],
  [
    'über Karneval weg aus Köln, 5 Tage Lissabon',
    { from: 'Cologne', to: 'Lisbon', dates: '[2027-02-05..2027-02-09]', length: '5d 4n' },
  ],
];
const fr: [string, Slots][] = [
  [
    'On cherche un séjour de 5 jours à Prague pour 2, départ de Nantes, mi-avril, 900 euros max',
    {
      from: 'Nantes',
      to: 'Prague',
      length: '5d 4n',
      people: '2',
      dates: '[2027-04-11..2027-04-20]',
      budget: '900 EUR',
    },
  ],
  [
    'Nous partons à 4 à Marrakech du 20 au 27 février',
    { to: 'Marrakesh', people: '4', dates: '2027-02-20..2027-02-27', length: '7d 7n' },
  ],
  [
    'Entre Noël et le jour de l’an à Budapest avec ma copine',
    { to: 'Budapest', dates: '[2026-12-26..2027-01-01]', people: '2' },
  ],
  [
    'une semaine au Portugal en septembre avec un bébé, budget 2000€',
    {
      to: 'Portugal',
      length: '7d 6n',
      dates: '[2027-09-01..2027-09-30]',
      budget: '2000 EUR',
      people: '1+0+1',
    },
  ],
  [
    'Je voudrais aller de Bordeaux à Séville le 3 mars, retour le 8 mars',
    { from: 'Bordeaux', to: 'Seville', dates: '2027-03-03..2027-03-08', length: '5d 5n' },
  ],
  [
    'week-end de Pâques à Bruges, 2 adultes 1 enfant de 6 ans',
    { to: 'Bruges', dates: '2027-03-26..2027-03-29', length: '4d 3n', people: '2+1 (6)' },
  ],
  [
    'Dix jours au Japon, Tokyo puis Kyoto, seul, environ 3500 euros',
    { to: 'Tokyo + Kyoto', length: '10d 9n', people: '1', budget: '3500 EUR about' },
  ],
  ['plutôt des plages et de la randonnée, pas de musées', { likes: 'beaches hiking', dislikes: 'museums' }],
  [
    'Une escapade romantique à Venise pour la Saint-Valentin, 3 nuits',
    { to: 'Venice', dates: '2027-02-14..2027-02-17', length: '3d 3n', people: '2' },
  ],
  [
    'on est 6 copines, enterrement de vie de jeune fille à Barcelone, le premier week-end de juin, 400 € chacune',
    {
      to: 'Barcelona',
      people: '6',
      dates: '2027-06-05..2027-06-06',
      length: '2d 1n',
      budget: '400 EUR per_person',
    },
  ],
];
const es: [string, Slots][] = [
  [
    'Queremos ir a Cartagena de Indias desde Bogotá, 4 noches, somos 3, tenemos 2 millones de pesos',
    { from: 'Bogotá', to: 'Cartagena', length: '4d 4n', people: '3', budget: '2000000 COP' },
  ],
  [
    'viaje de novios a Grecia en junio, 12 días, 4000 euros',
    { to: 'Greece', dates: '[2027-06-01..2027-06-30]', length: '12d 11n', people: '2', budget: '4000 EUR' },
  ],
  [
    'del 5 al 9 de marzo, de Valencia a Ámsterdam, dos personas, como mucho 700€',
    {
      from: 'Valencia',
      to: 'Amsterdam',
      dates: '2027-03-05..2027-03-09',
      length: '4d 4n',
      people: '2',
      budget: '700 EUR',
    },
  ],
  [
    'Me gustaría conocer Oaxaca y Puebla la primera semana de noviembre',
    { to: 'Oaxaca + Puebla', dates: '[2027-11-01..2027-11-07]' },
  ],
  [
    'quiero un finde en Oporto con mis padres, a mediados de mayo',
    { to: 'Porto', length: '2d 1n', people: '3', dates: '[2027-05-11..2027-05-20]' },
  ],
  [
    '5 días en Nueva York después de Año Nuevo, sin hostales',
    { to: 'New York', length: '5d 4n', dates: '[2027-01-02..2027-01-31]', noLodging: 'hostel' },
  ],
  [
    'Familia de cinco (dos adultos, tres niños de 3, 7 y 10), Orlando, verano que viene',
    { to: 'Orlando', people: '2+3 (3,7,10)', dates: '[2027-06-01..2027-08-31]' },
  ],
  [
    'Soy vegetariana y viajo sola a Roma, tres noches en octubre',
    { to: 'Rome', diets: 'vegetarian', people: '1', length: '3d 3n', dates: '[2027-10-01..2027-10-31]' },
  ],
  [
    'puente de diciembre en Praga, salimos de Bilbao',
    { from: 'Bilbao', to: 'Prague', dates: '[2026-12-01..2026-12-31]' },
  ],
  [
    'hasta 1500 euros por persona para dos semanas en Vietnam',
    { to: 'Vietnam', length: '14d 13n', budget: '1500 EUR per_person' },
  ],
];
const it: [string, Slots][] = [
  [
    'Vorremmo passare quattro giorni a Cracovia, siamo in tre, partenza da Bergamo, massimo 350 euro a testa',
    { from: 'Bergamo', to: 'Krakow', length: '4d 3n', people: '3', budget: '350 EUR per_person' },
  ],
  [
    'dal 24 al 28 aprile a Siviglia, in due, budget 1000 euro',
    { to: 'Seville', dates: '2027-04-24..2027-04-28', length: '4d 4n', people: '2', budget: '1000 EUR' },
  ],
  [
    'Viaggio di nozze in Giappone, due settimane a novembre, circa 8000 euro',
    {
      to: 'Japan',
      length: '14d 13n',
      dates: '[2027-11-01..2027-11-30]',
      people: '2',
      budget: '8000 EUR about',
    },
  ],
  [
    'Capodanno a Lisbona con gli amici, siamo in otto',
    { to: 'Lisbon', dates: '[2026-12-30..2027-01-02]', people: '8' },
  ],
  [
    'Cerco un weekend lungo a Londra da Pisa, prima metà di marzo',
    { from: 'Pisa', to: 'London', length: '3d 2n', dates: '[2027-03-01..2027-03-15]' },
  ],
  [
    'Con due bambini di 5 e 9 anni vorremmo andare a Copenaghen per una settimana ad agosto',
    { to: 'Copenhagen', length: '7d 6n', dates: '[2027-08-01..2027-08-31]', people: '1+2 (5,9)' },
  ],
  [
    'Niente aereo, preferiamo il treno: Torino - Parigi, 3 notti',
    { from: 'Turin', to: 'Paris', length: '3d 3n', notBy: 'flight', by: 'train' },
  ],
  [
    'Da sola a Vienna, dal 3 dicembre, 4 notti, musei e mercatini',
    { to: 'Vienna', dates: '2026-12-03..2026-12-07', length: '4d 4n', people: '1', likes: 'markets museums' },
  ],
  ['Pasqua in Sicilia, 5 giorni', { to: 'Sicily', dates: '[2027-03-25..2027-03-30]', length: '5d 4n' }],
];
const pt: [string, Slots][] = [
  [
    'Quero passar 5 dias em Buenos Aires saindo de São Paulo, casal, até 6 mil reais',
    { from: 'Sao Paulo', to: 'Buenos Aires', length: '5d 4n', people: '2', budget: '6000 BRL' },
  ],
  [
    'Vamos a Londres de 12 a 16 de fevereiro, 2 adultos e 2 crianças, 2000 euros no máximo',
    { to: 'London', dates: '2027-02-12..2027-02-16', length: '4d 4n', people: '2+2', budget: '2000 EUR' },
  ],
  [
    'Carnaval em Salvador com quatro amigos',
    { to: 'Salvador', dates: '[2027-02-05..2027-02-09]', people: '5' },
  ],
  [
    'Entre o Natal e o Ano Novo na Madeira, 6 noites',
    { to: 'Madeira', dates: '[2026-12-26..2027-01-01]', length: '6d 6n' },
  ],
  [
    'uma semana na Itália em setembro, eu e minha mãe, uns 2500 euros',
    {
      to: 'Italy',
      length: '7d 6n',
      dates: '[2027-09-01..2027-09-30]',
      people: '2',
      budget: '2500 EUR about',
    },
  ],
  [
    'Do Porto para Barcelona no dia 9 de abril, volta dia 12',
    { from: 'Porto', to: 'Barcelona', dates: '2027-04-09..2027-04-12', length: '3d 3n' },
  ],
  ['sem avião, prefiro ir de comboio até Madrid', { to: 'Madrid', notBy: 'flight', by: 'train' }],
  [
    'Lua de mel nas Maldivas em outubro, 10 dias',
    { to: 'Maldives', dates: '[2027-10-01..2027-10-31]', length: '10d 9n', people: '2' },
  ],
  [
    'gostamos de praia e de comida local, não gostamos de museus',
    { likes: 'beaches food', dislikes: 'museums' },
  ],
];
const nl: [string, Slots][] = [
  [
    'Met z’n tweeën vijf dagen naar Valencia in april, vanaf Eindhoven, max 1200 euro',
    {
      from: 'Eindhoven',
      to: 'Valencia',
      people: '2',
      length: '5d 4n',
      dates: '[2027-04-01..2027-04-30]',
      budget: '1200 EUR',
    },
  ],
  [
    'Wij zoeken mooie stranden en lekker eten, een week in Portugal',
    { to: 'Portugal', length: '7d 6n', likes: 'beaches food' },
  ],
  [
    'Tussen kerst en oud en nieuw naar Kopenhagen, met 2 volwassenen en 1 kind',
    { to: 'Copenhagen', dates: '[2026-12-26..2026-12-31]', people: '2+1' },
  ],
  [
    'Van 3 tot 10 juli met het gezin (kinderen van 6 en 9) naar Kroatië',
    { to: 'Croatia', dates: '2027-07-03..2027-07-10', length: '7d 7n', people: '2+2 (6,9)' },
  ],
  [
    'ik wil in mei 4 nachten naar Rome, 500 euro per persoon, we zijn met drie',
    {
      to: 'Rome',
      dates: '[2027-05-01..2027-05-31]',
      length: '4d 4n',
      budget: '500 EUR per_person',
      people: '3',
    },
  ],
  ['Pinksterweekend in Antwerpen', { to: 'Antwerp', dates: '2027-05-15..2027-05-17', length: '3d 2n' }],
  ['geen musea, wel veel natuur en wandelen', { dislikes: 'museums', likes: 'hiking nature' }],
  [
    'Ik reis alleen van Utrecht naar Parijs met de trein, eind januari',
    { from: 'Utrecht', to: 'Paris', people: '1', by: 'train', dates: '[2027-01-21..2027-01-31]' },
  ],
  [
    'twee weken Indonesië in augustus voor ongeveer 5000 euro',
    { to: 'Indonesia', length: '14d 13n', dates: '[2027-08-01..2027-08-31]', budget: '5000 EUR about' },
  ],
];
const ja: [string, Slots][] = [
  [
    '来月の10日から3泊でソウルに行きたいです。二人で予算は15万円くらい',
    {
      to: 'Seoul',
      dates: '2026-12-10..2026-12-13',
      length: '3d 3n',
      people: '2',
      budget: '150000 JPY about',
    },
  ],
  [
    '福岡から台北へ、1月15日出発、4日間、一人旅',
    { from: 'Fukuoka', to: 'Taipei', dates: '2027-01-15..2027-01-18', length: '4d 3n', people: '1' },
  ],
  [
    '家族3人で夏にシンガポール旅行、5泊6日',
    { to: 'Singapore', people: '3', dates: '[2027-06-01..2027-08-31]', length: '6d 5n' },
  ],
  [
    '新婚旅行でイタリアに10日間、9月頃',
    { to: 'Italy', length: '10d 9n', people: '2', dates: '[2027-09-01..2027-09-30]' },
  ],
  [
    'ゴールデンウィークに札幌、大人2人、子供2人、予算20万円以内',
    { to: 'Sapporo', dates: '[2027-04-29..2027-05-05]', people: '2+2', budget: '200000 JPY' },
  ],
  [
    '名古屋発でバンコク、2月中旬に5日間',
    { from: 'Nagoya', to: 'Bangkok', dates: '[2027-02-11..2027-02-20]', length: '5d 4n' },
  ],
  ['バルセロナとマドリードを一週間で回りたい', { to: 'Barcelona + Madrid', length: '7d 6n' }],
  ['美術館と温泉が好きです', { likes: 'museums wellness' }],
];

export const freshChats: Record<string, [string, Slots][]> = {
  'de-DE': de,
  'fr-FR': fr,
  'es-ES': es,
  'it-IT': it,
  'pt-PT': pt,
  'nl-NL': nl,
  'ja-JP': ja,
};
