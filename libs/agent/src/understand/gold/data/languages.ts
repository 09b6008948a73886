import { type GoldRow, type Slots } from '../row.js';

const rows = (language: string, locale: string, list: [string, Slots][]): GoldRow[] =>
  list.map(([say, expect]) => ({ say, locale, expect: { ...expect, language } }));

const german = rows('de', 'de-DE', [
  ['Ich möchte nach Paris reisen', { to: 'Paris' }],
  [
    'Wir wollen vom 15. bis 22. Dezember nach Rom, zwei Erwachsene und ein Kind, maximal 1.500 €',
    { to: 'Rome', dates: '2026-12-15..2026-12-22', length: '7d 7n', people: '2+1', budget: '1500 EUR' },
  ],
  [
    'Plane eine Reise von Berlin nach Lissabon im März für 5 Tage',
    { from: 'Berlin', to: 'Lisbon', dates: '[2027-03-01..2027-03-31]', length: '5d 4n' },
  ],
  [
    'Ein Wochenende in Wien, Budget etwa 600 Euro',
    { to: 'Vienna', length: '2d 1n', budget: '600 EUR about' },
  ],
  [
    'Am 3. Mai für eine Woche nach Mailand mit meiner Frau',
    { to: 'Milan', dates: '2027-05-03..2027-05-09', length: '7d 6n', people: '2' },
  ],
  [
    'Ich reise allein nach New York, Abflug von Frankfurt, nächsten Sommer',
    { from: 'Frankfurt', to: 'New York', dates: '[2027-06-01..2027-08-31]', people: '1' },
  ],
  [
    'Wir sind zu viert und möchten Ende August nach Kroatien, bis zu 800 Euro pro Person',
    { to: 'Croatia', dates: '[2027-08-21..2027-08-31]', people: '4', budget: '800 EUR per_person' },
  ],
  [
    'über Ostern nach Florenz, 4 Nächte',
    { to: 'Florence', dates: '[2027-03-25..2027-03-30]', length: '4d 4n' },
  ],
]);
const french = rows('fr', 'fr-FR', [
  [
    'Je voudrais partir à Lisbonne du 3 au 10 mai',
    { to: 'Lisbon', dates: '2027-05-03..2027-05-10', length: '7d 7n' },
  ],
  [
    'Un week-end à Rome pour deux personnes au départ de Lyon, budget 700 €',
    { from: 'Lyon', to: 'Rome', length: '2d 1n', people: '2', budget: '700 EUR' },
  ],
  [
    'Nous sommes une famille de 4 et nous voulons aller en Espagne en juillet, environ 3 000 euros',
    { to: 'Spain', dates: '[2027-07-01..2027-07-31]', people: '2+2', budget: '3000 EUR about' },
  ],
  [
    'Je pars seul à Tokyo pour 10 jours en avril',
    { to: 'Tokyo', dates: '[2027-04-01..2027-04-30]', length: '10d 9n', people: '1' },
  ],
  [
    'De Paris à Londres, 3 nuits, début juin',
    { from: 'Paris', to: 'London', dates: '[2027-06-01..2027-06-10]', length: '3d 3n' },
  ],
  [
    'Voyage à Vienne avec ma femme, le week-end prochain, maximum 900 euros au total',
    { to: 'Vienna', dates: '2026-11-28..2026-11-29', length: '2d 1n', people: '2', budget: '900 EUR' },
  ],
  ['Je veux visiter Barcelone et Séville en une semaine', { to: 'Barcelona + Seville', length: '7d 6n' }],
]);
const spanish = rows('es', 'es-ES', [
  [
    'Quiero viajar a Roma del 15 al 22 de diciembre',
    { to: 'Rome', dates: '2026-12-15..2026-12-22', length: '7d 7n' },
  ],
  [
    'Somos dos y queremos ir de Madrid a Londres por 4 noches en marzo, presupuesto de 1.200 euros',
    {
      from: 'Madrid',
      to: 'London',
      dates: '[2027-03-01..2027-03-31]',
      length: '4d 4n',
      people: '2',
      budget: '1200 EUR',
    },
  ],
  [
    'Un viaje de cinco días a Nueva York para una familia de cuatro',
    { to: 'New York', length: '5d 4n', people: '2+2' },
  ],
  [
    'El próximo fin de semana en París con mi novia, menos de 800 euros',
    { to: 'Paris', dates: '2026-11-28..2026-11-29', length: '2d 1n', people: '2', budget: '800 EUR' },
  ],
  [
    'Viajo solo a Tokio a principios de abril, unos dos mil euros',
    { to: 'Tokyo', dates: '[2027-04-01..2027-04-10]', people: '1', budget: '2000 EUR about' },
  ],
  [
    'Vamos a Lisboa saliendo de Sevilla, 2 adultos y 2 niños, del 3 al 7 de enero',
    { from: 'Seville', to: 'Lisbon', dates: '2027-01-03..2027-01-07', length: '4d 4n', people: '2+2' },
  ],
  ['Semana Santa en Florencia', { to: 'Florence', dates: '[2027-03-21..2027-03-28]' }],
]);
const italian = rows('it', 'it-IT', [
  [
    'Vorrei andare a Parigi dal 10 al 14 marzo',
    { to: 'Paris', dates: '2027-03-10..2027-03-14', length: '4d 4n' },
  ],
  [
    'Un viaggio da Roma a Londra per due persone, 3 notti, massimo 900 euro',
    { from: 'Rome', to: 'London', length: '3d 3n', people: '2', budget: '900 EUR' },
  ],
  [
    'Siamo in quattro e vogliamo visitare Barcellona a giugno, circa 500 euro a persona',
    { to: 'Barcelona', dates: '[2027-06-01..2027-06-30]', people: '4', budget: '500 EUR per_person about' },
  ],
  [
    'Il prossimo fine settimana a Vienna con mia moglie',
    { to: 'Vienna', dates: '2026-11-28..2026-11-29', length: '2d 1n', people: '2' },
  ],
  [
    'Una settimana in Giappone a metà ottobre, duemila euro',
    { to: 'Japan', dates: '[2027-10-11..2027-10-20]', length: '7d 6n', budget: '2000 EUR' },
  ],
  [
    'Parto da Milano il 5 maggio per Lisbona, 2 adulti e 1 bambino',
    { from: 'Milan', to: 'Lisbon', dates: '2027-05-05..', people: '2+1' },
  ],
]);
const portuguese = rows('pt', 'pt-PT', [
  ['Quero ir a Paris de 10 a 15 de março', { to: 'Paris', dates: '2027-03-10..2027-03-15', length: '5d 5n' }],
  [
    'Viagem do Porto para Londres, 4 noites em maio, orçamento de 800 euros',
    { from: 'Porto', to: 'London', dates: '[2027-05-01..2027-05-31]', length: '4d 4n', budget: '800 EUR' },
  ],
  [
    'Somos dois adultos e uma criança, queremos visitar Roma e Florença durante uma semana',
    { to: 'Rome + Florence', length: '7d 6n', people: '2+1' },
  ],
  [
    'Gostaria de viajar sozinho para Tóquio em abril, cerca de dois mil euros',
    { to: 'Tokyo', dates: '[2027-04-01..2027-04-30]', people: '1', budget: '2000 EUR about' },
  ],
  [
    'No próximo fim de semana em Madrid com a minha namorada',
    { to: 'Madrid', dates: '2026-11-28..2026-11-29', length: '2d 1n', people: '2' },
  ],
]);
const dutch = rows('nl', 'nl-NL', [
  [
    'Ik wil naar Parijs van 10 tot 14 maart',
    { to: 'Paris', dates: '2027-03-10..2027-03-14', length: '4d 4n' },
  ],
  [
    'Een weekend in Londen voor twee personen vanuit Amsterdam, budget 600 euro',
    { from: 'Amsterdam', to: 'London', length: '2d 1n', people: '2', budget: '600 EUR' },
  ],
  [
    'We gaan met vier volwassenen naar Rome, begin juni, maximaal 2.000 euro',
    { to: 'Rome', dates: '[2027-06-01..2027-06-10]', people: '4', budget: '2000 EUR' },
  ],
  [
    'Volgend weekend naar Berlijn met mijn vriendin',
    { to: 'Berlin', dates: '2026-11-28..2026-11-29', length: '2d 1n', people: '2' },
  ],
  [
    'Ik reis alleen naar Tokio voor tien dagen in april',
    { to: 'Tokyo', dates: '[2027-04-01..2027-04-30]', length: '10d 9n', people: '1' },
  ],
]);
const japanese = rows('ja', 'ja-JP', [
  ['東京から京都へ3泊4日で行きたい', { from: 'Tokyo', to: 'Kyoto', length: '4d 3n' }],
  [
    '来年3月10日から15日までパリに旅行したいです',
    { to: 'Paris', dates: '2027-03-10..2027-03-15', length: '5d 5n' },
  ],
  [
    'ロンドンに5日間、予算は30万円、大人2人',
    { to: 'London', length: '5d 4n', people: '2', budget: '300000 JPY' },
  ],
  ['12月20日に大阪から札幌へ、一人で', { from: 'Osaka', to: 'Sapporo', dates: '2026-12-20..', people: '1' }],
  [
    '来月ハワイに1週間、大人2人と子供1人、約50万円',
    {
      to: 'Hawaii',
      dates: '[2026-12-01..2026-12-31]',
      length: '7d 6n',
      people: '2+1',
      budget: '500000 JPY about',
    },
  ],
  ['イタリアに行きたい。夫婦で、5月上旬', { to: 'Italy', dates: '[2027-05-01..2027-05-10]', people: '2' }],
  ['ニューヨーク', { to: 'New York' }],
]);

export const languageRows: GoldRow[] = [
  ...german,
  ...french,
  ...spanish,
  ...italian,
  ...portuguese,
  ...dutch,
  ...japanese,
];
