import { type MemberRole, type ReplyPolicy } from '@travellite/protocol';
import { wholeWords } from '@travellite/model';

/** What may stand before an order, in eight languages. */
const lead = String.raw`(?:(?:please|kindly|now|ok|okay|and|then|from now on|could you|can you|would you|will you|you (?:may|can|should)|bitte|jetzt|ab jetzt|nun|du (?:darfst|kannst|sollst)|kannst du|könntest du|s['’]il (?:te|vous) pla[iî]t|maintenant|désormais|tu peux|vous pouvez|peux-tu|pouvez-vous|por favor|ahora|puedes|a partir de ahora|per favore|adesso|ora|puoi|d['’]ora in poi|agora|pode|podes|podes|a partir de agora|alsjeblieft|alstublieft|nu|voortaan|je mag|je kunt|kun je|wil je)[\s,]+){0,3}`;

/** What may stand behind one: politeness, and for how long. Anything else makes the sentence one about other things. */
const tail = String.raw`(?:[\s,]+(?:please|now|here|again|for|a|an|the|while|moment|minute|bit|time|being|from|on|in|this|room|everybody|everyone|thanks|thank|you|us|to|anymore|any|more|bitte|jetzt|mal|hier|mehr|eine|einen|kurz|weile|ab|sofort|danke|s['’]il|te|vous|plaît|plait|un|moment|maintenant|ici|merci|por|favor|ahora|aquí|rato|gracias|per|po['’]?|adesso|qui|grazie|agora|aqui|um|pouco|obrigad[oa]|alsjeblieft|alstublieft|nu|even|hier|dank|je|u)){0,7}`;

/** The whole sentence is one of these orders. */
const orders = (...patterns: string[]): RegExp =>
  wholeWords(new RegExp(String.raw`^${lead}(?:${patterns.join('|')})${tail}[\s.!…]*$`, 'iu'));

/** The sentence begins with one of these orders; it goes on with when it holds. */
const ordersWhen = (...patterns: string[]): RegExp =>
  wholeWords(new RegExp(String.raw`^${lead}(?:${patterns.join('|')})`, 'iu'));

const courtesy = '(?:[、,\\s]*(?:して|いて|ください|下さい|くれ|ね|よ|お願いします|いいよ))*[\\s。！!.]*$';
const japanese = (words: string): RegExp =>
  new RegExp(`^(?:少し|しばらく|ちょっと|今は|もう)*${words}${courtesy}`, 'u');

