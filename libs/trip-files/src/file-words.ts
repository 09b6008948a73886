/** The words of trip files in one language; `{x}` and `{n}` stand for what is named and counted. */
export interface FileWords {
  /** A BCP 47 tag that formats dates and sums. */
  locale: string;
  day: string;
  night: string;
  nights: readonly [one: string, other: string];
  stay: string;
  everyone: string;
  option: string;
  options: string;
  trip: string;
  sample: string;
  sampleShort: string;
  notBooked: string;
  open: string;
  gettingThere: string;
  /** Ways to get somewhere. */
  modes: Record<
    'walk' | 'transit' | 'flight' | 'train' | 'bus' | 'self_driving' | 'taxi' | 'ferry' | 'unknown',
    string
  >;
  calendar: string;
  download: string;
}

const en: FileWords = {
  locale: 'en-GB',
  day: 'Day {n}',
  night: 'Night: {x}',
  nights: ['{n} night', '{n} nights'],
  stay: 'Stay: {x}',
  everyone: '{x} for everyone',
  option: 'Option {n}',
  options: 'Options',
  trip: 'Trip',
  sample: 'Sample data, not a real offer.',
  sampleShort: 'sample',
  notBooked: 'A plan, not a booking: nothing is reserved.',
  open: 'open {x}',
  gettingThere: 'Getting there: {x}',
  modes: {
    walk: 'walk',
    transit: 'public transport',
    flight: 'flight',
    train: 'train',
    bus: 'bus',
    self_driving: 'by car',
    taxi: 'taxi',
    ferry: 'ferry',
    unknown: 'open',
  },
  calendar: 'Add to calendar',
  download: 'Download',
};

