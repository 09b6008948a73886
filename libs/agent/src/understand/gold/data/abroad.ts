import { type GoldRow, type Slots } from '../row.js';

const row = (say: string, expect: Slots, more: Partial<GoldRow> = {}): GoldRow => ({ say, ...more, expect });

/** Whole wishes and single changes in the other languages. */
export const abroadRows: GoldRow[] = [
  row(
    'Wir sind zu dritt und möchten vom 3. bis 10. Juli nach Kroatien, Budget höchstens 2.500 Euro',
    { to: 'Croatia', dates: '2027-07-03..2027-07-10', length: '7d 7n', budget: '2500 EUR', people: '3' },
    { locale: 'de-DE' },
  ),
  row(
    'Ich suche ein verlängertes Wochenende in Prag für zwei, ab Dresden mit dem Zug',
    { from: 'Dresden', to: 'Prague', length: '3d 2n', people: '2', by: 'train' },
    { locale: 'de-DE' },
  ),
  row(
    'Städtereise nach Lissabon im Mai, 5 Tage, ca. 800 € pro Person, keine Hostels',
    {
      to: 'Lisbon',
      dates: '[2027-05-01..2027-05-31]',
      length: '5d 4n',
      budget: '800 EUR per_person about',
      noLodging: 'hostel',
    },
    { locale: 'de-DE' },
  ),
  row(
    'Familie mit zwei Kindern (6 und 9), eine Woche Mallorca in den Sommerferien, Flug ab Düsseldorf',
    { from: 'Düsseldorf', to: 'Mallorca', length: '7d 6n', people: '2+2 (6,9)' },
    { locale: 'de-DE' },
  ),
  row('Streich Wien, lieber Budapest', { to: 'Budapest' }, { locale: 'de-DE' }),
  row('Ohne Flug bitte, wir fahren mit dem Zug', { notBy: 'flight', by: 'train' }, { locale: 'de-DE' }),
  row('ich möchte übermorgen nach hamburg', { to: 'Hamburg', dates: '2026-11-23..' }, { locale: 'de-DE' }),
  row(
    'Meine Frau und ich wollen über Silvester nach Wien',
    { to: 'Vienna', dates: '[2026-12-30..2027-01-02]', people: '2' },
    { locale: 'de-DE' },
  ),
  row('Wie ist das Wetter in Rom im April?', {}, { locale: 'de-DE' }),
  row(
    'Für 4 Personen von Köln nach Paris, 2 Nächte, maximal 1.200 Euro insgesamt, mit Hund',
    { from: 'Cologne', to: 'Paris', length: '2d 2n', budget: '1200 EUR', people: '4', rules: 'pets' },
    { locale: 'de-DE' },
  ),
  row(
    'Nous sommes 4 adultes et 2 enfants, on voudrait passer 10 jours en Grèce en août, budget 5 000 €',
    { to: 'Greece', dates: '[2027-08-01..2027-08-31]', length: '10d 9n', budget: '5000 EUR', people: '4+2' },
    { locale: 'fr-FR' },
  ),
  row(
    'Week-end à Barcelone pour deux personnes au départ de Lyon, moins de 600 euros',
    { from: 'Lyon', to: 'Barcelona', length: '2d 1n', budget: '600 EUR', people: '2' },
    { locale: 'fr-FR' },
  ),
  row(
    'Je pars de Paris le 14 juillet et je rentre le 21, direction Rome',
    { from: 'Paris', to: 'Rome', dates: '2027-07-14..2027-07-21', length: '7d 7n' },
    { locale: 'fr-FR' },
  ),
  row("pas d'avion s'il vous plaît, plutôt le train", { by: 'train', notBy: 'flight' }, { locale: 'fr-FR' }),
  row('Retire Venise et ajoute Florence', { to: 'Florence' }, { locale: 'fr-FR' }),
  row(
    'une semaine au Portugal avec ma copine, environ 1500 euros à deux',
    { to: 'Portugal', length: '7d 6n', budget: '1500 EUR about', people: '2' },
    { locale: 'fr-FR' },
  ),
  row(
    'Je voudrais aller à Tokyo du 3 au 12 avril 2027',
    { to: 'Tokyo', dates: '2027-04-03..2027-04-12', length: '9d 9n' },
    { locale: 'fr-FR' },
  ),
  row(
    "Je suis végétarienne et j'aime les musées",
    { likes: 'museums', diets: 'vegetarian' },
    { locale: 'fr-FR' },
  ),
  row(
    'Quiero ir a México con mi familia (2 adultos y 3 niños) del 10 al 20 de diciembre, presupuesto de 4.000 euros',
    { to: 'Mexico', dates: '2026-12-10..2026-12-20', length: '10d 10n', budget: '4000 EUR', people: '2+3' },
    { locale: 'es-ES' },
  ),
  row(
    'Un fin de semana en París para dos desde Madrid, máximo 700 €',
    { from: 'Madrid', to: 'Paris', length: '2d 1n', budget: '700 EUR', people: '2' },
    { locale: 'es-ES' },
  ),
  row(
    'Somos seis amigos, queremos ir a Ibiza en julio cinco noches',
    { to: 'Ibiza', dates: '[2027-07-01..2027-07-31]', length: '5d 5n', people: '6' },
    { locale: 'es-ES' },
  ),
  row('Quita Sevilla y pon Granada', { to: 'Granada' }, { locale: 'es-ES' }),
  row('sin hoteles caros, nada de avión', { notBy: 'flight' }, { locale: 'es-ES' }),
  row(
    'Busco un viaje de 7 días por Italia: Roma, Florencia y Venecia',
    { to: 'Rome + Florence + Venice', length: '7d 6n' },
    { locale: 'es-ES' },
  ),
  row(
    'viajo solo a Lima desde Bogotá la próxima semana',
    { from: 'Bogotá', to: 'Lima', dates: '[2026-11-23..2026-11-29]', people: '1' },
    { locale: 'es-ES' },
  ),
  row(
    'Vorrei passare quattro giorni a Vienna con mia moglie a Natale, budget 1200 euro',
    { to: 'Vienna', dates: '[2026-12-23..2026-12-27]', length: '4d 3n', budget: '1200 EUR', people: '2' },
    { locale: 'it-IT' },
  ),
  row(
    'Partiamo da Milano il 5 maggio e torniamo il 12, siamo in cinque, andiamo in Sicilia',
    { from: 'Milan', to: 'Sicily', dates: '2027-05-05..2027-05-12', length: '7d 7n', people: '5' },
    { locale: 'it-IT' },
  ),
  row('Togli Napoli e aggiungi Bologna', { to: 'Bologna' }, { locale: 'it-IT' }),
  row('non vogliamo volare, meglio il treno', { notBy: 'flight' }, { locale: 'it-IT' }),
  row(
    'una settimana in Giappone ad aprile, massimo 3000 euro a testa',
    { to: 'Japan', dates: '[2027-04-01..2027-04-30]', length: '7d 6n', budget: '3000 EUR per_person' },
    { locale: 'it-IT' },
  ),
  row(
    'Quero viajar para Salvador de 10 a 17 de fevereiro, saindo de São Paulo, 2 adultos e 1 criança, até R$ 5.000',
    {
      from: 'Sao Paulo',
      to: 'Salvador',
      dates: '2027-02-10..2027-02-17',
      length: '7d 7n',
      budget: '5000 BRL',
      people: '2+1',
    },
    { locale: 'pt-BR' },
  ),
  row(
    'Lua de mel em Paris em maio, 8 noites, orçamento de 20 mil reais',
    { to: 'Paris', dates: '[2027-05-01..2027-05-31]', length: '8d 8n', budget: '20000 BRL', people: '2' },
    { locale: 'pt-BR' },
  ),
  row('Tira o Porto e coloca Coimbra', { to: 'Coimbra' }, { locale: 'pt-BR' }),
  row('somos quatro pessoas e não queremos avião', { people: '4', notBy: 'flight' }, { locale: 'pt-BR' }),
  row(
    'fim de semana no Rio com minha namorada',
    { to: 'Rio de Janeiro', length: '2d 1n', people: '2' },
    { locale: 'pt-BR' },
  ),
  row(
    "We willen met z'n vieren een week naar Kreta in juni, budget ongeveer 2000 euro",
    {
      to: 'Crete',
      dates: '[2027-06-01..2027-06-30]',
      length: '7d 6n',
      budget: '2000 EUR about',
      people: '4',
    },
    { locale: 'nl-NL' },
  ),
  row(
    'Stedentrip Londen vanuit Amsterdam, 3 nachten, 2 personen, max 900 euro',
    { from: 'Amsterdam', to: 'London', length: '3d 3n', budget: '900 EUR', people: '2' },
    { locale: 'nl-NL' },
  ),
  row('Haal Brussel weg en voeg Gent toe', { to: 'Ghent' }, { locale: 'nl-NL' }),
  row('geen vliegtuig, liever met de trein', { by: 'train', notBy: 'flight' }, { locale: 'nl-NL' }),
  row(
    'van 4 tot 11 augustus naar Zuid-Frankrijk met 2 volwassenen en 3 kinderen',
    { to: 'France', dates: '2027-08-04..2027-08-11', length: '7d 7n', people: '2+3' },
    { locale: 'nl-NL' },
  ),
  row(
    '来月、妻と二人で京都に3泊4日で行きたいです。予算は15万円です。',
    { to: 'Kyoto', dates: '[2026-12-01..2026-12-31]', length: '4d 3n', budget: '150000 JPY', people: '2' },
    { locale: 'ja-JP' },
  ),
  row(
    '東京から大阪まで新幹線で、12月20日から2泊、大人2名子供1名',
    {
      from: 'Tokyo',
      to: 'Osaka',
      dates: '2026-12-20..2026-12-22',
      length: '2d 2n',
      people: '2+1',
      by: 'train',
    },
    { locale: 'ja-JP' },
  ),
  row(
    'パリとローマに1週間行きたい。予算は一人30万円以内',
    { to: 'Paris + Rome', length: '7d 6n', budget: '300000 JPY per_person' },
    { locale: 'ja-JP' },
  ),
  row('京都はやめて奈良にしてください', { to: 'Nara' }, { locale: 'ja-JP' }),
  row('飛行機は使いたくない', { notBy: 'flight' }, { locale: 'ja-JP' }),
  row(
    'ゴールデンウィークに家族4人で沖縄に行きたい、予算20万円',
    { to: 'Okinawa', dates: '[2027-04-29..2027-05-05]', budget: '200000 JPY', people: '4' },
    { locale: 'ja-JP' },
  ),
  row(
    '一人旅で北海道に5日間、2月上旬',
    { to: 'Hokkaido', dates: '[2027-02-01..2027-02-10]', length: '5d 4n', people: '1' },
    { locale: 'ja-JP' },
  ),
  row('ベジタリアンです。美術館が好きです', { likes: 'museums', diets: 'vegetarian' }, { locale: 'ja-JP' }),
];
