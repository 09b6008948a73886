import { wholeWords } from './whole-words.js';

const anyOf = (...patterns: string[]): RegExp => wholeWords(new RegExp(patterns.join('|'), 'iu'));

/** The weather in eight languages. "Tiempo" and "tempo" are time as well: only with the words about them are they the weather. */
export const weatherWords = anyOf(
  String.raw`\b(?:weather|temperatures?|rain|rains|rainy|raining|snow|climate|forecast|sunny|how (?:cold|warm|hot))\b`,
  String.raw`\b(?:wetter|warm|kalt|regnet|regnen|schneit)\b|\b(?:météo|quel temps|temps (?:fait|fera)|climat|pleut|pleuvoir)\b`,
  String.raw`\b(?:clima|llueve|llover|pronóstico)\b|\bqué tiempo (?:hace|hará|va a|tendremos|habrá|esperan?)|\b(?:buen|mal) tiempo\b|\btiempo (?:hace|hará)\b|\bcómo (?:es|está|estará|será) el tiempo\b`,
  String.raw`\b(?:piove|pioverà|meteo|previsioni)\b|\bche tempo\b|\btempo farà\b|\bcom['’ ]?(?:e )?(?:è|sarà) il tempo\b`,
  String.raw`\b(?:chove|choverá|previsão)\b|\bque tempo (?:faz|fará|vai|estará)|\bcomo (?:é|está|estará|será|fica|vai estar) o tempo\b|\bo tempo (?:em|no|na|nos|nas)\b`,
  String.raw`\b(?:weer|weerbericht|regent|regenen|sneeuwt)\b|天気|気温|雨`,
);

/** How people ask why something cannot be, in eight languages: "why", and that it is not possible or that there is none. */
export const asksWhyNot = anyOf(
  String.raw`\bwhy\b.*(?:\b(?:impossible|not possible|no plan|not work|nothing)\b|n['’]t (?:it |this |that )?(?:work|possible)\b)`,
  String.raw`\b(?:warum|wieso|weshalb)\b(?=.*\b(?:nicht|nichts|keine?n?)\b).*\b(?:möglich|geht|gehen|klappt|gibt|funktioniert|plan|vorschlag|vorschläge|findest|gefunden)\b`,
  String.raw`\bpourquoi\b(?=.*\b(?:pas|aucune?|rien)\b).*\b(?:possible|marche|plan|programme|peut|peux|trouve|trouvé|y a)\b`,
  String.raw`\bpor qué\b(?=.*\b(?:no|nada|ning[úu]n)\b).*\b(?:posible|funciona|plan|se puede|puedes|hay|encuentras|encontrado|sale)\b`,
  String.raw`\bperch[ée]\b(?=.*\b(?:non|niente|nessun)\b).*\b(?:possibile|funziona|piano|programma|si può|puoi|c['’]è|trovi|trovato|va)\b`,
  String.raw`\b(?:por ?que|por ?quê|porqu[eê])\b(?=.*\b(?:não|nada|nenhum)\b).*\b(?:possível|funciona|plano|roteiro|se pode|dá|há|encontras|encontrou)\b`,
  String.raw`\bwaarom\b(?=.*\b(?:niet|niets|geen)\b).*\b(?:mogelijk|kan|gaat|lukt|werkt|plan|is er|gevonden)\b`,
  String.raw`\b(?:warum|wieso|weshalb|pourquoi|por qué|perch[ée]|por ?que|porqu[eê]|waarom)\b.*\b(?:unmöglich|impossible|imposible|impossibile|impossível|onmogelijk)\b`,
  '(?:なぜ|どうして|なんで).*(?:無理|でき(?:ない|ません)|不可能|だめ|ダメ|ない(?:の|ん))',
);
