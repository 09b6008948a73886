import { type Member } from './room-state.js';

/** What is looked at to see whom a message is for. */
export interface Said {
  text: string;
  author: string;
  members: readonly Pick<Member, 'userId' | 'name'>[];
  /** Whom the agent has just answered; nobody when members have talked among themselves since. */
  spokenTo?: string;
  /** The agent's own question still waits for its answer. */
  questionOpen: boolean;
  /** The message says something about the trip. */
  tellsSomething: boolean;
  /** It refers to an option that was shown, or votes for one. */
  choosesOption: boolean;
  asks: boolean;
}

/** Its names, wherever they stand; `@` before them or not. */
const named =
  /(?:^|[^\p{L}\p{N}_.@-])@?travel[\s-]?lite(?![\p{L}\p{N}_])|@(?:agent|bot|assistant)(?![\p{L}\p{N}_])/iu;
/** What it is, as a form of address at the beginning: "Hey agent, …". */
const hailed =
  /^\s*(?:(?:hey|hi|hello|hallo|ok|okay|dear|liebe[rs]?|salut|bonjour|hola|ciao|ol[áa]|oi|hoi|dag)[\s,]+)?(?:(?:travel|reise|reis)?[\s-]?agente?n?|bot|assistente?|assistant|asistente|agent de voyages?|エージェント)(?:さん)?\s*[,:;!?、，：！？…-]/iu;

/** Its name at the beginning, or before the end. */
const agentVocative =
  /^\s*(?:(?:hey|hi|hello|hallo|ok|okay|salut|hola|ciao|olá|hoi)[\s,]+)?@?travel[\s-]?lite\s*(?:さん\s*)?(?:[,:;!?、，：！？…-]|(?=\s))/iu;

/** The message names the agent. */
export const namesAgent = (text: string): boolean => named.test(text) || hailed.test(text);

/** Its name at the very end: "be quiet, TravelLite!" */
const agentCalled = /[\s,、，]@?travel[\s-]?lite[\s.!。！]{0,4}$/iu;

/** What is said to the agent by its name, at the beginning or the end; undefined when the message calls it in neither place. */
export function saidToAgent(text: string): string | undefined {
  const said = text.replace(hailed, '').replace(agentVocative, '').replace(agentCalled, '');
  return said === text ? undefined : said.replace(/^[\s,、，]+|[\s,、，]+$/gu, '');
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const greetings = String.raw`(?:(?:hey|hi|hello|hallo|salut|hola|ciao|olá|hoi)[\s,]+)?`;
const mentionOf = (name: string) => String.raw`(?<![\p{L}\p{N}_])@${escaped(name)}(?![\p{L}\p{N}_])`;
/** The name at the beginning, set apart. */
const vocativeOf = (name: string) =>
  String.raw`^\s*${greetings}${escaped(name)}\s*(?:さん\s*)?[,:;!?、，：！？]`;

const namesOf = (members: Said['members']) => members.flatMap(({ userId, name }) => [name, userId]);

/** The message is for another member: mentions one, or begins with one's name. */
export function namesOther(text: string, author: string, members: Said['members']): boolean {
  return namesOf(members.filter(({ userId }) => userId !== author)).some((name) =>
    new RegExp(`${mentionOf(name)}|${vocativeOf(name)}`, 'iu').test(text),
  );
}

/**
 * What a message says apart from whom it is said to: without the form of address at its beginning and without mentions, since names are
 * no wishes. "Florence, when do you land?" is not about Florence.
 */
export function withoutAddress(text: string, members: Said['members']): string {
  const called = namesOf(members).reduce(
    (rest, name) =>
      rest
        .replace(new RegExp(vocativeOf(name), 'iu'), '')
        .replaceAll(new RegExp(mentionOf(name), 'giu'), ' '),
    text.replace(hailed, '').replace(agentVocative, ''),
  );
  return called.trim() === '' ? text : called.trim();
}

/**
 * Whether a message in a room is for the agent, by rules alone, the first that applies: it names the agent; it names another member; it
 * refers to options the agent showed; it tells something while the agent's question is open; it asks something right after the agent's
 * answer to the same person. Anything else is talk among the members.
 */
export function isForAgent(said: Said): boolean {
  const { text, author, members } = said;
  if (namesAgent(text)) return true;
  if (namesOther(text, author, members)) return false;
  if (said.choosesOption) return true;
  if (said.questionOpen && said.tellsSomething) return true;
  return said.asks && said.spokenTo === author;
}
