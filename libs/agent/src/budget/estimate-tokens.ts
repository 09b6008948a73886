import { type BaseMessage } from '@langchain/core/messages';

/** Letters of the scripts that tokenizers have few words of: about a token and a half for two of them, against four to one of ASCII. */
const perAscii = 1 / 4;
const perOther = 3 / 4;
/** What a message weighs beside its text. */
const perMessage = 4;

/** About how many tokens a text is, where no provider has counted: on the high side, as an estimate for a limit must be. */
export function estimateTokens(text: string): number {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 128) ascii += 1;
  return Math.ceil(ascii * perAscii + (text.length - ascii) * perOther);
}

/** About how many tokens a request is; `more` is what goes with the messages, such as tools, as it is sent. */
export const estimateRequest = (messages: readonly BaseMessage[], more = ''): number =>
  messages.reduce((sum, { content }) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return sum + perMessage + estimateTokens(text);
  }, estimateTokens(more));
