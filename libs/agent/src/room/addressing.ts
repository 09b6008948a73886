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

/** The message names the agent. */
export const namesAgent = (text: string): boolean => named.test(text) || hailed.test(text);

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The message is for another member: mentions one, or begins with one's name. */
export function namesOther(text: string, author: string, members: Said['members']): boolean {
  return members
    .filter(({ userId }) => userId !== author)
    .flatMap(({ userId, name }) => [name, userId])
    .some((name) => {
      const word = escaped(name);
      const mention = new RegExp(`(?:^|[^\\p{L}\\p{N}_])@${word}(?![\\p{L}\\p{N}_])`, 'iu');
      const vocative = new RegExp(
        `^\\s*(?:(?:hey|hi|hello|hallo|salut|hola|ciao|olá|hoi)[\\s,]+)?${word}\\s*(?:さん)?\\s*[,:;!?、，：！？]`,
        'iu',
      );
      return mention.test(text) || vocative.test(text);
    });
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