const words: Record<string, FileWords> = {
  en,
  de: {
    locale: 'de',
    day: 'Tag {n}',
    night: 'Übernachtung: {x}',
    nights: ['{n} Nacht', '{n} Nächte'],
    stay: 'Unterkunft: {x}',
    everyone: '{x} für alle',
    option: 'Vorschlag {n}',
    options: 'Vorschläge',
    trip: 'Reise',
    sample: 'Beispieldaten, kein echtes Angebot.',
    sampleShort: 'Beispiel',
    notBooked: 'Ein Plan, keine Buchung: Nichts ist reserviert.',
    open: 'geöffnet {x}',
    gettingThere: 'Hinweg: {x}',
    modes: {
      walk: 'zu Fuß',
      transit: 'Nahverkehr',
      flight: 'Flug',
      train: 'Zug',
      bus: 'Bus',
      self_driving: 'Auto',
      taxi: 'Taxi',
      ferry: 'Fähre',
      unknown: 'offen',
    },
    calendar: 'In den Kalender',
    download: 'Herunterladen',
  },
  es: {
    locale: 'es',
    day: 'Día {n}',
    night: 'Noche: {x}',
    nights: ['{n} noche', '{n} noches'],
    stay: 'Alojamiento: {x}',
    everyone: '{x} para todos',
    option: 'Opción {n}',
    options: 'Opciones',
    trip: 'Viaje',
    sample: 'Datos de ejemplo, no es una oferta real.',
    sampleShort: 'ejemplo',
    notBooked: 'Un plan, no una reserva: no hay nada reservado.',
    open: 'abierto {x}',
    gettingThere: 'Cómo llegar: {x}',
    modes: {
      walk: 'a pie',
      transit: 'transporte público',
      flight: 'vuelo',
      train: 'tren',
      bus: 'autobús',
      self_driving: 'coche',
      taxi: 'taxi',
      ferry: 'ferry',
      unknown: 'por decidir',
    },
    calendar: 'Añadir al calendario',
    download: 'Descargar',
  },
  fr: {
    locale: 'fr',
    day: 'Jour {n}',
    night: 'Nuit : {x}',
    nights: ['{n} nuit', '{n} nuits'],
    stay: 'Hébergement : {x}',
    everyone: '{x} pour tous',
    option: 'Proposition {n}',
    options: 'Propositions',
    trip: 'Voyage',
    sample: 'Données d’exemple, pas une offre réelle.',
    sampleShort: 'exemple',
    notBooked: 'Un programme, pas une réservation : rien n’est réservé.',
    open: 'ouvert {x}',
    gettingThere: 'Trajet : {x}',
    modes: {
      walk: 'à pied',
      transit: 'transports en commun',
      flight: 'vol',
      train: 'train',
      bus: 'car',
      self_driving: 'voiture',
      taxi: 'taxi',
      ferry: 'ferry',
      unknown: 'à choisir',
    },
    calendar: 'Ajouter au calendrier',
    download: 'Télécharger',
  },
  it: {
    locale: 'it',
    day: 'Giorno {n}',
    night: 'Notte: {x}',
    nights: ['{n} notte', '{n} notti'],
    stay: 'Alloggio: {x}',
    everyone: '{x} per tutti',
    option: 'Proposta {n}',
    options: 'Proposte',
    trip: 'Viaggio',
    sample: 'Dati di esempio, non un’offerta reale.',
    sampleShort: 'esempio',
    notBooked: 'Un programma, non una prenotazione: nulla è riservato.',
    open: 'aperto {x}',
    gettingThere: 'Come arrivare: {x}',
    modes: {
      walk: 'a piedi',
      transit: 'mezzi pubblici',
      flight: 'volo',
      train: 'treno',
      bus: 'autobus',
      self_driving: 'auto',
      taxi: 'taxi',
      ferry: 'traghetto',
      unknown: 'da scegliere',
    },
    calendar: 'Aggiungi al calendario',
    download: 'Scarica',
  },
  ja: {
    locale: 'ja',
    day: '{n}日目',
    night: '宿泊：{x}',
    nights: ['{n}泊', '{n}泊'],
    stay: '宿泊：{x}',
    everyone: '全員で{x}',
    option: 'プラン{n}',
    options: 'プラン',
    trip: '旅行',
    sample: 'サンプルデータで、実際のオファーではありません。',
    sampleShort: 'サンプル',
    notBooked: 'これは計画であり、予約ではありません。',
    open: '営業時間 {x}',
    gettingThere: '移動：{x}',
    modes: {
      walk: '徒歩',
      transit: '公共交通機関',
      flight: '飛行機',
      train: '列車',
      bus: 'バス',
      self_driving: '車',
      taxi: 'タクシー',
      ferry: 'フェリー',
      unknown: '未定',
    },
    calendar: 'カレンダーに追加',
    download: 'ダウンロード',
  },
  nl: {
    locale: 'nl',
    day: 'Dag {n}',
    night: 'Overnachting: {x}',
    nights: ['{n} nacht', '{n} nachten'],
    stay: 'Verblijf: {x}',
    everyone: '{x} voor iedereen',
    option: 'Voorstel {n}',
    options: 'Voorstellen',
    trip: 'Reis',
    sample: 'Voorbeeldgegevens, geen echt aanbod.',
    sampleShort: 'voorbeeld',
    notBooked: 'Een plan, geen boeking: er is niets gereserveerd.',
    open: 'open {x}',
    gettingThere: 'Erheen: {x}',
    modes: {
      walk: 'te voet',
      transit: 'openbaar vervoer',
      flight: 'vlucht',
      train: 'trein',
      bus: 'bus',
      self_driving: 'auto',
      taxi: 'taxi',
      ferry: 'veerboot',
      unknown: 'nog open',
    },
    calendar: 'Aan agenda toevoegen',
    download: 'Downloaden',
  },
  pt: {
    locale: 'pt',
    day: 'Dia {n}',
    night: 'Noite: {x}',
    nights: ['{n} noite', '{n} noites'],
    stay: 'Alojamento: {x}',
    everyone: '{x} para todos',
    option: 'Opção {n}',
    options: 'Opções',
    trip: 'Viagem',
    sample: 'Dados de exemplo, não é uma oferta real.',
    sampleShort: 'exemplo',
    notBooked: 'Um plano, não uma reserva: nada está reservado.',
    open: 'aberto {x}',
    gettingThere: 'Como chegar: {x}',
    modes: {
      walk: 'a pé',
      transit: 'transportes públicos',
      flight: 'voo',
      train: 'comboio',
      bus: 'autocarro',
      self_driving: 'carro',
      taxi: 'táxi',
      ferry: 'ferry',
      unknown: 'por decidir',
    },
    calendar: 'Adicionar ao calendário',
    download: 'Descarregar',
  },
};

/** The languages that files are written in. */
export const fileLanguages: readonly string[] = Object.keys(words);

/** English where there are no words. */
export const fileWords = (language: string): FileWords =>
  (Object.hasOwn(words, language) ? words[language] : undefined) ?? en;

/** `template` with its `{x}` and `{n}` filled. */
export const filled = (template: string, values: { x?: string; n?: number }): string =>
  template.replaceAll(/\{([xn])\}/g, (_, name: 'x' | 'n') => String(values[name] ?? ''));

/** `3 nights`, in the form for that many. */
export const counted = (forms: readonly [one: string, other: string], n: number): string =>
  filled(n === 1 ? forms[0] : forms[1], { n });
