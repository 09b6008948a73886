/** A language's words for what stands in a plan's way; `{x}` is what it is about, `{n}` a number. */
export interface ObstacleWords {
  way: string;
  there: string;
  trip: string;
  nights: string;
  during: string;
  cities: string;
  cuisine: string;
  cabin: string;
  dates: string;
  daysFor: string;
  giveUp: string;
  fewerCities: string;
  cabins: Record<'economy' | 'premium_economy' | 'business' | 'first', string>;
}

const cabins = (economy: string, premium: string, business: string, first: string) => ({
  economy,
  premium_economy: premium,
  business,
  first,
});

export const obstacleWords: Record<string, ObstacleWords> = {
  de: {
    way: 'der Weg ab {x} und zurück',
    there: 'der Weg nach {x} und weiter',
    trip: 'eine Reise nach {x} an diesen Tagen',
    nights: '{n} Nächte in {x}',
    during: 'der Aufenthalt in {x} an den Reisetagen {n}',
    cities: '{n} Städte in {x}',
    cuisine: 'Küche: {x}',
    cabin: 'Klasse: {x}',
    dates: 'die Reisedaten',
    daysFor: '{n} Tage für {x} Städte',
    giveUp: 'Verzichte auf: {x}.',
    fewerCities: 'Besuche {n} Städte in {x}.',
    cabins: cabins('Economy', 'Premium Economy', 'Business', 'erste Klasse'),
  },
  es: {
    way: 'la ida desde {x} y la vuelta',
    there: 'el camino a {x} y la continuación',
    trip: 'un viaje a {x} en esos días',
    nights: '{n} noches en {x}',
    during: 'la estancia en {x} los días {n} del viaje',
    cities: '{n} ciudades en {x}',
    cuisine: 'cocina: {x}',
    cabin: 'clase: {x}',
    dates: 'las fechas del viaje',
    daysFor: '{n} días para {x} ciudades',
    giveUp: 'Renuncia a esto: {x}.',
    fewerCities: 'Visita {n} ciudades en {x}.',
    cabins: cabins('turista', 'turista superior', 'business', 'primera'),
  },
  fr: {
    way: 'l’aller depuis {x} et le retour',
    there: 'le trajet vers {x} et au-delà',
    trip: 'un voyage à {x} ces jours-là',
    nights: '{n} nuits à {x}',
    during: 'le séjour à {x} les jours {n} du voyage',
    cities: '{n} villes ({x})',
    cuisine: 'cuisine : {x}',
    cabin: 'classe : {x}',
    dates: 'les dates du voyage',
    daysFor: '{n} jours pour {x} villes',
    giveUp: 'Renonce à ceci : {x}.',
    fewerCities: 'Visite {n} villes ({x}).',
    cabins: cabins('économique', 'économique premium', 'affaires', 'première'),
  },
  it: {
    way: 'il viaggio da {x} e il ritorno',
    there: 'il collegamento per {x} e oltre',
    trip: 'un viaggio a {x} in quei giorni',
    nights: '{n} notti a {x}',
    during: 'il soggiorno a {x} nei giorni {n} del viaggio',
    cities: '{n} città ({x})',
    cuisine: 'cucina: {x}',
    cabin: 'classe: {x}',
    dates: 'le date del viaggio',
    daysFor: '{n} giorni per {x} città',
    giveUp: 'Rinuncia a questo: {x}.',
    fewerCities: 'Visita {n} città ({x}).',
    cabins: cabins('economica', 'premium economy', 'business', 'prima'),
  },
  ja: {
    way: '{x}からの往復',
    there: '{x}への行き帰り',
    trip: 'この日程での{x}への旅行',
    nights: '{x}に{n}泊',
    during: '旅行の{n}日目に{x}にいること',
    cities: '{x}で{n}都市',
    cuisine: '料理：{x}',
    cabin: '座席クラス：{x}',
    dates: '旅行の日程',
    daysFor: '{x}都市を{n}日で',
    giveUp: '次の希望をあきらめてください：{x}。',
    fewerCities: '{x}で訪れる都市を{n}つにしてください。',
    cabins: cabins('エコノミー', 'プレミアムエコノミー', 'ビジネス', 'ファースト'),
  },
  nl: {
    way: 'de reis vanuit {x} en terug',
    there: 'de weg naar {x} en verder',
    trip: 'een reis naar {x} op deze dagen',
    nights: '{n} nachten in {x}',
    during: 'het verblijf in {x} op reisdagen {n}',
    cities: '{n} steden in {x}',
    cuisine: 'keuken: {x}',
    cabin: 'klasse: {x}',
    dates: 'de reisdata',
    daysFor: '{n} dagen voor {x} steden',
    giveUp: 'Zie af van: {x}.',
    fewerCities: 'Bezoek {n} steden in {x}.',
    cabins: cabins('economy', 'premium economy', 'business', 'eerste klas'),
  },
  pt: {
    way: 'a viagem desde {x} e a volta',
    there: 'o caminho para {x} e a continuação',
    trip: 'uma viagem a {x} nesses dias',
    nights: '{n} noites em {x}',
    during: 'a estadia em {x} nos dias {n} da viagem',
    cities: '{n} cidades em {x}',
    cuisine: 'cozinha: {x}',
    cabin: 'classe: {x}',
    dates: 'as datas da viagem',
    daysFor: '{n} dias para {x} cidades',
    giveUp: 'Prescinde disto: {x}.',
    fewerCities: 'Visita {n} cidades em {x}.',
    cabins: cabins('económica', 'económica premium', 'executiva', 'primeira'),
  },
};
