import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type ConversationId, parseConversation } from '@travellite/protocol';

/** Makes and opens the tokens of shared trips. Who holds the same secret opens the same tokens. */
export interface ShareLinks {
  /** A token that opens the trip of this conversation until `expiresAt` (Unix ms). */
  create(conversation: ConversationId, expiresAt: number): string;
  /** What a token opens at `now` (Unix ms). `unknown` has not the form of a token; `forged` was not made with this secret. */
  open(token: string, now: number): OpenedLink;
}

export type OpenedLink =
  | { status: 'open'; conversation: ConversationId; expiresAt: number }
  | { status: 'unknown' | 'forged' | 'expired' };

const prefix = 't1.';
const [nonceBytes, tagBytes] = [12, 16];
/** A conversation's id has at most 261 bytes, the time 8. */
const longest = 600;

/**
 * Tokens are sealed (AES-256-GCM, key by HKDF-SHA-256 from the secret): nobody can make or change one without the secret, and nobody
 * can read whose trip it is, which matters where the name of a user is all it takes to read a conversation.
 */
export function createShareLinks(secret: string | Uint8Array): ShareLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'travellite trip link', 32));
  return {
    create(conversation, expiresAt) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const content = Buffer.from(`${expiresAt} ${conversation}`);
      const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
      return `${prefix}${sealed.toString('base64url')}`;
    },

    open(token, now) {
      if (!token.startsWith(prefix) || token.length > longest) return { status: 'unknown' };
      const content = unseal(token.slice(prefix.length), key);
      const [, time, name = ''] = /^(\d{1,16}) (.*)$/su.exec(content ?? '') ?? [];
      const conversation = parseConversation(name);
      if (time === undefined || conversation === undefined) return { status: 'forged' };
      const expiresAt = Number(time);
      return now < expiresAt ? { status: 'open', conversation, expiresAt } : { status: 'expired' };
    },
  };
}

function unseal(text: string, key: Buffer): string | undefined {
  const sealed = Buffer.from(text, 'base64url');
  // Base64 has several spellings of the same bytes; a link has one.
  if (sealed.length <= nonceBytes + tagBytes || sealed.toString('base64url') !== text) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const content = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([content, decipher.final()]).toString();
  } catch {
    // The tag does not fit: that is the answer, not a fault.
    return undefined;
  }
}

/**
 * A name for the trip of a conversation in files that travel far: always the same, and with a secret it tells nobody which
 * conversation it is. 22 letters, digits, `-` and `_`.
 */
export function tripIdOf(conversation: ConversationId, secret: string | Uint8Array | undefined): string {
  const digest = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return digest.update(`travellite trip id\n${conversation}`).digest('base64url').slice(0, 22);
}