/** How people say when the agent shall answer. The narrow ones stand first; each table row is one wish in eight languages. */
export const policyWords: readonly [ReplyPolicy, RegExp][] = [
  [
    'when_addressed',
    ordersWhen(
      String.raw`only (?:answer|reply|respond|speak|talk|write)\b.*\b(?:when|if|to)\b`,
      String.raw`(?:answer|reply|respond|speak|talk|write) only\b.*\b(?:when|if|to)\b`,
      String.raw`(?:antworte|sprich|schreib|melde)\w*\b.*\bnur\b.*\bwenn\b|nur\b.*\b(?:antworten|sprechen)\b.*\bwenn\b`,
      String.raw`(?:réponds|répondez|parle|parlez)\b.*\b(?:que|seulement|uniquement)\b.*\b(?:quand|si|lorsqu)`,
      String.raw`ne (?:réponds|répondez|parle|parlez) que\b.*\b(?:quand|si|lorsqu)`,
      String.raw`(?:responde|contesta|habla)\b.*\b(?:solo|sólo|solamente)\b.*\b(?:si|cuando)\b|(?:solo|sólo) (?:responde|contesta|habla)\b`,
      String.raw`(?:rispondi|parla)\b.*\bsolo\b.*\b(?:se|quando)\b`,
      String.raw`(?:responde|responda|fala|fale)\b.*\b(?:só|somente|apenas)\b.*\b(?:se|quando)\b|só (?:responde|responda|fala|fale)\b`,
      String.raw`(?:antwoord|praat|spreek|reageer)\b.*\balleen\b.*\b(?:als|wanneer)\b`,
    ),
  ],
  [
    'when_addressed',
    japanese(
      '(?:私たちが|誰かが)?(?:呼ばれた|呼んだ|聞かれた|話しかけ(?:られ)?た)(?:とき|時)だけ(?:答え|返事し|話し)?て?',
    ),
  ],
  [
    'silent',
    orders(
      String.raw`(?:be|stay|keep|remain) (?:quiet|silent)|(?:don['’]?t|do not|stop) (?:answer|reply|respond|talk)(?:ing)?|shut up`,
      String.raw`(?:sei|seid|bleib|bleibt)(?: (?:bitte|jetzt|mal|doch|erst))* (?:still|ruhig|leise)|antworte(?: bitte)? nicht|schweige?`,
      String.raw`tais-toi|taisez-vous|ne (?:réponds|répondez) (?:pas|plus)|(?:reste|restez) silencieu(?:x|se)`,
      String.raw`cállate|calla|guarda silencio|no (?:respondas|contestes)(?: más)?`,
      String.raw`stai zitto|taci|fai silenzio|non rispondere(?: più)?`,
      String.raw`(?:fica|fique) (?:em silêncio|calad[oa]|quiet[oa])|não (?:respondas|responda)(?: mais)?`,
      String.raw`(?:wees|blijf) (?:stil|rustig)|(?:antwoord|reageer) niet(?: meer)?|zwijg`,
    ),
  ],
  ['silent', japanese('(?:静かに|黙って|返事(?:を)?しないで|答えないで)')],
  [
    'always',
    orders(
      String.raw`(?:answer|reply|respond)(?: to)? (?:everything|always|every message|all (?:of )?(?:us|messages))|always (?:answer|reply|respond)|(?:speak|talk|answer|reply|join in) again`,
      String.raw`(?:antworte\w*|antworten)(?: bitte)? (?:immer|wieder|auf alles)|(?:sprich|rede|sprechen|reden) wieder|(?:immer|wieder) (?:antworten|sprechen|reden)`,
      String.raw`(?:réponds|répondez|répondre|parle|parlez|parler) (?:toujours|à tout|à nouveau|de nouveau)`,
      String.raw`(?:responde|responder|contesta|habla|hablar) (?:siempre|a todo|de nuevo|otra vez)`,
      String.raw`(?:rispondi|rispondere|parla|parlare) (?:sempre|a tutto|di nuovo)`,
      String.raw`(?:responde|responda|responder|fala|fale|falar) (?:sempre|a tudo|de novo|novamente)`,
      String.raw`(?:antwoord|antwoorden|praat|praten|reageer|reageren) (?:altijd|weer|op alles)|weer (?:antwoorden|praten)`,
    ),
  ],
  ['always', japanese('(?:いつも|また|全部|すべて)(?:に)?(?:答えて|返事して|話して)')],
];

const anyOf = (...patterns: string[]): RegExp => wholeWords(new RegExp(patterns.join('|'), 'iu'));

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

/** All that a sentence may hold beside a name and a role, when it gives the one the other. */
export const roleGlue =
  /^(?:please|now|ok|okay|and|make|set|let|turn|give|is|be|as|an?|the|role|of|only|just|also|into|to|from|on|should|shall|will|can|bitte|ab|jetzt|mach|mache|macht|setze|ist|sei|sein|soll|wird|nur|auch|zum|zur|als|eine?n?|der|die|das|rolle|s['’]il|s|il|te|vous|plaît|plait|est|fais|faites|mets|doit|être|seulement|aussi|de|du|le|la|un|une|comme|por|favor|haz|pon|hacer|es|sea|será|solo|sólo|también|como|el|per|favore|fai|rendi|metti|è|sia|sarà|anche|come|il|lo|faz|faça|torna|torne|é|seja|será|só|apenas|também|o|uma?|alsjeblieft|alstublieft|maak|zet|wordt|alleen|ook|tot|van|een|de|het|(?:さん|を|に|の|は|が|だけ|権限|役割|変更|して|する|です|ください|下さい|お願いします)+)$/iu;
