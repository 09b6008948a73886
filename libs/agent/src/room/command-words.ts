import { type MemberRole, type ReplyPolicy } from '@travellite/protocol';

/** `\\b` knows only English letters; this end of a word knows all. */
const edge = String.raw`(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))`;
const anyOf = (...patterns: string[]) =>
  new RegExp(patterns.join('|').replaceAll(String.raw`\b`, edge), 'iu');

/** How people say when the agent shall answer. The narrow ones stand first; each table row is one wish in eight languages. */
export const policyWords: readonly [ReplyPolicy, RegExp][] = [
  [
    'when_addressed',
    anyOf(
      String.raw`\bonly (?:answer|reply|respond|speak|talk|write)\b.*\b(?:when|if|to)\b`,
      String.raw`\b(?:answer|reply|respond|speak|talk|write) only\b.*\b(?:when|if|to)\b`,
      String.raw`\b(?:antworte|sprich|schreib|melde)\w*\b.*\bnur\b.*\bwenn\b|\bnur\b.*\b(?:antworten|sprechen)\b.*\bwenn\b`,
      String.raw`\b(?:réponds|répondez|parle|parlez)\b.*\b(?:que|seulement|uniquement)\b.*\b(?:quand|si|lorsqu)`,
      String.raw`\b(?:responde|contesta|habla)\b.*\b(?:solo|sólo|solamente)\b.*\b(?:si|cuando)\b|\b(?:solo|sólo) (?:responde|contesta|habla)\b`,
      String.raw`\b(?:rispondi|parla)\b.*\bsolo\b.*\b(?:se|quando)\b`,
      String.raw`\b(?:responde|responda|fala|fale)\b.*\b(?:só|somente|apenas)\b.*\b(?:se|quando)\b|\bsó (?:responde|responda|fala|fale)\b`,
      String.raw`\b(?:antwoord|praat|spreek|reageer)\b.*\balleen\b.*\b(?:als|wanneer)\b`,
      '(?:呼ばれた|呼んだ|聞かれた|話しかけ(?:られ)?た)(?:とき|時)だけ',
    ),
  ],
  [
    'silent',
    anyOf(
      String.raw`\b(?:be|stay|keep|remain) (?:quiet|silent)\b|\b(?:don['’]?t|do not|stop) (?:answer|reply|respond|talk)(?:ing)?\b|\bshut up\b`,
      String.raw`\b(?:sei|bleib)\w*\b.*\b(?:still|ruhig|leise)\b|\bantworte\w* (?:bitte )?nicht\b|\bschweig\w*\b`,
      String.raw`\btais-toi\b|\btaisez-vous\b|\bne (?:réponds|répondez) (?:pas|plus)\b|\b(?:reste|restez) silencieu`,
      String.raw`\b(?:cállate|calla|guarda silencio)\b|\bno (?:respondas|contestes)\b`,
      String.raw`\b(?:stai zitto|taci|fai silenzio)\b|\bnon rispondere\b`,
      String.raw`\b(?:fica|fique) (?:em silêncio|calad[oa]|quiet[oa])\b|\bnão (?:respondas|responda)\b`,
      String.raw`\b(?:wees|blijf) (?:stil|rustig)\b|\b(?:antwoord|reageer) niet\b|\bzwijg\b`,
      '(?:静かに|黙って|返事(?:を)?しないで|答えないで)',
    ),
  ],
  [
    'always',
    anyOf(
      String.raw`\b(?:answer|reply|respond)(?: to)? (?:everything|always|every message|all (?:of )?(?:us|messages))\b|\balways (?:answer|reply|respond)\b|\b(?:speak|talk|answer|reply|join in) again\b`,
      String.raw`\bantworte\w* (?:bitte )?(?:immer|wieder|auf alles)\b|\b(?:sprich|rede) wieder\b`,
      String.raw`\b(?:réponds|répondez|parle|parlez) (?:toujours|à tout|à nouveau|de nouveau)\b`,
      String.raw`\b(?:responde|contesta|habla) (?:siempre|a todo|de nuevo|otra vez)\b`,
      String.raw`\b(?:rispondi|parla) (?:sempre|a tutto|di nuovo)\b`,
      String.raw`\b(?:responde|responda|fala|fale) (?:sempre|a tudo|de novo|novamente)\b`,
      String.raw`\b(?:antwoord|praat|reageer) (?:altijd|weer|op alles)\b`,
      '(?:いつも|また|全部|すべて)(?:に)?(?:答えて|返事して|話して)',
    ),
  ],
];

/** What roles are called, in eight languages. */
export const roleWords: readonly [MemberRole, RegExp][] = [
  [
    'owner',
    anyOf(
      String.raw`\b(?:co-?)?owner\b|\b(?:inhaber|besitzer|eigentümer)(?:in)?\b|\bpropri[eé]taire\b`,
      String.raw`\b(?:propietari[oa]|dueñ[oa]|proprietari[oa]|propriet[áa]ri[oa])\b|\beigena(?:ar|res)\b|オーナー`,
    ),
  ],
  [
    'editor',
    anyOf(
      String.raw`\beditor(?:a|e|in)?\b|\b(?:bearbeiter|mitplaner)(?:in)?\b|\bédit(?:eur|rice)\b`,
      String.raw`\bredact(?:eur|or)\b|\bbewerker\b|編集者`,
    ),
  ],
  [
    'viewer',
    anyOf(
      String.raw`\bviewer\b|\bspectator\b|\b(?:zuschauer|betrachter)(?:in)?\b|\b(?:spectat|observat)(?:eur|rice)\b`,
      String.raw`\bespectador[ae]?\b|\b(?:spettat|osservat)(?:ore|rice)\b|\b(?:kijker|toeschouwer)\b|閲覧者|見るだけ`,
    ),
  ],
];
